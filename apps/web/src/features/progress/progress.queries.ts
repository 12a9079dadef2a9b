import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer, Choices, Endpoints, Enrolment, EnrolmentCard, Plan } from '@waymark/contract';
import { call } from '../../api/call';
import { roadmapQuery } from '../../api/roadmap-query';
import { useSession } from '../../api/session';
import { standing } from './apply-act';
import { usePendingActs } from './use-act-log';

type Enrolments = Answer<Endpoints['listEnrolments']>;

const enrolmentsQuery = queryOptions({
  queryKey: ['enrolments'],
  queryFn: ({ signal }) => call('listEnrolments', { signal }),
});

const enrolmentQuery = (slug: string) =>
  queryOptions({
    queryKey: ['enrolment', slug],
    queryFn: ({ signal }) => call('readEnrolment', { params: { slug }, signal }),
  });

export function useRoadmap(slug: string) {
  return useQuery(roadmapQuery(slug));
}

/** The roadmaps that I follow. A stranger asks nobody. */
export function useEnrolments() {
  const { status } = useSession();
  return useQuery({ ...enrolmentsQuery, enabled: status === 'member' });
}

/**
 * My way along one roadmap, with what I have just done and the server has not yet answered. Whether I follow it is
 * read from the list, so that asking is never answered with 404. `isFollowed` is undefined while that is unknown.
 */
export function useEnrolment(slug: string) {
  const { status } = useSession();
  const list = useEnrolments();
  const isFollowed = status === 'stranger' ? false : list.data?.items.some((card) => card.roadmap === slug);
  const own = useQuery({ ...enrolmentQuery(slug), enabled: isFollowed === true });
  const roadmap = useQuery({ ...roadmapQuery(slug), enabled: false }).data;
  const pending = usePendingActs(slug);
  const known = isFollowed ? own.data : undefined;
  return {
    enrolment: known ? standing(roadmap, known, pending) : null,
    isFollowed,
    isPending: isFollowed === undefined ? list.isPending : isFollowed && own.isPending,
    error: list.data ? own.error : list.error,
    retry: () => void (list.isError ? list.refetch() : own.refetch()),
  };
}

function cardOf(enrolment: Enrolment): EnrolmentCard {
  const { choices: _choices, topics: _topics, minutes: _minutes, touched: _touched, ...card } = enrolment;
  return card;
}

/** Puts what the server answered where every page reads it. */
export function useKeepEnrolment() {
  const client = useQueryClient();
  return (enrolment: Enrolment) => {
    client.setQueryData(['enrolment', enrolment.roadmap], enrolment);
    client.setQueryData<Enrolments>(['enrolments'], (list) => {
      if (!list) return undefined;
      const others = list.items.filter((card) => card.roadmap !== enrolment.roadmap);
      return { ...list, items: [cardOf(enrolment), ...others] };
    });
  };
}

/** Changes plan and choices, and follows the roadmap if I do not yet. */
export function usePutEnrolment(slug: string) {
  const keep = useKeepEnrolment();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { plan?: Partial<Plan>; choices?: Choices }) =>
      call('putEnrolment', { params: { slug }, body, idempotencyKey: crypto.randomUUID() }),
    onSuccess: (enrolment) => {
      keep(enrolment);
      void client.invalidateQueries({ queryKey: ['activity'] });
    },
  });
}

/** `follow.mutate()` follows it with the plan that everybody begins with. */
export function useFollow(slug: string) {
  const put = usePutEnrolment(slug);
  return { ...put, mutate: () => put.mutate({}), mutateAsync: () => put.mutateAsync({}) };
}

export function useLeave(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call('leaveEnrolment', { params: { slug } }),
    onSuccess: () => {
      client.setQueryData<Enrolments>(
        ['enrolments'],
        (list) => list && { ...list, items: list.items.filter((card) => card.roadmap !== slug) },
      );
      void client.invalidateQueries({ queryKey: ['enrolments', 'left'] });
      client.removeQueries({ queryKey: ['enrolment', slug] });
      void client.invalidateQueries({ queryKey: ['grants'] });
      void client.invalidateQueries({ queryKey: ['cohorts'] });
    },
  });
}

export function useRestore(slug: string) {
  const keep = useKeepEnrolment();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call('restoreEnrolment', { params: { slug } }),
    onSuccess: (enrolment) => {
      keep(enrolment);
      void client.invalidateQueries({ queryKey: ['enrolments', 'left'] });
    },
  });
}
