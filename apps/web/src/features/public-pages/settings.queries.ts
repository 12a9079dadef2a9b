import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ProjectCard, PublicPageChoices } from '@waymark/contract';
import { call } from '../../api/call';

export const settingsQuery = queryOptions({
  queryKey: ['public-page'],
  queryFn: ({ signal }) => call('readPublicPageSettings', { signal }),
  // A form is open on it: a 412 tells of what was saved elsewhere.
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  gcTime: 0,
});

export const enrolmentsQuery = queryOptions({
  queryKey: ['enrolments'],
  queryFn: ({ signal }) => call('listEnrolments', { signal }),
});

/** Every project of mine, with what a stranger may see of each. */
export const projectsQuery = queryOptions({
  queryKey: ['projects', 'all'],
  queryFn: async ({ signal }) => {
    const all: ProjectCard[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await call('listProjects', {
        query: { limit: 100, archived: 'all', ...(cursor && { cursor }) },
        signal,
      });
      all.push(...page.items);
      if (!page.nextCursor) return all;
      cursor = page.nextCursor;
    }
  },
});

export function useSaveChoices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ choices, version }: { choices: PublicPageChoices; version: number }) =>
      call('changePublicPage', { body: choices, ifMatch: version }),
    onSuccess: (saved) => client.setQueryData(settingsQuery.queryKey, saved),
  });
}

export function usePreview() {
  return useMutation({ mutationFn: (choices: PublicPageChoices) => call('previewPublicPage', { body: choices }) });
}

export function useMakePublic() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Pick<ProjectCard, 'id' | 'version'>) =>
      call('changeProject', { params: { id }, body: { visibility: 'public' }, ifMatch: version }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['projects'] }),
        client.invalidateQueries({ queryKey: ['project'] }),
      ]),
  });
}
