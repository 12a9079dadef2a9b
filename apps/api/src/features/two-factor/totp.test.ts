import { Secret } from 'otpauth';
import { expect, it } from 'vitest';
import { addressOf, findStep, newSeed } from './totp.js';

/** The seed of RFC 6238, appendix B, and its codes for SHA-1, cut to six digits. */
const rfcSeed = Secret.fromUTF8('12345678901234567890').base32;

it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %d seconds the code of RFC 6238 is %s', (seconds, code) => {
  expect(findStep(rfcSeed, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
});

it('takes the step of now and the one before, and no other', () => {
  const at = (seconds: number) => findStep(rfcSeed, '287082', new Date(seconds * 1000));
  // The code of the seconds 30 to 59.
  expect([29, 30, 59, 60, 89, 90].map(at)).toEqual([undefined, 1, 1, 1, 1, undefined]);
});

it.each(['', '28708', '2870820', '287081', '28708２', 'abcdef', '287082\n'])('takes no %j for a code', (code) => {
  expect(findStep(rfcSeed, code, new Date(59_000))).toBeUndefined();
});

it('makes seeds of 160 bits, a new one each time', () => {
  const seeds = new Set(Array.from({ length: 50 }, newSeed));
  expect(seeds.size).toBe(50);
  for (const seed of seeds) expect(seed).toMatch(/^[A-Z2-7]{32}$/);
});

it('writes the address that authenticators read', () => {
  const address = new URL(addressOf(rfcSeed, 'Evening: class & co', 'ada+x@example.org'));
  expect([address.protocol, address.host]).toEqual(['otpauth:', 'totp']);
  expect(decodeURIComponent(address.pathname.slice(1))).toBe('Evening: class & co:ada+x@example.org');
  expect(Object.fromEntries(address.searchParams)).toEqual({
    issuer: 'Evening: class & co',
    secret: rfcSeed,
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  });
});
