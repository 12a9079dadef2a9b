import { createSecretKey, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { costOf, hashPassword, isPassword, refusePassword } from './passwords.js';

const pepper = createSecretKey(randomBytes(32));
const cost = 10;

it.each([
  ['beyond the 72 bytes that bcrypt reads', 'x'.repeat(80), `${'x'.repeat(79)}y`],
  ['after a NUL', 'before\u0000one', 'before\u0000two'],
  ['in case', 'Passphrase of mine', 'passphrase of mine'],
  ['in a space at the end', 'a passphrase', 'a passphrase '],
  ['in how a letter is composed', 'caf\u00e9 au lait', 'cafe\u0301 au lait'],
])('tells two passwords apart that differ %s', async (_, one, two) => {
  const hash = await hashPassword(one, pepper, cost);
  expect(await isPassword(one, hash, pepper)).toBe(true);
  expect(await isPassword(two, hash, pepper)).toBe(false);
});

it('needs the pepper: a stolen database alone proves no password', async () => {
  const hash = await hashPassword('a passphrase', pepper, cost);
  expect(await isPassword('a passphrase', hash, createSecretKey(randomBytes(32)))).toBe(false);
});

it('salts: one password, two hashes', async () => {
  const [one, two] = await Promise.all([hashPassword('same', pepper, cost), hashPassword('same', pepper, cost)]);
  expect(one).not.toBe(two);
});

it('tells the work that a hash was made with', async () => {
  const hash = await hashPassword('x', pepper, cost);
  expect(costOf(hash)).toBe(10);
});

it.each([
  ['12345678', [], true],
  ['Password1', [], true],
  ['adalovelace', ['Ada Lovelace'], true],
  ['LOVELACE99', ['Ada Lovelace'], true],
  ['ada12345', ['Ada Lovelace'], false],
  ['lovelace and the engine', ['Ada Lovelace'], false],
  ['k7!vQ2?z', ['Ada Lovelace'], false],
])('“%s” of %j is refused: %s', (password, words, isRefused) => {
  expect(refusePassword(password, words) !== undefined).toBe(isRefused);
});

it('tells the 65th in line to come back, rather than letting all of them wait', async () => {
  const waiting = Array.from({ length: 100 }, () => hashPassword('x', pepper, 4));
  const settled = await Promise.allSettled(waiting);
  const refused = settled.filter((each) => each.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(settled.length - refused.length).toBeGreaterThanOrEqual(64);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: 'unavailable' });
});
