import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';

/** A project as it was. */
export function useRevision(projectId: string, number: number) {
  return useQuery({
    queryKey: ['revision', projectId, number],
    queryFn: ({ signal }) => call('readRevision', { params: { id: projectId, number }, signal }),
    // All but its commit is as it was for ever, and that is found out within minutes.
    staleTime: 60_000,
  });
}
