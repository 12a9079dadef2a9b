import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';
import type { Logger } from 'pino';
import { Problem, unavailable } from '../../http/problem.js';
import { linkEnded } from '../credentials/links.js';
import { ProviderSilent } from './fetch-from-provider.js';

/** A provider's failure as a problem that the member can be told. */
export function problemOfProvider(error: unknown, name: string, log: Logger): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof AuthorizationResponseError) return problemOfRefusal(error.error, name);
  logFailure(error, name, log);
  if (silenceOf(error) !== undefined) return silent(name);
  // The code was redeemed before, or too late.
  if (error instanceof ResponseBodyError && error.error === 'invalid_grant') return linkEnded();
  return new Problem('bad-request', {
    detail: `What ${name} answered could not be trusted, so nobody was signed in. Begin again; if it stays, tell the owner.`,
  });
}

export function silent(name: string): Problem {
  return unavailable(`${name} does not answer just now. Try again in a moment, or sign in another way.`, 5);
}

/** What the provider said in the browser's way back, in place of a code. */
function problemOfRefusal(code: string, name: string): Problem {
  if (code === 'server_error' || code === 'temporarily_unavailable') return silent(name);
  const detail =
    code === 'access_denied'
      ? `You turned back at ${name}, so nothing has changed here.`
      : `${name} did not let you through. Begin again; if it stays, tell the owner.`;
  return new Problem('bad-request', { detail });
}

/** For whoever runs the server: name and codes. The message of a library could hold what was answered. */
export function logFailure(error: unknown, name: string, log: Logger): void {
  const { name: kind, code } = error as { name?: unknown; code?: unknown };
  const reason = { kind, code, silence: silenceOf(error), ...oauthCode(error) };
  log.warn({ provider: name, reason }, 'a provider could not be used');
}

function oauthCode(error: unknown): { oauth?: string } {
  const code = (error as { error?: unknown }).error;
  return typeof code === 'string' && /^[a-z_]{1,40}$/.test(code) ? { oauth: code } : {};
}

/** In our own words why there was no answer, where there was none. */
function silenceOf(error: unknown): string | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each instanceof ProviderSilent) return each.message;
    if ((each as { code?: unknown }).code === 'OAUTH_TIMEOUT') return 'it took too long';
  }
  return undefined;
}
