import { type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Consent } from '@waymark/contract';
import { call } from '../../api/call';

const root = 'mentor-invitations';
const first = { initialPageParam: '', getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor };
const at = (cursor: string) => (cursor ? { cursor } : {});

export function useReceivedInvitations() {
  return useInfiniteQuery({
    queryKey: [root, 'received'],
    queryFn: ({ pageParam, signal }) => call('listReceivedInvitations', { query: at(pageParam), signal }),
    ...first,
  });
}

export function useReceivedAsks() {
  return useInfiniteQuery({
    queryKey: [root, 'asks'],
    queryFn: ({ pageParam, signal }) => call('listReceivedAsks', { query: at(pageParam), signal }),
    ...first,
  });
}

export function useMyAsks() {
  return useInfiniteQuery({
    queryKey: [root, 'mine'],
    queryFn: ({ pageParam, signal }) => call('listMyAsks', { query: at(pageParam), signal }),
    ...first,
  });
}

/** My own, or a cohort's. */
export function useSentInvitations(cohort: string | null) {
  return useInfiniteQuery({
    queryKey: [root, 'sent', cohort],
    queryFn: ({ pageParam, signal }) =>
      call('listMentorInvitations', { query: { ...at(pageParam), ...(cohort && { cohort }) }, signal }),
    ...first,
  });
}

export function useMentorCodes() {
  return useInfiniteQuery({
    queryKey: [root, 'codes'],
    queryFn: ({ pageParam, signal }) => call('listMentorCodes', { query: at(pageParam), signal }),
    ...first,
  });
}

/** Asked once: it does not change while somebody reads, and tries are counted. */
export function useMentorLink(token: string) {
  return useQuery({
    queryKey: ['mentor-link', token],
    queryFn: () => call('openMentorLink', { body: { token } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
}

function refresh(client: QueryClient): Promise<unknown> {
  const keys = [root, 'cohorts', 'grants', 'enrolments', 'enrolment', 'learners', 'notifications'];
  return Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })));
}

/** An act after which the lists are read again, whatever came of it. */
function useAct<I, O>(act: (input: I) => Promise<O>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => void refresh(client) });
}

/** With the token of a letter, or by the address that I confirmed. */
interface Held {
  id: string;
  token?: string | undefined;
}
const byToken = ({ token }: Held) => (token === undefined ? {} : { token });

export const useAcceptInvitation = () =>
  useAct(({ consent, key, ...held }: Held & { consent: Consent; key: string }) =>
    call('acceptMentorInvitation', {
      params: { id: held.id },
      body: { consent, ...byToken(held) },
      idempotencyKey: key,
    }),
  );

export const useDeclineInvitation = () =>
  useAct((held: Held) => call('declineMentorInvitation', { params: { id: held.id }, body: byToken(held) }));

export const useDeclineLink = () => useAct((token: string) => call('declineMentorLink', { body: { token } }));

export const useAnswerAsk = () =>
  useAct(async ({ accept, answer, ...held }: Held & { accept: boolean; answer: string }) => {
    const asked = { params: { id: held.id }, body: { answer, ...byToken(held) } };
    if (accept) await call('acceptAsk', asked);
    else await call('declineAsk', asked);
  });

interface Asking {
  to: string;
  roadmap: string;
  sentence: string;
  consent: Consent;
  key: string;
}

export const useAskToMentor = () =>
  useAct(({ key, ...body }: Asking) => call('askToMentor', { body, idempotencyKey: key }));

export const useWithdrawAsk = () => useAct((id: string) => call('withdrawAsk', { params: { id } }));

interface Inviting {
  email: string;
  name: string;
  cohortId: string | null;
  roadmap?: string;
  key: string;
}

export const useInviteLearner = () =>
  useAct(({ key, ...body }: Inviting) => call('inviteLearner', { body, idempotencyKey: key }));

export const useResend = () => useAct((id: string) => call('resendMentorInvitation', { params: { id } }));

export const useRevoke = () => useAct((id: string) => call('revokeMentorInvitation', { params: { id } }));

export const useMakeCode = () =>
  useAct((body: { roadmap: string; uses: number; expiresInDays: number }) => call('createMentorCode', { body }));

export const useEndCode = () => useAct((id: string) => call('revokeMentorCode', { params: { id } }));

export function usePreviewCode() {
  return useMutation({ mutationFn: (code: string) => call('previewCode', { body: { code } }) });
}

export const useAcceptCode = () =>
  useAct(({ key, ...body }: { code: string; consent: Consent; key: string }) =>
    call('acceptCode', { body, idempotencyKey: key }),
  );
