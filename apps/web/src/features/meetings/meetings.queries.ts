import { type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Endpoints, Meeting, MeetingRole, Sent } from '@waymark/contract';
import { call } from '../../api/call';
import { isProblem } from '../../api/problem';
import { roadmapQuery } from '../../api/roadmap-query';
import { actionsBody, agendaBody, type SheetAct } from './sheet-acts';

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

export function useMeeting(id: string) {
  return useQuery({
    queryKey: ['meeting', id],
    queryFn: ({ signal }) => call('readMeeting', { params: { id }, signal }),
    staleTime: 0,
  });
}

/** The roadmap of a sheet, for the titles of its topics. */
export function useSheetRoadmap(slug: string) {
  return useQuery(roadmapQuery(slug)).data;
}

/** Who sees progress of mine, and on which roadmap: with each of them I can begin a sheet. */
export function useMyMentors() {
  return useQuery({
    queryKey: ['grants', 'mentors'],
    queryFn: ({ signal }) => call('listGrants', { query: { limit: 100 }, signal }),
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

/** Sends an act on what stands here by now; if the other was there first, once more on what they left. */
async function send(client: QueryClient, id: string, { part, apply, removed }: SheetAct): Promise<Meeting> {
  const write = (meeting: Meeting) => {
    const next = apply(meeting);
    if (part === 'agenda') return call('writeAgenda', { params: { id }, body: agendaBody(next, removed) });
    return call('writeActions', { params: { id }, body: actionsBody(next) });
  };
  const meeting = client.getQueryData<Meeting>(['meeting', id]) ?? (await call('readMeeting', { params: { id } }));
  try {
    return await write(meeting);
  } catch (problem) {
    const current = isProblem(problem, 'stale') && problem.current;
    if (!current) throw problem;
    return write(current as Meeting);
  }
}

/**
 * Acts on the agenda and on what is agreed: seen at once, sent one after the other. Each names what it changes, so that what the
 * other does meanwhile stays.
 */
export function useSheetActs(id: string) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `meeting:${id}` },
    mutationFn: (act: SheetAct) => send(client, id, act),
    onMutate: async (act) => {
      await client.cancelQueries({ queryKey: ['meeting', id] });
      client.setQueryData<Meeting>(['meeting', id], (meeting) => meeting && act.apply(meeting));
    },
    onSuccess: (meeting) => keep(client, meeting),
    onError: () => client.invalidateQueries({ queryKey: ['meeting', id] }),
  });
}

/** The notes of both are one text: what the other wrote meanwhile comes in and is told, and nothing is overwritten. */
export function useWriteNotes(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Sent<Endpoints['writeMeetingNotes']>['body']) =>
      call('writeMeetingNotes', { params: { id }, body }),
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
