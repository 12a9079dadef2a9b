import { expect, it } from 'vitest';
import { invitationState } from './invitation-state';
import { emptyInvitation, invitationOf, wholeNumber } from './new-invitation';

const now = new Date('2026-11-22T12:00:00Z');
const open = { revokedAt: null, usesLeft: 1, expiresAt: '2026-11-23T12:00:00Z' };

it.each([
  ['open', {}],
  ['used', { usesLeft: 0 }],
  ['ended', { expiresAt: now.toISOString() }],
  ['used', { usesLeft: 0, expiresAt: '2026-11-21T12:00:00Z' }],
  ['revoked', { revokedAt: '2026-11-20T12:00:00Z', usesLeft: 0, expiresAt: '2026-11-21T12:00:00Z' }],
] as const)('is %s with %o', (state, changes) => {
  expect(invitationState({ ...open, ...changes }, now)).toBe(state);
});

it.each([
  ['1', 1],
  [' 90 ', 90],
  ['0', null],
  ['91', null],
  ['-1', null],
  ['1.5', null],
  ['7 days', null],
  ['', null],
])('takes “%s” of at most 90 as %s', (text, number) => {
  expect(wholeNumber(text, 90)).toBe(number);
});

it('makes a link for several, and a letter for one', () => {
  const draft = { ...emptyInvitation, uses: '12', days: '30', note: ' Evening class ', email: ' new@example.org ' };
  expect(invitationOf(draft)).toEqual({ uses: 12, expiresInDays: 30, note: 'Evening class' });
  expect(invitationOf({ ...draft, way: 'mail' })).toEqual({
    uses: 1,
    expiresInDays: 30,
    note: 'Evening class',
    email: 'new@example.org',
  });
});

it('sends nothing while a field cannot be taken', () => {
  expect(invitationOf({ ...emptyInvitation, uses: '0' })).toBeNull();
  expect(invitationOf({ ...emptyInvitation, days: 'x' })).toBeNull();
  expect(invitationOf({ ...emptyInvitation, way: 'mail', email: ' ' })).toBeNull();
  // What is hidden does not hold it up.
  expect(invitationOf({ ...emptyInvitation, way: 'mail', email: 'a@b.c', uses: '0' })).not.toBeNull();
});
