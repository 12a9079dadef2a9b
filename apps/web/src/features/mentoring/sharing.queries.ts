import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Consent, Grant } from '@waymark/contract';
import { call, callRaw } from '../../api/call';
import { collect, download } from '../../api/download';
import { sharingActsText } from './sharing-acts.text';

export interface Previewing {
  roadmap: string;
  consent: Consent;
  grantId?: string | undefined;
}

/** What a mentor with this consent would read, drawn by the server as it is drawn for them; never kept. */
export function usePreviewGrant({ roadmap, consent, grantId }: Previewing) {
  return useQuery({
    queryKey: ['grants', 'preview', roadmap, grantId ?? null, consent],
    queryFn: ({ signal }) => call('previewGrant', { body: { roadmap, consent, ...(grantId && { grantId }) }, signal }),
    // The picture of before stands until the next one is there, so that nothing jumps.
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
}

/** Pauses what is open, and opens what is paused. */
export function usePauseGrant(grant: Grant) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(grant.pausedAt ? 'resumeGrant' : 'pauseGrant', { params: { id: grant.id } }),
    onSettled: () => Promise.all(['grants', 'cohorts'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}

/** The hand-over as a file. */
export function useHandOver(grant: Grant) {
  return useMutation({
    mutationFn: async () => {
      const blob = await collect(await callRaw('readHandOver', { params: { id: grant.id } }));
      download(blob, sharingActsText.handOver.file(grant.mentor.handle));
    },
  });
}

export function usePaused() {
  return useInfiniteQuery({
    queryKey: ['learners', 'paused'],
    queryFn: ({ pageParam, signal }) =>
      call('listPaused', { query: { ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Who looked at what of mine; of one mentor alone, or of all. */
export function useLooks(mentor: string) {
  return useInfiniteQuery({
    queryKey: ['looks', { mentor }],
    queryFn: ({ pageParam, signal }) =>
      call('listLooks', {
        query: { limit: 20, ...(mentor && { mentor }), ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}
