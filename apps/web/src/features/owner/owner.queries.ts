import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Endpoints, Sent } from '@waymark/contract';
import { call } from '../../api/call';
import { readInstanceAgain } from '../../api/instance';
import type { AuditFilter } from './audit-filter';
import type { MembersFilter } from './members-filter';

export type Changes = Sent<Endpoints['changeMember']>['body'];
export type NewInvitation = Sent<Endpoints['createInvitation']>['body'];

const cursorOf = (cursor: string) => (cursor ? { cursor } : {});
const pages = { initialPageParam: '', getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor };

export const settingsQuery = queryOptions({
  queryKey: ['owner', 'settings'],
  queryFn: ({ signal }) => call('readSettings', { signal }),
});

/** Figures of the moment: read again while they are looked at. */
export const healthQuery = queryOptions({
  queryKey: ['owner', 'health'],
  queryFn: ({ signal }) => call('readHealth', { signal }),
  refetchInterval: 10_000,
});

export function useMembers(filter: MembersFilter) {
  return useInfiniteQuery({
    queryKey: ['owner', 'members', filter],
    queryFn: ({ pageParam, signal }) => call('listMembers', { query: { ...filter, ...cursorOf(pageParam) }, signal }),
    // What was found stays in sight while the next letter is looked for.
    placeholderData: keepPreviousData,
    ...pages,
  });
}

export function useMember(id: string) {
  return useQuery({
    queryKey: ['owner', 'member', id],
    queryFn: ({ signal }) => call('readMember', { params: { id }, signal }),
    enabled: id !== '',
  });
}

export function useInvitations() {
  return useInfiniteQuery({
    queryKey: ['owner', 'invitations'],
    queryFn: ({ pageParam, signal }) => call('listInvitations', { query: cursorOf(pageParam), signal }),
    ...pages,
  });
}

export function useAudit(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ['owner', 'audit', filter],
    queryFn: ({ pageParam, signal }) => call('listAudit', { query: { ...filter, ...cursorOf(pageParam) }, signal }),
    placeholderData: keepPreviousData,
    ...pages,
  });
}

/** After an act of an owner's: whatever these pages show may have changed by it, the audit log always. */
export function useRefreshOwner(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([client.invalidateQueries({ queryKey: ['owner'] }), readInstanceAgain()]);
  };
}
