import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accessSeconds, findSigning, isRotationDue, keepHonoured, type Ring, rotateRing } from './key-ring.js';

const second = 1000;
const minute = 60 * second;
const day = 86_400_000;
const start = Date.parse('2040-01-02T10:00:00Z');
const at = (ms: number) => new Date(start + ms);
const key = (kid: string, madeAt?: number) => ({
  kid,
  secret: 'x',
  ...(madeAt !== undefined && { madeAt: at(madeAt).toISOString() }),
});
const kids = (ring: Ring) => ring.map(({ kid }) => kid);

it.each<[string, Ring, number, string]>([
  ['the only one, at once', [key('a', 0)], 0, 'a'],
  ['the one before, while the new one is being published', [key('b', 0), key('a', -day)], 59 * second, 'a'],
  ['the new one, after a minute', [key('b', 0), key('a', -day)], minute, 'b'],
  ['of two made in a hurry the first, until the second is known', [key('c', 10), key('b', 0), key('a')], minute, 'b'],
  ['the oldest, where the clock was set back', [key('b', day), key('a', day - 1)], 0, 'a'],
  ['one of before there was rotation', [key('a')], 0, 'a'],
])('signs with %s', (_, ring, now, expected) => {
  expect(findSigning(ring, at(now))?.kid).toBe(expected);
});

it('has nothing to sign with where there is no key', () => {
  expect(findSigning([], at(0))).toBeUndefined();
});

it.each<[string, Ring, number, string[]]>([
  ['both while the new one is being published', [key('b', 0), key('a', -day)], 0, ['b', 'a']],
  ['the old one as long as its last token lives', [key('b', 0), key('a', -day)], 16 * minute - 1, ['b', 'a']],
  ['the new one alone after that', [key('b', 0), key('a', -day)], 16 * minute, ['b']],
  ['the only one, however old', [key('a', -1000 * day)], 0, ['a']],
  ['all of three made in a hurry', [key('c', second), key('b', 0), key('a')], 10 * minute, ['c', 'b', 'a']],
])('honours %s', (_, ring, now, expected) => {
  expect(kids(keepHonoured(ring, at(now)))).toEqual(expected);
});

it.each([
  ['not yet', [key('a', 0)], 30 * day + minute - 1, false],
  ['after thirty days of signing', [key('a', 0)], 30 * day + minute, true],
  ['for the newest alone', [key('b', 30 * day), key('a', 0)], 31 * day, false],
  ['where nobody knows how old it is', [key('a')], 0, true],
  ['never without a key', [], 0, false],
])('is due %s', (_, ring, now, expected) => {
  expect(isRotationDue(ring, at(now))).toBe(expected);
});

/** Rotations at any times, two of them at one moment perhaps: each some while after the one before. */
const pauses = fc.array(fc.integer({ min: 0, max: 40 * minute }), { maxLength: 12 });

function rotations(waits: readonly number[]): { ring: Ring; at: number }[] {
  const states: { ring: Ring; at: number }[] = [{ ring: [key('k0', 0)], at: 0 }];
  for (const [index, wait] of waits.entries()) {
    const before = states.at(-1) as { ring: Ring; at: number };
    const now = before.at + wait;
    states.push({ ring: rotateRing(before.ring, { kid: `k${index + 1}`, secret: 'x' }, at(now)), at: now });
  }
  return states;
}

it('honours every token until its end, whatever is rotated meanwhile, by a process that looks ten seconds late', () => {
  fc.assert(
    fc.property(pauses, fc.nat(), fc.integer({ min: 0, max: 10 * second }), fc.nat(), (waits, when, late, later) => {
      const states = rotations(waits);
      const last = states.at(-1)?.at ?? 0;
      const ringAt = (ms: number) => states.findLast((state) => state.at <= Math.max(0, ms))?.ring ?? [];
      const signedAt = when % (last + 1);
      // The signer and the reader may both know the ring of up to ten seconds ago.
      const kid = findSigning(ringAt(signedAt - late), at(signedAt))?.kid;
      const readAt = signedAt + (later % (accessSeconds * second));
      expect(kids(keepHonoured(ringAt(readAt - late), at(readAt)))).toContain(kid);
    }),
    { numRuns: 2000 },
  );
});

it('keeps no key that is of no use: an hour after the last rotation the next one leaves two', () => {
  fc.assert(
    fc.property(pauses, (waits) => {
      const last = rotations(waits).at(-1) as { ring: Ring; at: number };
      const next = rotateRing(last.ring, { kid: 'next', secret: 'x' }, at(last.at + 60 * minute));
      expect(kids(next)).toEqual(['next', last.ring[0]?.kid]);
    }),
  );
});
