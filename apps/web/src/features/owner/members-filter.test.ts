import { expect, it } from 'vitest';
import { type MemberRow, membersFilterOf, roles, searchOfMembers, stateOf, states } from './members-filter';

const read = (search: string) => membersFilterOf(new URLSearchParams(search));
const nothing = { q: undefined, role: undefined, state: undefined };

it('reads the filter from the address, without what says nothing', () => {
  expect(read('q=%20ada%20&role=owner&state=disabled')).toEqual({ q: 'ada', role: 'owner', state: 'disabled' });
  expect(read('q=%20&role=&state=')).toEqual({});
  expect(read('role=admin&state=asleep')).toEqual({});
});

it('asks for no more than the API takes', () => {
  expect(read(`q=${'x'.repeat(300)}`).q).toHaveLength(100);
});

it('is the same after a way through the address', () => {
  for (const role of [...roles, undefined]) {
    for (const state of [...states, undefined]) {
      const filter = { ...nothing, q: 'Łukasz & co', role, state };
      const known = Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
      expect(membersFilterOf(searchOfMembers(filter))).toEqual(known);
    }
  }
  expect(searchOfMembers(nothing).toString()).toBe('');
});

const member: MemberRow = {
  id: 'a'.repeat(24),
  name: 'Ada',
  handle: 'ada',
  email: 'ada@example.org',
  role: 'member',
  isVerified: true,
  hasTwoFactor: false,
  createdAt: '2026-11-22T10:00:00Z',
  lastUsedAt: null,
  disabledAt: null,
  eraseAfter: null,
};
const at = '2026-11-23T10:00:00Z';

it.each([
  ['active', {}],
  ['unverified', { isVerified: false }],
  ['disabled', { disabledAt: at, isVerified: false }],
  ['leaving', { eraseAfter: at, disabledAt: at }],
] as const)('says first of a member that they are %s', (state, changes) => {
  expect(stateOf({ ...member, ...changes })).toBe(state);
});
