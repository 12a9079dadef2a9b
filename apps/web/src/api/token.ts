import type { Answer, Endpoints } from '@waymark/contract';
import { ProblemError } from './problem';
import { send } from './send';

interface Kept {
  token: string;
  /** By this device's clock, in milliseconds. */
  until: number;
}

/** Renewed a little early: a token that ends on its way is refused. */
const slackMs = 20_000;

/**
 * The access token lives in this tab's memory and nowhere else. Every tab has the cookie in common, and
 * each refresh replaces it: so refreshes wait for one another, and who waited takes what the other got.
 */
let kept: Kept | null = null;
let inFlight: Promise<string> | null = null;

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('waymark:token');
channel?.addEventListener('message', (event: MessageEvent<Kept>) => {
  kept = event.data;
});

const flag = 'waymark:member';

/** Says, without being a secret, that somebody was signed in here: strangers need not be asked. */
export function wasSignedIn(): boolean {
  try {
    return localStorage.getItem(flag) !== null;
  } catch {
    return true;
  }
}

function remember(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(flag, '1');
    else localStorage.removeItem(flag);
  } catch {
    // Without storage each load asks for the session; nothing is lost.
  }
}

/** `null`: there is none, or it is about to end. */
export function currentToken(): string | null {
  return kept && Date.now() < kept.until ? kept.token : null;
}

/** Whose token it is that this tab holds; the server proves it, here it only keeps one member's work from another's. */
export function tokenAccount(): string | null {
  try {
    const payload = currentToken()?.split('.')[1] ?? '';
    return (JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { sub?: string }).sub ?? null;
  } catch {
    return null;
  }
}

export function keepToken(token: string, expiresInSeconds: number): void {
  kept = { token, until: Date.now() + expiresInSeconds * 1000 - slackMs };
  remember(true);
  channel?.postMessage(kept);
}

export function dropToken(): void {
  kept = null;
  remember(false);
}

function inTurn<T>(act: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request('waymark:refresh', act) : act();
}

async function fetchToken(stale: string | null): Promise<string> {
  const own = currentToken();
  if (own !== null && own !== stale) return own;
  try {
    const response = await send('refreshSession', {}, null);
    const answer = (await response.json()) as Answer<Endpoints['refreshSession']>;
    keepToken(answer.accessToken, answer.expiresIn);
    return answer.accessToken;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not-signed-in') dropToken();
    throw error;
  }
}

/** A token other than `stale`, the one that was refused. Single flight in this tab and over all tabs. */
export function refreshToken(stale: string | null): Promise<string> {
  inFlight ??= inTurn(() => fetchToken(stale)).finally(() => {
    inFlight = null;
  });
  return inFlight;
}
