import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Help, TalkCard } from '@waymark/contract';
import { call } from '../../api/call';

/** One topic of a learner's way, as its learner or a mentor has it before them. */
export interface TalkPlace {
  learnerId: string;
  slug: string;
  topicId: string;
  /** The learner's own. */
  isMine: boolean;
}

const cursorOf = (cursor: string) => (cursor ? { cursor } : {});
const pages = { initialPageParam: '', getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor };

/** What is one's own is kept on the device; what a mentor reads of others never is: see `last-known.ts`. */
const wayKey = ({ learnerId, slug, isMine }: Omit<TalkPlace, 'topicId'>) =>
  isMine ? ['my-talk', slug] : ['talk', learnerId, slug];
const paramsOf = ({ learnerId: id, slug, topicId }: TalkPlace) => ({ id, slug, topicId });

async function allCards(id: string, slug: string, signal: AbortSignal): Promise<TalkCard[]> {
  const cards: TalkCard[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: TalkCard[]; nextCursor: string | null } = await call('listTalk', {
      params: { id, slug },
      query: { limit: 100, ...cursorOf(cursor) },
      signal,
    });
    cards.push(...page.items);
    cursor = page.nextCursor;
  }
  return cards;
}

/** The topics of a way on which something was said, by id. */
export function useTalkCards(way: Omit<TalkPlace, 'topicId'> | null) {
  return useQuery({
    queryKey: [...wayKey(way ?? { learnerId: '', slug: '', isMine: true }), 'cards'],
    queryFn: ({ signal }) => allCards(way?.learnerId ?? '', way?.slug ?? '', signal),
    enabled: way !== null,
  });
}

export const commentsKey = (place: TalkPlace) => [...wayKey(place), 'comments', place.topicId];

export function useComments(place: TalkPlace) {
  return useInfiniteQuery({
    queryKey: commentsKey(place),
    queryFn: ({ pageParam, signal }) =>
      call('listTopicComments', { params: paramsOf(place), query: { limit: 30, ...cursorOf(pageParam) }, signal }),
    ...pages,
  });
}

export function useTopicSuggestions(place: TalkPlace) {
  const { learnerId: id, slug, topicId } = place;
  return useQuery({
    queryKey: [...wayKey(place), 'suggestions', topicId],
    queryFn: ({ signal }) =>
      call('listSuggestions', { params: { id, slug }, query: { topicId, only: 'all', limit: 20 }, signal }),
  });
}

/** What waits for my answer, on whatever way. */
export function useMySuggestions() {
  return useQuery({
    queryKey: ['my-suggestions'],
    queryFn: ({ signal }) => call('listMySuggestions', { query: { limit: 20 }, signal }),
  });
}

/** Who reads what I write on a way. */
export function useReaders(slug: string) {
  return useQuery({
    queryKey: ['readers', slug],
    queryFn: ({ signal }) => call('readReaders', { query: { roadmap: slug }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** The names of those who see my projects, where they are not private. */
export function useProjectReaders(): string[] | undefined {
  return useQuery({
    queryKey: ['readers', 'projects'],
    queryFn: ({ signal }) => call('readReaders', { query: {}, signal }),
    select: ({ projects }) => projects.map(({ name }) => name),
  }).data;
}

export type HelpThing = { slug: string; topicId: string } | { projectId: string };

/** The last request for help with a topic or project of mine. */
export function useMyHelp(thing: HelpThing) {
  const about = 'projectId' in thing ? thing : { roadmap: thing.slug, topicId: thing.topicId };
  return useQuery({
    queryKey: ['my-help', about],
    queryFn: ({ signal }) => call('listMyHelp', { query: { only: 'all', limit: 1, ...about }, signal }),
    select: ({ items }): Help | null => items[0] ?? null,
  });
}

/** What one of my learners asks for help with on a way. */
export function useLearnerHelp(id: string, roadmap: string, isOn = true) {
  return useQuery({
    queryKey: ['help', id, roadmap],
    queryFn: ({ signal }) => call('listLearnerHelp', { params: { id }, query: { roadmap, limit: 50 }, signal }),
    enabled: isOn,
    gcTime: 0,
  });
}

/** Who of my learners asks for help. */
export function useHelpList() {
  return useInfiniteQuery({
    queryKey: ['help', 'all'],
    queryFn: ({ pageParam, signal }) => call('listHelp', { query: { limit: 10, ...cursorOf(pageParam) }, signal }),
    ...pages,
  });
}

export function useSharedNotes(id: string, roadmap: string, topicId: string | null, isOn: boolean) {
  return useInfiniteQuery({
    queryKey: ['shared-notes', id, roadmap, topicId],
    queryFn: ({ pageParam, signal }) => {
      const which = { roadmap, limit: 10, ...(topicId && { topicId }) };
      return call('listSharedNotes', { params: { id }, query: { ...which, ...cursorOf(pageParam) }, signal });
    },
    ...pages,
    enabled: isOn,
    gcTime: 0,
  });
}

const everything = ['talk', 'my-talk', 'my-suggestions', 'my-help', 'help'];

/** Reads again what is in sight of all of this. */
export function useTalkRefresh(): (...more: string[]) => Promise<void> {
  const client = useQueryClient();
  return async (...more) => {
    await Promise.all([...everything, ...more].map((key) => client.invalidateQueries({ queryKey: [key] })));
  };
}

/** The items of all pages, the older page before the newer. */
export function inOrder<T>(data: InfiniteData<{ items: readonly T[] }> | undefined): T[] {
  return (data?.pages ?? []).toReversed().flatMap(({ items }) => items);
}
