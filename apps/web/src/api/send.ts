import type { Route } from '@waymark/contract/first-paths';
import { hearServerTime } from './act-time';
import { offline, problemOf } from './problem';

export interface Sending {
  params?: object | undefined;
  query?: object | undefined;
  body?: unknown;
  /** The version that a change is made to; sent as an ETag. */
  ifMatch?: number | undefined;
  idempotencyKey?: string | undefined;
  signal?: AbortSignal | undefined;
  /** For a stream of events: what was heard last. */
  lastEventId?: string | undefined;
}

function addressOf(path: string, params: object = {}, query: object = {}): string {
  const filled = Object.entries(params).reduce(
    (before, [key, value]) => before.replace(`:${key}`, encodeURIComponent(String(value))),
    path,
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, String(value));
  return search.size > 0 ? `${filled}?${search}` : filled;
}

/** One request as it is: no token of its own, no second try. Throws ProblemError, or AbortError as fetch does. */
export async function send({ method, path }: Route, sending: Sending, token: string | null): Promise<Response> {
  const headers = new Headers({
    accept: 'application/json',
    'time-zone': Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (sending.ifMatch !== undefined) headers.set('if-match', `"${sending.ifMatch}"`);
  if (sending.idempotencyKey) headers.set('idempotency-key', sending.idempotencyKey);
  if (sending.lastEventId) headers.set('last-event-id', sending.lastEventId);
  const hasBody = sending.body !== undefined;
  if (hasBody) headers.set('content-type', 'application/json');
  let response: Response;
  try {
    response = await fetch(addressOf(path, sending.params, sending.query), {
      method,
      headers,
      credentials: 'same-origin',
      ...(hasBody && { body: JSON.stringify(sending.body) }),
      ...(sending.signal && { signal: sending.signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw offline();
  }
  hearServerTime(response.headers.get('date'));
  if (!response.ok) throw await problemOf(response);
  return response;
}
