import { useInfiniteQuery, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Answer,
  Audience,
  BusyReviewer,
  Endpoints,
  Review,
  ReviewDraft,
  ReviewerChange,
  Roadmap,
  Verdict,
} from '@waymark/contract';
import { call } from '../../api/call';
import { isProblem } from '../../api/problem';
import { roadmapQuery } from '../../api/roadmap-query';

export function isGone(error: unknown): boolean {
  return isProblem(error, 'not-found');
}

export function useReview(id: string | undefined) {
  return useQuery({
    queryKey: ['review', id],
    queryFn: ({ signal }) => call('readReview', { params: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
    // Somebody else's words: read anew each time.
    staleTime: 0,
  });
}

/** The slugs of all roadmaps; none while they are not wanted. */
export function useRoadmapList(isWanted: boolean): readonly string[] {
  const list = useQuery({
    queryKey: ['roadmaps'],
    queryFn: ({ signal }) => call('listRoadmaps', { signal }),
    enabled: isWanted,
    staleTime: 5 * 60_000,
  });
  return isWanted ? (list.data?.items.map(({ slug }) => slug) ?? []) : [];
}

/** The roadmaps that these slugs name, as they arrive. */
export function useRoadmapsOf(slugs: readonly string[]): { roadmaps: readonly Roadmap[]; isPending: boolean } {
  const queries = useQueries({
    queries: [...new Set(slugs)].map(roadmapQuery),
  });
  return { roadmaps: queries.flatMap(({ data }) => data ?? []), isPending: queries.some((query) => query.isPending) };
}

export function useDraft({ id }: Pick<Review, 'id'>, revision: number, isWanted = true) {
  return useQuery({
    queryKey: ['review-draft', id, revision],
    queryFn: ({ signal }) => call('readReviewDraft', { params: { id, number: revision }, signal }),
    enabled: isWanted,
    // A form is open on it: what is typed must not be taken away.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** What keeps the draft on one revision. Whoever calls it waits for its answer before calling again. */
export function keepDraftOf(id: string, revision: number) {
  return (body: Omit<ReviewDraft, 'version' | 'updatedAt'> & { base: number }): Promise<ReviewDraft> =>
    call('keepReviewDraft', { params: { id, number: revision }, body });
}

export function useSnippets() {
  return useQuery({
    queryKey: ['snippets'],
    queryFn: ({ signal }) => call('listSnippets', { query: { limit: 100 }, signal }),
  });
}

const ofProject = (projectId: string) => ['reviews', 'of-project', projectId];

export function useProjectReviews(projectId: string) {
  return useQuery({
    queryKey: ofProject(projectId),
    queryFn: ({ signal }) => call('listProjectReviews', { params: { id: projectId }, query: { limit: 100 }, signal }),
  });
}

export function useQueue(turn: 'mine' | 'learners') {
  return useInfiniteQuery({
    queryKey: ['reviews', 'queue', turn],
    queryFn: ({ pageParam, signal }) =>
      call('listReviews', { query: { turn, limit: 50, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The cohorts that I learn in, and the mentors who see my projects: whom I can ask. */
export function useWhomToAsk(isWanted = true) {
  const grants = useQuery({
    enabled: isWanted,
    queryKey: ['grants', 'whom-to-ask'],
    queryFn: ({ signal }) => call('listGrants', { query: { limit: 100 }, signal }),
  });
  return { ...grants, grants: grants.data?.items ?? [] };
}

/** Which of the mentors whom I can ask may take longer. Nothing waits for it: without it nobody is told to. */
export function useBusyReviewers(isWanted = true): readonly BusyReviewer[] {
  const query = useQuery({
    enabled: isWanted,
    queryKey: ['reviews', 'busy'],
    queryFn: ({ signal }) => call('listReviewersOfMine', { query: { limit: 100 }, signal }),
  });
  return query.data?.items ?? [];
}

export function useReviewer() {
  return useQuery({ queryKey: ['reviewer'], queryFn: ({ signal }) => call('readReviewer', { signal }) });
}

export function useChangeReviewer() {
  const client = useQueryClient();
  return useMutation({
    scope: { id: 'reviewer' },
    mutationFn: (body: ReviewerChange) => call('changeReviewer', { body }),
    onSuccess: (reviewer) => {
      client.setQueryData(['reviewer'], reviewer);
      void client.invalidateQueries({ queryKey: ['reviews'] });
    },
  });
}

export type LearnerAct = 'resubmit' | 'passBall' | 'withdrawReview' | 'reopenReview' | 'thankForReview';
export type MentorAct = 'claimReview' | 'renewClaim' | 'releaseReview';

/** What can be done with a review; what it says of it comes back with the answer, and everywhere else it is read again. */
export type Doing =
  | { act: LearnerAct; review: Review }
  | { act: MentorAct; review: Review }
  | { act: 'askSomeoneElse'; review: Review; audience: Audience }
  | { act: 'giveVerdict'; review: Review; verdict: Verdict };

function send(doing: Doing): Promise<Review> {
  const { review } = doing;
  const params = { id: review.id };
  switch (doing.act) {
    case 'giveVerdict':
      return call('giveVerdict', { params, body: { ...doing.verdict, revision: review.revision } });
    case 'askSomeoneElse':
      return call('askSomeoneElse', { params, body: { audience: doing.audience }, ifMatch: review.version });
    case 'claimReview':
    case 'renewClaim':
    case 'releaseReview':
      return call(doing.act, { params });
    default:
      return call(doing.act, { params, ifMatch: review.version });
  }
}

/** What a verdict, and what it confirms, is shown in. */
const shownIn = ['reviews', 'reviewer', 'projects', 'enrolments', 'enrolment', 'learners', 'learner'];

export function useReviewAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (review) => {
      client.setQueryData(['review', review.id], review);
      for (const key of shownIn) void client.invalidateQueries({ queryKey: [key] });
    },
    // Somebody was quicker: the page shows what it is now, beside the reason.
    onError: (_, { review }) => client.invalidateQueries({ queryKey: ['review', review.id] }),
  });
}

export function useAskForReview(projectId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: { question: string; audience: Audience; key: string }) =>
      call('askForReview', { params: { id: projectId }, body, idempotencyKey: key }),
    onSuccess: (review) => {
      client.setQueryData(['review', review.id], review);
      // At once, so that nobody asks twice while the list is read again.
      client.setQueryData<Answer<Endpoints['listProjectReviews']>>(
        ofProject(projectId),
        (list) => list && { ...list, items: [review, ...list.items.filter(({ id }) => id !== review.id)] },
      );
      for (const key of shownIn) void client.invalidateQueries({ queryKey: [key] });
    },
    // Another device was quicker: the page shows what was asked there.
    onError: () => client.invalidateQueries({ queryKey: ['reviews'] }),
  });
}
