import { expect, it } from 'vitest';
import {
  type InvitationState,
  invitationActs,
  invitationAfter,
  invitationState,
  invitationStates,
  readAsked,
  readJoinCode,
} from './mentor-invitations.rules.js';

/** Every state and every act: what follows, `-` where it cannot be done. */
const table: Record<InvitationState, string> = {
  //         accept   decline  revoke  resend expire
  open: 'accepted declined revoked open -',
  expired: '- - revoked open expired',
  accepted: '- - - - -',
  declined: '- - - - -',
  revoked: '- - - - -',
};

it.each(invitationStates)('what can be done with one that is %s', (state) => {
  expect(invitationActs.map((act) => invitationAfter(act, state) ?? '-').join(' ')).toBe(table[state]);
});

it('is over from the moment on that it names', () => {
  const expiresAt = new Date('2040-01-15T10:00:00Z');
  const before = new Date(expiresAt.getTime() - 1);
  expect(invitationState({ state: 'open', expiresAt }, before)).toBe('open');
  expect(invitationState({ state: 'open', expiresAt }, expiresAt)).toBe('expired');
  for (const state of ['accepted', 'declined', 'revoked'] as const) {
    expect(invitationState({ state, expiresAt }, expiresAt)).toBe(state);
  }
});

it.each<[string, ReturnType<typeof readAsked>]>([
  ['@ada', { kind: 'handle', value: 'ada' }],
  [' Ada-Lovelace ', { kind: 'handle', value: 'ada-lovelace' }],
  ['Ada@Example.org ', { kind: 'email', value: 'Ada@Example.org' }],
  ['ada@', null],
  ['@', null],
  ['ab', null],
  ['a b', null],
  ['two@at@signs', null],
  ['', null],
])('reads whom a learner asks: %s', (typed, asked) => {
  expect(readAsked(typed)).toEqual(asked);
});

it.each([
  ['abcde-fghij', 'ABCDEFGHIJ'],
  [' a b c d e f g h i j ', 'ABCDEFGHIJ'],
  ['ABCDEFGHI', null],
  ['ABCDEFGHIÄ', null],
])('reads a code as people type it: %s', (typed, code) => {
  expect(readJoinCode(typed)).toBe(code);
});
