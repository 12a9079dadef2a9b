import { type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Endpoints, Meeting, MeetingRole, Sent } from '@waymark/contract';
import { call } from '../../api/call';
import { ProblemError } from '../../api/problem';

export const isProblem = (error: unknown, code: string) => error instanceof ProblemError && error.code === code;

interface Which {
  as: MeetingRole;
  with?: string;
  roadmap?: string;
  state?: 'open' | 'closed';
}

export function useMeetings(which: Which) {
  return useInfiniteQuery({
    queryKey: ['meetings', which],
    queryFn: ({ pageParam, signal }) =>
      call('listMeetings', { query: { ...which, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useMeeting(id: string | undefined) {
  return useQuery({
    queryKey: ['meeting', id],
    queryFn: ({ signal }) => call('readMeeting', { params: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
    staleTime: 0,
  });
}

/** The roadmap of a sheet, for the titles of its topics. */
export function useSheetRoadmap(slug: string | undefined) {
  return useQuery({
    queryKey: ['roadmap', slug],
    queryFn: ({ signal }) => call('readRoadmap', { params: { slug: slug ?? '' }, signal }),
    enabled: slug !== undefined,
    staleTime: 5 * 60_000,
  }).data;
}

/** Who sees progress of mine, and on which roadmap: with each of them I can begin a sheet. */
export function useMyMentors() {
  return useQuery({
    queryKey: ['grants', 'mentors'],
    queryFn: ({ signal }) => call('listGrants', { query: {}, signal }),
  });
}

function keep(client: QueryClient, meeting: Meeting): void {
  client.setQueryData(['meeting', meeting.id], meeting);
  void client.invalidateQueries({ queryKey: ['meetings'] });
}

export function useBeginMeeting() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { as: MeetingRole; with: string; roadmap: string }) => call('beginMeeting', { body }),
    onSuccess: (meeting) => keep(client, meeting),
  });
}

type Body<N extends 'writeAgenda' | 'writeMeetingNotes' | 'writeActions'> = Sent<Endpoints[N]>['body'];

export type Edit =
  | { part: 'agenda'; body: Body<'writeAgenda'> }
  | { part: 'notes'; body: Body<'writeMeetingNotes'> }
  | { part: 'actions'; body: Body<'writeActions'> };

/** Writes one part; what the other wrote meanwhile comes in and is told, and nothing is overwritten. */
export function useEditMeeting(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (edit: Edit): Promise<Meeting> => {
      if (edit.part === 'agenda') return call('writeAgenda', { params: { id }, body: edit.body });
      if (edit.part === 'notes') return call('writeMeetingNotes', { params: { id }, body: edit.body });
      return call('writeActions', { params: { id }, body: edit.body });
    },
    onSuccess: (meeting) => keep(client, meeting),
    onError: () => client.invalidateQueries({ queryKey: ['meeting', id] }),
  });
}

export function useTickAction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, actionId, isDone }: { id: string; actionId: string; isDone: boolean }) =>
      call('tickAction', { params: { id, actionId }, body: { isDone } }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['meetings'] }),
        client.invalidateQueries({ queryKey: ['meeting'] }),
      ]),
  });
}

export function useCloseMeeting(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call('closeMeeting', { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['meeting', id] }),
    onSuccess: (next) => keep(client, next),
  });
}
