import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRefreshToken, refreshToken } from './refresh-token.js';

const key = createSecretKey(randomBytes(32));
const family = fc.stringMatching(/^[0-9a-f]{24}$/);
const generation = fc.nat({ max: 999_999_999 });

it('reads what it wrote, and gives the same token again', () => {
  fc.assert(
    fc.property(family, generation, (id, count) => {
      const token = refreshToken(id, count, key);
      expect(refreshToken(id, count, key)).toBe(token);
      expect(readRefreshToken(token, key)).toEqual({ family: id, generation: count });
    }),
  );
});

it('takes no token with one character changed, more or fewer', () => {
  const character = fc.constantFrom(...'0123456789abcdefABCXYZ-_.=');
  fc.assert(
    fc.property(family, generation, fc.nat(), character, (id, count, where, other) => {
      const token = refreshToken(id, count, key);
      const place = where % token.length;
      const changed = token.slice(0, place) + other + token.slice(place + 1);
      if (changed !== token) expect(readRefreshToken(changed, key)).toBeUndefined();
      expect(readRefreshToken(token + other, key)).toBeUndefined();
      expect(readRefreshToken(token.slice(0, -1), key)).toBeUndefined();
    }),
  );
});

it('takes none of another instance, nor any other text', () => {
  const theirs = createSecretKey(randomBytes(32));
  fc.assert(
    fc.property(family, generation, fc.string(), (id, count, text) => {
      expect(readRefreshToken(refreshToken(id, count, theirs), key)).toBeUndefined();
      expect(readRefreshToken(text, key)).toBeUndefined();
    }),
  );
});
