import type { Account, Answer, Endpoints } from '@waymark/contract';
import type { EndpointName } from '@waymark/contract/paths';
import type { Input } from './call';
import { outboxOf } from './outbox-of';
import { queryClient } from './query-client';

const mine = () => outboxOf(queryClient.getQueryData<Account>(['me'])?.id ?? '');

/**
 * Sends a write after everything before it in its lane, such as `room:backend/http`; without a connection it waits,
 * also through a reload. Its `idempotencyKey` is made when it is done, so that sending it again does it once. Rejects
 * with what refused it; `words` say what it was, in the list of what could not be merged.
 */
export function queued<N extends EndpointName>(
  lane: string,
  name: N,
  { idempotencyKey, signal: _, ...input }: Input<N> & { idempotencyKey: string },
  words?: string,
): Promise<Answer<Endpoints[N]>> {
  const at = new Date().toISOString();
  const { sent } = mine().add({ id: idempotencyKey, lane, name, input, at, words });
  return sent as Promise<Answer<Endpoints[N]>>;
}

/** What was refused has been decided about, and is not to be listed any more. */
export function unqueue(idempotencyKey: string): void {
  void mine().discard(idempotencyKey);
}
