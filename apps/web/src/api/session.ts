import type { Account, SignedIn } from '@waymark/contract';
import { useSyncExternalStore } from 'react';
import { call, onSessionEnd, onTwoFactorNeeded } from './call';
import { isProblem } from './problem';
import { queryClient } from './query-client';
import { dropToken, keepToken, wasSignedIn } from './token';

export interface Session {
  status: 'unknown' | 'stranger' | 'member';
  account: Account | null;
  /** The server ended it while the page was open: nothing typed is thrown away, the member signs in again. */
  expired: boolean;
  /** A stranger by their own act a moment ago: they are shown out, not asked to sign in. */
  left: boolean;
  /** The server cannot be reached: this is who was here last, and what they last knew. */
  away: boolean;
  /** Why it is not known yet: the server could not be asked. */
  failure: unknown;
}

const unknown: Session = { status: 'unknown', account: null, expired: false, left: false, away: false, failure: null };
const stranger: Session = { ...unknown, status: 'stranger' };

const memberOf = (account: Account): Session => ({ ...unknown, status: 'member', account });

let session: Session = unknown;
const listeners = new Set<() => void>();
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('waymark:session');

function become(next: Session): void {
  session = next;
  if (next.account) queryClient.setQueryData(['me'], next.account);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSession(): Session {
  return useSyncExternalStore(subscribe, () => session);
}

/** Finds out who is here. A stranger's page asks nobody. */
export async function startSession(): Promise<void> {
  if (!wasSignedIn()) return become(stranger);
  become(unknown);
  try {
    become(memberOf(await call('readMe')));
  } catch (failure) {
    const ended = isProblem(failure, 'not-signed-in');
    if (ended) return become(stranger);
    const { lastAccount, whenBack } = await import('./last-known');
    const account = await lastAccount().catch(() => null);
    if (!account) return become({ ...unknown, failure });
    become({ ...memberOf(account), away: true });
    // A session that is over says so by itself: see `onSessionEnd`.
    await whenBack(follow);
  }
}

export function signedIn(answer: SignedIn): void {
  const another = session.account !== null && session.account.id !== answer.account.id;
  if (another) queryClient.clear();
  keepToken(answer.accessToken, answer.expiresIn);
  become(memberOf(answer.account));
  // What failed while the session was over is asked again; on a first sign-in there is nothing yet.
  void queryClient.invalidateQueries();
  channel?.postMessage('signed-in');
}

/** The account as the server has it now, after a change to it. */
export function accountChanged(account: Account): void {
  become({ ...session, account });
}

function leave(): void {
  dropToken();
  queryClient.clear();
  become({ ...stranger, left: true });
}

/** As the server has it now. */
export const readAccountAgain = (): Promise<void> => follow();

/** Forgets the member in this tab and tells the others; for when the server has ended the session already. */
export function forgetMember(): void {
  leave();
  channel?.postMessage('signed-out');
  void import('./last-known').then(({ forgetLastKnown }) => forgetLastKnown()).catch(() => {});
}

/** Throws when the server cannot be told: a session that seems over but is not would be a lie. */
export async function signOut(): Promise<void> {
  await call('signOut');
  forgetMember();
}

onSessionEnd(() => {
  if (session.status === 'member') become({ ...session, expired: true, away: false });
});

/** Another tab signed in, perhaps as somebody else: the cookie is theirs now, so this page is too. */
async function follow(): Promise<void> {
  const account = await call('readMe');
  if (session.account && session.account.id !== account.id) queryClient.clear();
  become(memberOf(account));
}

let following: Promise<void> | null = null;
onTwoFactorNeeded(() => {
  // A page's requests are refused all at once: one of them asks.
  if (!session.account || session.account.needsTwoFactor || following) return;
  following = follow()
    .catch(() => {})
    .finally(() => {
      following = null;
    });
});

channel?.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.data === 'signed-in') follow().catch(() => {});
  if (event.data === 'signed-out' && session.status === 'member') leave();
});
