import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emailKey } from './email-key.js';

it.each([
  ['Ada@Example.ORG', 'ada@example.org'],
  ['ada@example.org.', 'ada@example.org'],
  ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
  ['ada+tag@example.org', 'ada+tag@example.org'],
  ['a.d.a@example.org', 'a.d.a@example.org'],
  ['ada@localhost', 'ada@localhost'],
  ['@example.org', undefined],
  ['ada', undefined],
  ['ada@', undefined],
  ['ada@exa mple.org', undefined],
  ['ada@example..org', undefined],
  ['adä@example.org', undefined],
  ['ada@exa_mple.org', undefined],
])('%s → %s', (email, key) => {
  expect(emailKey(email)).toBe(key);
});

const local = fc.stringMatching(/^[a-zA-Z0-9.+!#$%&'*/=?^_`{|}~-]{1,20}$/);
const domain = fc.domain();

it('is the same for any case, and is its own key', () => {
  fc.assert(
    fc.property(local, domain, (name, host) => {
      const key = emailKey(`${name}@${host}`);
      expect(key).toBe(`${name.toLowerCase()}@${host.toLowerCase()}`);
      expect(emailKey(`${name.toUpperCase()}@${host.toUpperCase()}`)).toBe(key);
      expect(emailKey(String(key))).toBe(key);
    }),
  );
});

it('keeps two local parts apart that differ in more than case', () => {
  fc.assert(
    fc.property(local, local, domain, (one, two, host) => {
      const isSame = one.toLowerCase() === two.toLowerCase();
      expect(emailKey(`${one}@${host}`) === emailKey(`${two}@${host}`)).toBe(isSame);
    }),
  );
});

it('never throws, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(['string', 'undefined']).toContain(typeof emailKey(text));
    }),
  );
});
