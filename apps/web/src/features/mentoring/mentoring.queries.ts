import {
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Consent, Grant, Roadmap, RosterFilter } from '@waymark/contract';
import { call } from '../../api/call';
import { isProblem } from '../../api/problem';
import { roadmapQuery } from '../../api/roadmap-query';

export function isGone(error: unknown): boolean {
  return isProblem(error, 'not-found');
}

export function useCohorts() {
  return useInfiniteQuery({
    queryKey: ['cohorts', 'list'],
    queryFn: ({ pageParam, signal }) =>
      call('listCohorts', { query: { ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useCohort(id: string) {
  return useQuery({
    queryKey: ['cohorts', 'one', id],
    queryFn: ({ signal }) => call('readCohort', { params: { id }, signal }),
  });
}

export function useGrants() {
  return useInfiniteQuery({
    queryKey: ['grants', 'list'],
    queryFn: ({ pageParam, signal }) =>
      call('listGrants', { query: { ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useRoster(filter: Partial<RosterFilter>) {
  return useInfiniteQuery({
    queryKey: ['learners', filter],
    queryFn: ({ pageParam, signal }) =>
      call('listLearners', { query: { ...filter, ...(pageParam && { cursor: pageParam }) }, signal }),
    // While somebody types, what was found before stays.
    placeholderData: keepPreviousData,
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Somebody else's page: read anew each time, and kept no longer than it is looked at. */
export function useLearner(id: string, roadmap: string) {
  return useQuery({
    queryKey: ['learner', id, roadmap],
    queryFn: ({ signal }) => call('readLearner', { params: { id }, query: { roadmap }, signal }),
    staleTime: 0,
    gcTime: 0,
  });
}

export function useRoadmapList() {
  return useQuery({
    queryKey: ['roadmaps'],
    queryFn: ({ signal }) => call('listRoadmaps', { signal }),
    staleTime: 5 * 60_000,
  });
}

/** The roadmaps that these slugs name, as they arrive. */
export function useRoadmaps(slugs: readonly string[]): ReadonlyMap<string, Roadmap> {
  const queries = useQueries({
    queries: [...new Set(slugs)].map(roadmapQuery),
  });
  return new Map(queries.flatMap(({ data }) => (data ? [[data.slug, data] as const] : [])));
}

export type Quieting = { learnerId: string; roadmap: string; key: string; as: 'seen' | 'snoozed' | 'open' };

/** Says that something was seen, put off, or is to be told of as before. */
export function useQuietAttention() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ learnerId: id, ...body }: Quieting) => call('quietAttention', { params: { id }, body }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['learners'] }),
        client.invalidateQueries({ queryKey: ['learner'] }),
      ]),
  });
}

function refreshSharing(client: QueryClient): Promise<unknown> {
  const keys = ['cohorts', 'grants', 'enrolments', 'enrolment', 'learners'];
  return Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })));
}

export function useCreateCohort() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: { name: string; roadmap: string; key: string }) =>
      call('createCohort', { body, idempotencyKey: key }),
    onSuccess: () => void refreshSharing(client),
  });
}

export function useRenewCode(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { expiresInDays: number | null; uses: number | null }) =>
      call('renewCohortCode', { params: { id }, body }),
    onSuccess: () => void refreshSharing(client),
  });
}

export function useRevokeCode(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call('revokeCohortCode', { params: { id } }),
    onSuccess: () => refreshSharing(client),
  });
}

/** Pending until the list is read again, so that what was asked for shows until what holds does. */
export function useChangeGrant(grant: Grant) {
  const client = useQueryClient();
  return useMutation({
    // Two quick changes arrive in their order.
    scope: { id: `grant-${grant.id}` },
    mutationFn: (consent: Consent) => call('changeGrant', { params: { id: grant.id }, body: { consent } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['grants'] }),
  });
}

export function useEndGrants() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (grants: readonly Grant[]) =>
      Promise.all(grants.map((grant) => call('endGrant', { params: { id: grant.id } }))),
    onSettled: () => void refreshSharing(client),
  });
}
