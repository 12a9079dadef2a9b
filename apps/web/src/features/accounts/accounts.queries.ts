import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call';

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => call('listSessions', { signal }),
});

export function useEndSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call('endSession', { params: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}

/** Everywhere else, or here as well: then nobody is left to ask anything. */
export function useEndSessions() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (where: 'elsewhere' | 'everywhere') =>
      call('endSessions', where === 'everywhere' ? { query: { also: 'here' } } : {}),
    onSettled: (_answer, _error, where) =>
      where === 'elsewhere' ? queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }) : undefined,
  });
}
