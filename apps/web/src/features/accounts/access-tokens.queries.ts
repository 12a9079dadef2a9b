import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call';

/** There are twenty at most, so they are one page. */
export const accessTokensQuery = queryOptions({
  queryKey: ['access-tokens'],
  queryFn: ({ signal }) => call('listAccessTokens', { query: { limit: 100 }, signal }),
});

export function useEndAccessToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call('endAccessToken', { params: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: accessTokensQuery.queryKey }),
  });
}
