import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { About } from '@waymark/contract';
import { call } from '../../api/call';

const all = ['notifications'];

const countQuery = queryOptions({
  queryKey: [...all, 'count'],
  queryFn: ({ signal }) => call('countNotifications', { signal }),
});

/** How many a member has not read; counts to a hundred. */
export function useUnread(): number {
  return useQuery(countQuery).data?.unread ?? 0;
}

export function useNotifications(only: 'all' | 'unread') {
  return useInfiniteQuery({
    queryKey: [...all, 'list', only],
    queryFn: ({ pageParam, signal }) =>
      call('listNotifications', {
        query: { limit: 30, ...(only === 'unread' && { only }), ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

function useReading<T>(read: (what: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: read, onSettled: () => client.invalidateQueries({ queryKey: all }) });
}

export const useReadOne = () => useReading((id: string) => call('readNotification', { params: { id } }));
/** All up to the newest that is shown: what came in since stays unread. */
export const useReadAll = () => useReading((until: string) => call('readNotifications', { body: { until } }));
/** It is before one's eyes. */
export const useSeeAbout = () => useReading((body: About) => call('seeAbout', { body }));
