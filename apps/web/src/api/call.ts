import type { Answer, Endpoints, Sent } from '@waymark/contract';
import type { EndpointName } from '@waymark/contract/paths';
import type { CallRoute } from './all-routes';
import { isProblem, ProblemError } from './problem';
import { routeOf } from './route-of';
import { type Sending, send } from './send';
import { currentToken, refreshToken, wasSignedIn } from './token';

type Part<K extends string, V> = [V] extends [undefined]
  ? { [key in K]?: undefined }
  : Record<never, never> extends V
    ? { [key in K]?: V | undefined }
    : { [key in K]: V };

export type Input<N extends EndpointName> = Part<'params', Sent<Endpoints[N]>['params']> &
  Part<'query', Sent<Endpoints[N]>['query']> &
  Part<'body', Sent<Endpoints[N]>['body']> &
  Pick<Sending, 'ifMatch' | 'idempotencyKey' | 'signal' | 'lastEventId'>;

type Arguments<N extends EndpointName> = Record<never, never> extends Input<N> ? [input?: Input<N>] : [input: Input<N>];

const pausesMs = [400, 1200];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let whenSessionEnds: () => void = () => {};

/** Who is told when the server no longer knows this session. */
export function onSessionEnd(listener: () => void): void {
  whenSessionEnds = listener;
}

let whenTwoFactorNeeded: () => void = () => {};

/** Who is told when the owner has come to require a second factor that this member lacks. */
export function onTwoFactorNeeded(listener: () => void): void {
  whenTwoFactorNeeded = listener;
}

async function sendSignedIn(route: CallRoute, sending: Sending): Promise<Response> {
  // A reload or a tab just opened has the cookie and no token yet.
  const token = currentToken() ?? (wasSignedIn() && !route.isOpen ? await refreshOrEnd(null) : null);
  try {
    return await send(route, sending, token);
  } catch (error) {
    const code = error instanceof ProblemError ? error.code : undefined;
    if (code === 'two-factor-required') whenTwoFactorNeeded();
    if (code !== 'not-signed-in' || route.isOpen) throw error;
    return send(route, sending, await refreshOrEnd(token));
  }
}

async function refreshOrEnd(stale: string | null): Promise<string> {
  try {
    return await refreshToken(stale);
  } catch (error) {
    if (isProblem(error, 'not-signed-in')) whenSessionEnds();
    throw error;
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof ProblemError && (error.code === 'offline' || error.code === 'unavailable');
}

/** As `call`, with the answer's body unread: for what is downloaded. */
export async function callRaw<N extends EndpointName>(name: N, ...[input]: Arguments<N>): Promise<Response> {
  const route = await routeOf(name);
  const { takesKey } = route;
  const sending: Sending = { ...input };
  if (takesKey) sending.idempotencyKey ??= crypto.randomUUID();
  // A read is asked again by its query; a write is repeated here, where its key makes that harmless.
  for (let tried = 0; ; tried += 1) {
    try {
      return await sendSignedIn(route, sending);
    } catch (error) {
      const ms = pausesMs[tried];
      if (!takesKey || ms === undefined || !isPassing(error)) throw error;
      await pause(ms);
    }
  }
}

/** Calls one endpoint of the contract. Throws ProblemError. */
export async function call<N extends EndpointName>(name: N, ...input: Arguments<N>): Promise<Answer<Endpoints[N]>> {
  const response = await callRaw(name, ...input);
  return (response.status === 204 ? undefined : await response.json()) as Answer<Endpoints[N]>;
}
