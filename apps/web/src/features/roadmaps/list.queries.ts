import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';

export function useRoadmaps() {
  return useQuery({ queryKey: ['roadmaps'], queryFn: ({ signal }) => call('listRoadmaps', { signal }) });
}
