import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Project } from '@waymark/contract';
import { call } from '../../api/call';

/** About as often as the server looks for links that it was told to look at. */
const whileCheckingMs = 3000;

type Linked = Pick<Project, 'id' | 'repoUrl' | 'demoUrl'>;

/** Other links are another question: what is known of those before is not shown beside them. */
const keyOf = ({ id, repoUrl, demoUrl }: Linked) => ['links', id, repoUrl, demoUrl];

export function useLinks(project: Linked) {
  return useQuery({
    queryKey: keyOf(project),
    queryFn: ({ signal }) => call('readLinks', { params: { id: project.id }, signal }),
    enabled: project.repoUrl !== null || project.demoUrl !== null,
    refetchInterval: ({ state }) => (state.data?.isChecking ? whileCheckingMs : false),
  });
}

export function useCheckLinks(project: Linked) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call('checkLinks', { params: { id: project.id } }),
    onSuccess: (links) => client.setQueryData(keyOf(project), links),
  });
}
