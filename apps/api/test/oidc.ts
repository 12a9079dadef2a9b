import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration, type JWK } from 'oidc-provider';

export const clientId = 'waymark';
export const clientSecret = 'a-secret-that-both-of-them-know';

/** What the provider says of somebody; whoever is not listed has a confirmed address made of their id. */
export type Claims = Record<string, unknown>;

export interface OidcServer {
  issuer: string;
  people: Map<string, Claims>;
  /** Begins to serve, for a client that comes back to `returnTo`; again: with other keys, and nobody signed in. */
  serve(returnTo: string): void;
  /** Set: answers to it instead, where it gives `true`. */
  intercept: ((req: IncomingMessage, res: ServerResponse) => boolean) | undefined;
  stop(): Promise<void>;
}

/** A real OpenID Connect provider on a free port of 127.0.0.1, where people sign in by naming themselves. */
export async function startOidc(): Promise<OidcServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // It holds nobody up: whoever forgets to stop it ends all the same.
  server.unref();
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, Claims>();
  let answer: (req: IncomingMessage, res: ServerResponse) => void = (_req, res) => res.writeHead(503).end();
  const oidc: OidcServer = {
    issuer,
    people,
    intercept: undefined,
    serve(returnTo) {
      const provider = new Provider(issuer, configurationOf(people, returnTo));
      const serveProtocol = provider.callback();
      answer = (req, res) =>
        req.url?.startsWith('/interaction/') ? void interact(provider, req, res) : void serveProtocol(req, res);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  server.on('request', (req, res) => oidc.intercept?.(req, res) || answer(req, res));
  return oidc;
}

function claimsOf(people: OidcServer['people'], id: string): Claims {
  const email = id.includes('@') ? id : `${id}@people.example`;
  return people.get(id) ?? { name: id.split('@')[0], email, email_verified: true };
}

function configurationOf(people: OidcServer['people'], returnTo: string): Configuration {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }) as JWK;
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [returnTo],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...key, alg: 'ES256', use: 'sig' }] },
    cookies: { keys: ['keys of the provider'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'preferred_username'] },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: async () => ({ ...claimsOf(people, id), sub: id }),
    }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    // Said, so that it does not tell us on the terminal what it takes instead.
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    // What the client asks for is granted: it is the school's own.
    async loadExistingGrant({ oidc }) {
      const { client, session, provider, params } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(String(params?.scope));
      await grant.save();
      return grant;
    },
  };
}

const page = `<!doctype html><html lang="en"><title>School account</title><main><h1>School account</h1>
<form><label>Who are you? <input name="as" required></label> <button>Sign in</button>
<button name="deny" value="1" formnovalidate>Turn back</button></form></main></html>`;

/** `?as=<id>` signs in, `&ago=<seconds>` as if it had been then; `?deny=1` turns back. Without either it asks. */
async function interact(provider: Provider, req: IncomingMessage, res: ServerResponse): Promise<void> {
  try {
    const { searchParams } = new URL(req.url ?? '', provider.issuer);
    const [accountId, isDenied] = [searchParams.get('as'), searchParams.has('deny')];
    if (!accountId && !isDenied) return void res.writeHead(200, { 'content-type': 'text/html' }).end(page);
    const ts = Math.floor(Date.now() / 1000) - Number(searchParams.get('ago') ?? 0);
    const result = accountId && !isDenied ? { login: { accountId, ts } } : { error: 'access_denied' };
    await provider.interactionFinished(req, res, result);
  } catch (error) {
    res.writeHead(500).end(String(error));
  }
}
