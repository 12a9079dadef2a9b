import type { Answer, Endpoints, Sent } from '@waymark/contract';

type Query = NonNullable<Sent<Endpoints['listMembers']>['query']>;
export type MemberRow = Answer<Endpoints['readMember']>;
export type MemberRole = NonNullable<Query['role']>;
export type MemberState = NonNullable<Query['state']>;
export type MembersFilter = Pick<Query, 'q' | 'role' | 'state'>;

export const roles: readonly MemberRole[] = ['member', 'owner'];
export const states: readonly MemberState[] = ['active', 'unverified', 'disabled', 'leaving'];
/** As the contract has it. */
const longest = 100;

/** From the address; what it says wrongly does not filter. */
export function membersFilterOf(search: URLSearchParams): MembersFilter {
  const q = (search.get('q') ?? '').trim().slice(0, longest);
  const role = roles.find((each) => each === search.get('role'));
  const state = states.find((each) => each === search.get('state'));
  return { ...(q && { q }), ...(role && { role }), ...(state && { state }) };
}

/** To the address: only what filters stands there. */
export function searchOfMembers({ q, role, state }: Record<keyof MembersFilter, string | undefined>): URLSearchParams {
  const search = new URLSearchParams();
  if (q?.trim()) search.set('q', q.trim());
  if (role) search.set('role', role);
  if (state) search.set('state', state);
  return search;
}

/** What an owner has to know of a member first; leaving wins, since it ends in a week. */
export function stateOf(member: MemberRow): MemberState {
  if (member.eraseAfter) return 'leaving';
  if (member.disabledAt) return 'disabled';
  return member.isVerified ? 'active' : 'unverified';
}
