import type { Answer, Endpoints } from '@waymark/contract';
import { firstPaths, splitRoute } from '@waymark/contract/first-paths';
import { isProblem } from './problem';
import { send } from './send';

/** Asked for before any other route is known. */
const refreshing = splitRoute(firstPaths.refreshSession);

interface Kept {
  token: string;
  /** By this device's clock, in milliseconds. */
  until: number;
}

/** Renewed a little early: a token that ends on its way is refused. */
const slackMs = 20_000;
/** A tab that ended in its turn says nothing; one on a busy machine says it late. */
const patienceMs = 3_000;

/**
 * The access token lives in this tab's memory and nowhere else. Every tab has the cookie in common, and
 * each refresh replaces it: so refreshes wait for one another, and who waited takes what the other got.
 */
let kept: Kept | null = null;
let inFlight: Promise<string> | null = null;

/** Resolves when another tab tells its token, or that it got none. */
let heard = (): void => {};

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('waymark:token');
channel?.addEventListener('message', (event: MessageEvent<Kept | null>) => {
  kept = event.data ?? kept;
  heard();
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

export function keepToken(token: string, expiresInSeconds: number): void {
  kept = { token, until: Date.now() + expiresInSeconds * 1000 - slackMs };
  remember(true);
  channel?.postMessage(kept);
}

export function dropToken(): void {
  kept = null;
  remember(false);
}

const lock = 'waymark:refresh';

/** `act` learns whether it had to wait for another tab. */
async function inTurn(act: (waited: boolean) => Promise<string>): Promise<string> {
  if (!navigator.locks) return act(false);
  const first = await navigator.locks.request(lock, { ifAvailable: true }, (free) => free && act(false));
  return first ?? navigator.locks.request(lock, () => act(true));
}

async function fetchToken(stale: string | null, waited: boolean): Promise<string> {
  const own = () => (currentToken() === stale ? null : currentToken());
  // The turn may come before the word of who had it.
  if (waited && !own()) {
    await new Promise<void>((resolve) => {
      heard = resolve;
      setTimeout(resolve, patienceMs);
    });
  }
  const known = own();
  if (known) return known;
  try {
    const response = await send(refreshing, {}, null);
    const answer = (await response.json()) as Answer<Endpoints['refreshSession']>;
    keepToken(answer.accessToken, answer.expiresIn);
    return answer.accessToken;
  } catch (error) {
    if (isProblem(error, 'not-signed-in')) dropToken();
    channel?.postMessage(null);
    throw error;
  }
}

/** A token other than `stale`, the one that was refused. Single flight in this tab and over all tabs. */
export function refreshToken(stale: string | null): Promise<string> {
  inFlight ??= inTurn((waited) => fetchToken(stale, waited)).finally(() => {
    inFlight = null;
  });
  return inFlight;
}
