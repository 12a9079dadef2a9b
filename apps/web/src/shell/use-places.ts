import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Roadmap } from '@waymark/contract';
import { call } from '../api/call';
import { useSession } from '../api/session';
import { type Place, pagesFor, placesOf, placesOfProjects } from './places';

/** Everywhere one can go: pages, projects, and the topics of the roadmaps one follows or has opened. */
export function usePlaces(): Place[] {
  const { status, account } = useSession();
  const isMember = status === 'member';
  const cache = useQueryClient();
  const enrolments = useQuery({
    queryKey: ['enrolments'],
    queryFn: ({ signal }) => call('listEnrolments', { signal }),
    enabled: isMember,
  });
  const opened = cache.getQueriesData<Roadmap>({ queryKey: ['roadmap'] }).map(([key]) => String(key[1]));
  const slugs = [...new Set([...(enrolments.data?.items.map((each) => each.roadmap) ?? []), ...opened])];
  const roadmaps = useQueries({
    queries: slugs.map((slug) => ({
      queryKey: ['roadmap', slug],
      queryFn: () => call('readRoadmap', { params: { slug } }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const projects = useQuery({
    queryKey: ['projects', 'find'],
    queryFn: ({ signal }) => call('listProjects', { query: { limit: 100 }, signal }),
    enabled: isMember,
  });
  return [
    ...pagesFor({ isMember, isOwner: account?.role === 'owner' }),
    ...(projects.data ? placesOfProjects(projects.data) : []),
    ...roadmaps.flatMap(({ data }) => (data ? placesOf(data) : [])),
  ];
}
