import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';

const freshMs = 5000;

/** Asked again every few seconds: whoever looks here waits for a letter. */
export function useMailbox() {
  return useInfiniteQuery({
    queryKey: ['mailbox'],
    queryFn: ({ pageParam, signal }) =>
      call('listMailbox', { query: { limit: 30, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: (query) => (query.state.error ? false : freshMs),
    retry: false,
  });
}

/** A letter never changes. */
export function useMailboxMail(id: string | undefined) {
  return useQuery({
    queryKey: ['mailbox', id],
    queryFn: ({ signal }) => call('readMailboxMail', { params: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
