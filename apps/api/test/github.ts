import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface GithubPerson {
  id: number;
  login: string;
  name: string | null;
  emails: { email: string; primary: boolean; verified: boolean }[];
}

export interface GithubServer {
  url: string;
  /** Who is signed in there: comes back at once. */
  person: GithubPerson;
  /** Set: answers to it instead, where it gives `true`. */
  intercept: ((req: IncomingMessage, res: ServerResponse) => boolean) | undefined;
  stop(): Promise<void>;
}

export const githubClient = { clientId: 'Iv1.waymark', clientSecret: 'github knows it too' };

/**
 * As GitHub Enterprise does it, on a free port of 127.0.0.1: codes that hold once, PKCE, errors with a status of 200,
 * an API below `/api/v3` that wants a `User-Agent`.
 */
export async function startGithub(): Promise<GithubServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const codes = new Map<string, { challenge: string; returnTo: string; person: GithubPerson }>();
  const tokens = new Map<string, GithubPerson>();
  const github: GithubServer = {
    url,
    person: { id: 1, login: 'nobody', name: null, emails: [] },
    intercept: undefined,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function authorize(asked: URLSearchParams, res: ServerResponse): void {
    const code = randomBytes(10).toString('hex');
    const back = new URL(asked.get('redirect_uri') ?? '');
    codes.set(code, { challenge: asked.get('code_challenge') ?? '', returnTo: back.href, person: github.person });
    back.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString();
    res.writeHead(302, { location: back.href }).end();
  }

  function exchange(asked: URLSearchParams): object {
    const { clientId, clientSecret } = githubClient;
    if (asked.get('client_id') !== clientId || asked.get('client_secret') !== clientSecret) {
      return { error: 'incorrect_client_credentials' };
    }
    const known = codes.get(asked.get('code') ?? '');
    codes.delete(asked.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    if (!known || known.challenge !== challenge || known.returnTo !== asked.get('redirect_uri')) {
      return { error: 'bad_verification_code', error_description: 'The code is incorrect or expired.' };
    }
    const token = `gho_${randomBytes(16).toString('hex')}`;
    tokens.set(token, known.person);
    return { access_token: token, scope: 'read:user,user:email', token_type: 'bearer' };
  }

  server.on('request', async (req, res) => {
    if (github.intercept?.(req, res)) return;
    const { pathname, searchParams } = new URL(req.url ?? '', url);
    if (pathname === '/login/oauth/authorize') return authorize(searchParams, res);
    if (pathname === '/login/oauth/access_token') return answer(res, exchange(new URLSearchParams(await bodyOf(req))));
    const person = tokens.get(req.headers.authorization?.replace(/^bearer /i, '') ?? '');
    if (!person || !req.headers['user-agent']) return answer(res, { message: 'Bad credentials' }, 401);
    const { emails, ...user } = person;
    if (pathname === '/api/v3/user') return answer(res, { ...user, type: 'User', site_admin: false });
    if (pathname === '/api/v3/user/emails') return answer(res, emails);
    answer(res, { message: 'Not Found' }, 404);
  });
  return github;
}

function answer(res: ServerResponse, value: unknown, status = 200): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
