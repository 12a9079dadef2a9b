import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Answer, Endpoints, Project, ProjectChanges } from '@waymark/contract';
import { call } from '../../api/call';
import { isProblem } from '../../api/problem';
import { roadmapQuery } from '../../api/roadmap-query';
import type { ProjectFields } from './draft';
import type { TopicsByRoadmap } from './proof-outlook';

export function useProjects() {
  return useInfiniteQuery({
    queryKey: ['projects', 'list'],
    queryFn: ({ pageParam, signal }) =>
      call('listProjects', { query: { limit: 100, archived: 'all', ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** What was deleted here is asked for no more, though its page may stand for a moment yet, and an event may tell of it. */
const deleted = new Set<string>();

export function useProject(id: string | undefined) {
  return useQuery({
    queryKey: ['project', id],
    queryFn: ({ signal }) => call('readProject', { params: { id: id ?? '' }, signal }),
    enabled: () => id !== undefined && !deleted.has(id),
    // A form is open on it: what is typed is compared with what was loaded, and a 412 tells of the rest.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

const enrolmentsQuery = {
  queryKey: ['enrolments'],
  queryFn: ({ signal }: { signal: AbortSignal }) => call('listEnrolments', { signal }),
};

function enrolmentQuery(slug: string) {
  return {
    queryKey: ['enrolment', slug],
    queryFn: ({ signal }: { signal: AbortSignal }) => call('readEnrolment', { params: { slug }, signal }),
  };
}

const isGone = (error: unknown) => isProblem(error, 'not-found');

/** The roadmaps that I follow, with my topics on each, and `also` those that a link or a project names. */
export function useTopicSources(also: readonly string[]) {
  const enrolments = useQuery(enrolmentsQuery);
  const followed = enrolments.data?.items.map((card) => card.roadmap) ?? [];
  const slugs = [...new Set([...followed, ...also])];
  const roadmaps = useQueries({ queries: slugs.map(roadmapQuery) });
  const ways = useQueries({ queries: followed.map(enrolmentQuery) });
  const failures = [enrolments, ...roadmaps, ...ways].filter((query) => query.isError && !isGone(query.error));
  return {
    roadmaps: roadmaps.flatMap((query) => query.data ?? []),
    topics: Object.fromEntries(ways.flatMap((query) => (query.data ? [[query.data.roadmap, query.data.topics]] : []))),
    isPending: enrolments.isPending || [...roadmaps, ...ways].some((query) => query.isPending),
    isError: failures.length > 0,
  };
}

/** The roadmaps that I follow, and my way on one of them. */
export function useWay(asked: string | null) {
  const enrolments = useQuery(enrolmentsQuery);
  const followed = enrolments.data?.items.map((card) => card.roadmap) ?? [];
  const slug = followed.find((each) => each === asked) ?? followed[0];
  const roadmaps = useQueries({ queries: followed.map(roadmapQuery) });
  const way = useQuery({ ...enrolmentQuery(slug ?? ''), enabled: slug !== undefined });
  return {
    followed: roadmaps.flatMap((query) => query.data ?? []),
    roadmap: roadmaps.find((query) => query.data?.slug === slug)?.data,
    way: way.data,
    followsNothing: enrolments.isSuccess && followed.length === 0,
    error: enrolments.error ?? way.error ?? roadmaps.find((query) => query.isError)?.error ?? null,
  };
}

/** My topics as they are now on the server, once a project may have changed their proof. */
export async function readTopics(client: QueryClient, slugs: readonly string[]): Promise<TopicsByRoadmap> {
  const read = slugs.map((slug) => client.fetchQuery({ ...enrolmentQuery(slug), staleTime: 0 }).catch(() => null));
  const enrolments = await Promise.all(read);
  return Object.fromEntries(enrolments.flatMap((each) => (each ? [[each.roadmap, each.topics]] : [])));
}

function refresh(client: QueryClient): Promise<unknown> {
  return Promise.all([
    client.invalidateQueries({ queryKey: ['projects'] }),
    client.invalidateQueries({ queryKey: ['enrolments'] }),
    client.invalidateQueries({ queryKey: ['enrolment'] }),
    client.invalidateQueries({ queryKey: ['activity'] }),
  ]);
}

export type Saving =
  | { kind: 'create'; body: ProjectFields; key: string }
  | { kind: 'change'; id: string; version: number; changes: ProjectChanges };

export function useSaveProject() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (saving: Saving): Promise<Project> =>
      saving.kind === 'create'
        ? call('createProject', { body: saving.body, idempotencyKey: saving.key })
        : call('changeProject', { params: { id: saving.id }, body: saving.changes, ifMatch: saving.version }),
    onSuccess: (project) => {
      client.setQueryData(['project', project.id], project);
      void refresh(client);
    },
  });
}

type ProjectPage = Answer<Endpoints['listProjects']>;
type ProjectPages = InfiniteData<ProjectPage, string>;

function without(id: string) {
  return (page: ProjectPage): ProjectPage => ({ ...page, items: page.items.filter((project) => project.id !== id) });
}

export function useDeleteProject() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Pick<Project, 'id' | 'version'>) =>
      call('deleteProject', { params: { id }, ifMatch: version }),
    onSuccess: (_, { id }) => {
      deleted.add(id);
      // The list is where one goes next: it must not show what is gone until it is read again.
      client.setQueryData<ProjectPages>(
        ['projects', 'list'],
        (list) => list && { ...list, pages: list.pages.map(without(id)) },
      );
      void refresh(client);
    },
  });
}
