import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Enrolment, RoomCard } from '@waymark/contract';
import { addDays, dayIn } from '@waymark/contract/rules';
import { call } from '../../api/call';

const cursorOf = (cursor: string) => (cursor ? { cursor } : {});

export const roomQuery = (slug: string, topicId: string) =>
  queryOptions({
    queryKey: ['room', slug, topicId],
    queryFn: ({ signal }) => call('readRoom', { params: { slug, topicId }, signal }),
  });

export const timeQuery = (slug: string, topicId: string) =>
  queryOptions({
    queryKey: ['time', slug, topicId],
    queryFn: ({ signal }) => call('listTime', { query: { roadmap: slug, topicId, limit: 100 }, signal }),
  });

/** As far back as can be asked for at once. */
const historyDays = 399;

export function useHistory(slug: string, topicId: string) {
  return useQuery({
    queryKey: ['activity', 'topic', slug, topicId],
    queryFn: ({ signal }) => {
      const from = addDays(dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date()), -historyDays + 1);
      return call('listActivity', { query: { roadmap: slug, topicId, from, limit: 30 }, signal });
    },
  });
}

/** Every room of a roadmap, page after page. */
async function allRooms(slug: string, signal: AbortSignal): Promise<RoomCard[]> {
  const cards: RoomCard[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { items: RoomCard[]; nextCursor: string | null } = await call('listRooms', {
      params: { slug },
      query: { limit: 100, ...cursorOf(cursor) },
      signal,
    });
    cards.push(...page.items);
    cursor = page.nextCursor;
  }
  return cards;
}

export const roomsQuery = (slug: string) =>
  queryOptions({ queryKey: ['rooms', slug], queryFn: ({ signal }) => allRooms(slug, signal) });

export const wayQuery = (slug: string) =>
  queryOptions({
    queryKey: ['enrolment', slug],
    queryFn: ({ signal }): Promise<Enrolment> => call('readEnrolment', { params: { slug }, signal }),
  });

export function useNotes(q: string, roadmap: string) {
  return useInfiniteQuery({
    queryKey: ['notes', q, roadmap],
    queryFn: ({ pageParam, signal }) =>
      call('listNotes', {
        query: { limit: 20, ...(q && { q }), ...(roadmap && { roadmap }), ...cursorOf(pageParam) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    // What was found stays in sight while the next letter is looked for.
    placeholderData: keepPreviousData,
  });
}
