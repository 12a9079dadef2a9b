import { expect, it } from 'vitest';
import { hashRecoveryCode, newRecoveryCodes, plainCode } from './recovery-codes.js';

it('makes ten of 130 bits, in groups, and keeps their hashes alone', () => {
  const { recoveryCodes, recoveryHashes } = newRecoveryCodes();
  expect([recoveryCodes.length, new Set(recoveryCodes).size, new Set(recoveryHashes).size]).toEqual([10, 10, 10]);
  for (const [i, code] of recoveryCodes.entries()) {
    expect(code).toMatch(/^[A-Z2-7]{5}(-[A-Z2-7]{5,6}){4}$/);
    expect(code.replaceAll('-', '')).toHaveLength(26);
    // What the contract takes of a code.
    expect(code.length).toBeLessThanOrEqual(32);
    expect(recoveryHashes[i]).toMatch(/^[\w-]{43}$/);
    expect(recoveryHashes[i]).toBe(hashRecoveryCode(plainCode(code)));
  }
});

it('uses every letter of the alphabet, in every place', () => {
  const codes = Array.from({ length: 60 }, () => newRecoveryCodes().recoveryCodes).flat();
  for (let place = 0; place < 26; place += 1) {
    const seen = new Set(codes.map((code) => code.replaceAll('-', '')[place]));
    expect(seen.size, `place ${place}`).toBeGreaterThan(28);
  }
});

it.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['123-456', '123456'],
  ['１２３４５６', '123456'],
  ['abcde – fghij', 'ABCDEFGHIJ'],
  ['abcde\u00a0FGHIJ\n', 'ABCDEFGHIJ'],
])('reads %j as %s', (typed, meant) => {
  expect(plainCode(typed)).toBe(meant);
});

it('forgives a nought, a one and an eight, which no code has', () => {
  expect(hashRecoveryCode('O0I1B8')).toBe(hashRecoveryCode('OOIIBB'));
  expect(hashRecoveryCode('OOIIBB')).not.toBe(hashRecoveryCode('OOIIBA'));
});
