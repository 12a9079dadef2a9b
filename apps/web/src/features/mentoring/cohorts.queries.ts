import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Cohort, CohortAsk, CohortChanges, Consent, MyCohortOffer } from '@waymark/contract';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { notify } from '../../ui/toast';

const keys = ['cohorts', 'grants', 'learners', 'learner', 'glance', 'notifications', 'two-factor'];

/** After what changes who mentors, or who sees what. */
function useRefresh() {
  const client = useQueryClient();
  return () => Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })));
}

export function useArchivedCohorts(isWanted: boolean) {
  return useQuery({
    queryKey: ['cohorts', 'archived'],
    queryFn: ({ signal }) => call('listCohorts', { query: { archived: 'yes', limit: 100 }, signal }),
    enabled: isWanted,
    select: (page) => page.items,
  });
}

/** `said`: what tells that it was done, wherever the part that asked for it is by then. */
export function useChangeCohort(cohort: Pick<Cohort, 'id'>, said: (after: Cohort) => string) {
  const client = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ version, ...body }: CohortChanges & { version: number }) =>
      call('changeCohort', { params: { id: cohort.id }, body, ifMatch: version }),
    onSuccess: (after) => {
      client.setQueryData(['cohorts', 'one', cohort.id], after);
      notify({ text: said(after), tone: 'good' });
    },
    onSettled: refresh,
  });
}

export function useLeaveCohort(id: string) {
  const refresh = useRefresh();
  return useMutation({ mutationFn: () => call('leaveCohort', { params: { id } }), onSuccess: () => void refresh() });
}

export function useCohortOffers(id: string) {
  return useQuery({
    queryKey: ['cohorts', 'offered', id],
    queryFn: ({ signal }) => call('listCohortOffers', { params: { id }, query: { limit: 100 }, signal }),
    select: (page) => page.items,
  });
}

export function useOfferCohort(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (handle: string) => call('offerCohort', { params: { id }, body: { handle } }),
    onSuccess: refresh,
  });
}

export function useWithdrawOffer(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (offerId: string) => call('withdrawCohortOffer', { params: { id, offerId } }),
    onSettled: refresh,
  });
}

export function useRemoveMentor(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (mentorId: string) => call('removeCohortMentor', { params: { id, mentorId } }),
    onSuccess: () => void refresh(),
  });
}

export function useMyOffers() {
  return useQuery({
    queryKey: ['cohorts', 'offers'],
    queryFn: ({ signal }) => call('listMyCohortOffers', { query: { limit: 100 }, signal }),
    select: (page) => page.items,
  });
}

export function useAnswerOffer(said: (isAccepted: boolean, cohort: string) => string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ offer: { id }, isAccepted }: { offer: MyCohortOffer; isAccepted: boolean }) => {
      if (isAccepted) await call('acceptCohortOffer', { params: { id } });
      else await call('declineCohortOffer', { params: { id } });
    },
    onSuccess: (_, { offer, isAccepted }) => notify({ text: said(isAccepted, offer.cohort.name), tone: 'good' }),
    onError: (error) => notify({ text: sentenceFor(error), tone: 'alarm' }),
    onSettled: refresh,
  });
}

export function useMentorAsks() {
  return useQuery({
    queryKey: ['cohorts', 'asks'],
    queryFn: ({ signal }) => call('listMentorAsks', { query: { limit: 100 }, signal }),
    select: (page) => page.items,
  });
}

/** What was shown is what is agreed to: the consent goes with the answer. `null`: no. */
export function useAnswerMentor(said: (consent: Consent | null, mentor: string) => string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ ask, consent }: { ask: CohortAsk; consent: Consent | null }) => {
      const params = { id: ask.cohort.id, mentorId: ask.mentor.id };
      if (consent) await call('letMentorSee', { params, body: { consent } });
      else await call('declineMentor', { params });
    },
    onSuccess: (_, { ask, consent }) => notify({ text: said(consent, ask.mentor.name), tone: 'good' }),
    onError: (error) => notify({ text: sentenceFor(error), tone: 'alarm' }),
    onSettled: refresh,
  });
}

export function useCohortNames(id: string, isWanted: boolean) {
  return useInfiniteQuery({
    queryKey: ['cohorts', 'names', id],
    queryFn: ({ pageParam, signal }) =>
      call('listCohortNames', {
        params: { id },
        query: { limit: 100, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: isWanted,
  });
}

export function useListing(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (isListed: boolean) => call('changeListing', { params: { id }, body: { isListed } }),
    onSettled: refresh,
  });
}

/** Others' figures: read anew each time they are looked at, and kept no longer. */
export function useGlance(id: string) {
  return useQuery({
    queryKey: ['glance', id],
    queryFn: ({ signal }) => call('readGlance', { params: { id }, signal }),
    staleTime: 0,
    gcTime: 0,
  });
}

export function useGlanceRows(id: string) {
  return useInfiniteQuery({
    queryKey: ['glance', id, 'rows'],
    queryFn: ({ pageParam, signal }) =>
      call('listGlanceRows', { params: { id }, query: { limit: 50, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
    gcTime: 0,
  });
}
