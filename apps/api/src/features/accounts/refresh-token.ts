import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/** `family.generation.HMAC`: derived, so that nothing secret is stored and the same one can be given again. */
export function refreshToken(family: string, generation: number, key: KeyObject): string {
  const name = `${family}.${generation}`;
  return `${name}.${createHmac('sha256', key).update(name).digest('base64url')}`;
}

/** What a token of ours says; `undefined` for any other text. */
export function readRefreshToken(text: string, key: KeyObject): { family: string; generation: number } | undefined {
  const [, family, digits] = /^([0-9a-f]{24})\.(\d{1,9})\.[\w-]{43}$/.exec(text) ?? [];
  if (!family || !digits) return undefined;
  const expected = Buffer.from(refreshToken(family, Number(digits), key));
  const given = Buffer.from(text);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return { family, generation: Number(digits) };
}
