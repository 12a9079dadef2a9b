import type { Env } from '../../env.js';
import { hashToken, newToken } from '../credentials/links.js';

/** How long somebody may be on the way. */
export const attemptMinutes = 10;

/** Over https the `__Host-` prefix keeps other hosts and plain http from setting it. */
function cookieName(env: Pick<Env, 'isHttps'>): string {
  return env.isHttps ? '__Host-waymark-way' : 'waymark-way';
}

/** What holds attempts to this browser; a second attempt in another tab shares it. */
export function bindBrowser(env: Pick<Env, 'isHttps'>, cookies: ReadonlyMap<string, string>) {
  const before = cookies.get(cookieName(env));
  const token = before && /^[\w-]{43}$/.test(before) ? before : newToken();
  const attributes = `Path=/; HttpOnly; SameSite=Strict; Max-Age=${attemptMinutes * 60}`;
  return {
    hash: hashToken(token),
    setCookie: `${cookieName(env)}=${token}; ${attributes}${env.isHttps ? '; Secure' : ''}`,
  };
}

/** The hash that an attempt of this browser has. */
export function browserHash(env: Pick<Env, 'isHttps'>, cookies: ReadonlyMap<string, string>): string {
  return hashToken(cookies.get(cookieName(env)) ?? '');
}
