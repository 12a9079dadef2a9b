import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  fetchProtectedResource,
} from 'openid-client';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { ProviderSettings } from '../../env.providers.js';
import { linkEnded } from '../credentials/links.js';
import { fetchFromProvider, patienceSeconds } from './fetch-from-provider.js';
import type { Provider } from './provider.js';
import { problemOfProvider } from './provider-failures.js';

const User = z.object({ id: z.int().positive(), login: z.string().min(1), name: z.string().nullish() });
const Emails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

export const githubName = 'GitHub';

/** OAuth 2 and an API that says who it is, as GitHub and GitHub Enterprise have it. It signs nothing. */
export function githubProvider(
  { url, clientId, clientSecret }: NonNullable<ProviderSettings['github']>,
  returnTo: string,
  log: Logger,
): Provider {
  const api = url === 'https://github.com' ? 'https://api.github.com' : `${url}/api/v3`;
  const configuration = new Configuration(
    {
      issuer: `${url}/login/oauth`,
      authorization_endpoint: `${url}/login/oauth/authorize`,
      token_endpoint: `${url}/login/oauth/access_token`,
    },
    clientId,
    undefined,
    ClientSecretPost(clientSecret),
  );
  configuration.timeout = patienceSeconds;
  configuration[customFetch] = fetchFromProvider;
  if (url.startsWith('http:')) allowInsecureRequests(configuration);

  async function read<T>(token: string, path: string, schema: z.ZodType<T>): Promise<T> {
    const headers = new Headers({ accept: 'application/vnd.github+json', 'user-agent': 'Waymark' });
    const answer = await fetchProtectedResource(configuration, token, new URL(api + path), 'GET', null, headers);
    if (answer.status !== 200) throw new Error(`status ${answer.status}`);
    return schema.parse(await answer.json());
  }

  return {
    id: 'github',
    name: githubName,
    async authorizationUrl({ state, verifier }, isFresh) {
      const parameters = {
        redirect_uri: returnTo,
        scope: 'read:user user:email',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        // It cannot be asked for a fresh sign-in: stepping up proves what signing in by it proves.
        ...(isFresh && { prompt: 'select_account' }),
      };
      return buildAuthorizationUrl(configuration, parameters).href;
    },
    async identify({ state, verifier }, query) {
      const from = new URL(returnTo);
      from.search = query;
      try {
        const checks = { expectedState: state, pkceCodeVerifier: verifier };
        const { access_token: token } = await authorizationCodeGrant(configuration, from, checks);
        const user = await read(token, '/user', User);
        const emails = await read(token, '/user/emails', Emails);
        const email = emails.find(({ primary, verified }) => primary && verified)?.email;
        return {
          subject: String(user.id),
          label: user.login,
          name: user.name || user.login,
          email,
          isEmailVerified: email !== undefined,
        };
      } catch (error) {
        throw isUsedCode(error) ? linkEnded() : problemOfProvider(error, githubName, log);
      }
    },
  };
}

/** It tells its errors with a status of 200, so to the library they are answers that lack a token. */
function isUsedCode(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    const { body } = (each.cause ?? {}) as { body?: { error?: unknown } };
    if (body?.error === 'bad_verification_code') return true;
  }
  return false;
}
