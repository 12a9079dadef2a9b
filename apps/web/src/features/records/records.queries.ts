import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call';

export const recordsQuery = queryOptions({
  queryKey: ['records'],
  queryFn: ({ signal }) => call('listRecords', { query: { limit: 100 }, signal }),
});

export const followedQuery = queryOptions({
  queryKey: ['enrolments'],
  queryFn: ({ signal }) => call('listEnrolments', { signal }),
});

function useAgain() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: recordsQuery.queryKey });
}

export function useIssue() {
  const onSuccess = useAgain();
  return useMutation({ mutationFn: (roadmap: string) => call('issueRecord', { body: { roadmap } }), onSuccess });
}

export function useWithdraw() {
  const onSuccess = useAgain();
  return useMutation({ mutationFn: (key: string) => call('withdrawRecord', { params: { key } }), onSuccess });
}
