import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Deps } from '../../deps.js';
import { cookieAttributes } from './session-cookie.js';

type Place = Pick<Deps, 'env' | 'keys'>;

const keptSeconds = 365 * 86_400;

/** Says that somebody signed in to this account here before. It opens nothing: see `sign-in-limits.ts`. */
export function deviceCookie(deps: Place, emailKey: string, now: Date): string {
  const name = `${randomBytes(12).toString('base64url')}.${Math.floor(now.getTime() / 1000) + keptSeconds}`;
  const value = `${name}.${sign(deps, name, emailKey)}`;
  return `${deviceCookieName(deps)}=${value}; ${cookieAttributes(deps.env)}; Max-Age=${keptSeconds}`;
}

/** Which known device of this account asks; `undefined` for any other. Nothing is looked up, so it tells nothing. */
export function findDevice(
  deps: Place,
  cookies: ReadonlyMap<string, string>,
  emailKey: string,
  now: Date,
): string | undefined {
  const text = cookies.get(deviceCookieName(deps)) ?? '';
  const [, device, until, given] = /^([\w-]{16})\.(\d{1,12})\.([\w-]{43})$/.exec(text) ?? [];
  if (!device || !until || !given || Number(until) * 1000 <= now.getTime()) return undefined;
  const expected = sign(deps, `${device}.${until}`, emailKey);
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected)) ? device : undefined;
}

/** A refresh token's name has no space: neither can be taken for the other. */
function sign({ keys }: Place, name: string, emailKey: string): string {
  return createHmac('sha256', keys.refresh).update(`device ${name} ${emailKey}`).digest('base64url');
}

function deviceCookieName({ env }: Place): string {
  return env.isHttps ? '__Host-waymark-device' : 'waymark-device';
}
