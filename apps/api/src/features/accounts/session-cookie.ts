import type { Env } from '../../env.js';

/** Over https the `__Host-` prefix keeps other hosts and plain http from setting it. */
export function cookieName(env: Pick<Env, 'isHttps'>): string {
  return env.isHttps ? '__Host-waymark' : 'waymark';
}

/** What every cookie of ours has. */
export function cookieAttributes(env: Pick<Env, 'isHttps'>): string {
  return `Path=/; HttpOnly; SameSite=Strict${env.isHttps ? '; Secure' : ''}`;
}

/** `until`: kept until then; without it the browser forgets it when it closes. */
export function sessionCookie(env: Pick<Env, 'isHttps'>, token: string, until: Date | undefined): string {
  return `${cookieName(env)}=${token}; ${cookieAttributes(env)}${until ? `; Expires=${until.toUTCString()}` : ''}`;
}

export function endedCookie(env: Pick<Env, 'isHttps'>): string {
  return `${cookieName(env)}=; ${cookieAttributes(env)}; Max-Age=0`;
}
