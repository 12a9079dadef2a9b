import type { Answer, Endpoints } from '@waymark/contract';
import type { EndpointName } from '@waymark/contract/paths';
import { call, type Input } from './call';

const lanes = new Map<string, Promise<unknown>>();

/**
 * Sends a write after everything before it in its lane, such as `room:backend/http`. Its `idempotencyKey` is made when
 * it is done, so that sending it again does it once. Rejects with what refused it.
 */
export function queued<N extends EndpointName>(
  lane: string,
  name: N,
  input: Input<N> & { idempotencyKey: string },
): Promise<Answer<Endpoints[N]>> {
  const sent = (lanes.get(lane) ?? Promise.resolve()).then(() => call(name, input as never));
  lanes.set(
    lane,
    sent.catch(() => {}),
  );
  return sent as Promise<Answer<Endpoints[N]>>;
}
