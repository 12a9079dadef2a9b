import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call';

const keyOf = (projectId: string | undefined) => ['project-images', projectId];

/** Their addresses are made for who asks, and hold for a day at least. */
export function useImages(projectId: string | undefined, isWanted = true) {
  return useQuery({
    queryKey: keyOf(projectId),
    queryFn: ({ signal }) => call('listImages', { params: { id: projectId ?? '' }, signal }),
    enabled: projectId !== undefined && isWanted,
    staleTime: 5 * 60_000,
  });
}

export function useImageActs(projectId: string | undefined) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: keyOf(projectId) });
  return {
    refresh,
    async remove(name: string) {
      await call('deleteImage', { params: { id: projectId ?? '', name } });
      await refresh();
    },
  };
}
