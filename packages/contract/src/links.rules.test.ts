import { expect, it } from 'vitest';
import type { LinkState } from './links.js';
import { graceUntil, isGraceOver, linkStateOf } from './links.rules.js';

const since = new Date('2040-01-01T10:00:00Z');
const later = (days: number, ms = 0) => new Date(since.getTime() + days * 86_400_000 + ms);
const link = (state: LinkState, deadSince: Date | null = since) => ({ state, deadSince });

it.each<[number, LinkState]>([
  [200, 'alive'],
  [301, 'alive'],
  [401, 'alive'],
  [429, 'alive'],
  [404, 'dead'],
  [410, 'dead'],
  [500, 'unclear'],
  [503, 'unclear'],
])('takes status %i for: %s', (status, state) => {
  expect(linkStateOf(status)).toBe(state);
});

it('gives a dead link seven days from when it was first found so', () => {
  expect(graceUntil(link('dead'))).toEqual(later(7));
  expect(isGraceOver(link('dead'), later(7, -1))).toBe(false);
  expect(isGraceOver(link('dead'), later(7))).toBe(true);
});

it.each<[string, Parameters<typeof graceUntil>[0]]>([
  ['a link that answers again', link('alive', null)],
  ['one that could not be looked at, dead before or not', link('unclear')],
  ['one that is not of the public web', link('not-public', null)],
  ['one that nobody has looked at, such as an edited address', null],
])('ends with %s', (_name, found) => {
  expect(graceUntil(found)).toBeNull();
  expect(isGraceOver(found, later(400))).toBe(false);
});
