import type { QueryClient } from '@tanstack/react-query';
import type { EndpointName } from '@waymark/contract/paths';
import type { Input } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { queued, unqueue } from '../../api/queued';
import { everyPage } from '../../text/every-page.text';
import { notify } from '../../ui/toast';
import { roomsText as text } from './rooms.text';

/**
 * Sends a write after those before it in its lane: it shows at once, as everything that waits. What was refused is as
 * if never done, says why, and can be done `again`.
 */
export async function sendInTurn<N extends EndpointName>(
  client: QueryClient,
  lane: string,
  name: N,
  input: Input<N>,
  again: () => void,
): Promise<boolean> {
  const idempotencyKey = crypto.randomUUID();
  try {
    await queued(lane, name, { ...input, idempotencyKey });
    return true;
  } catch (error) {
    const run = () => {
      unqueue(idempotencyKey);
      again();
    };
    notify({ tone: 'alarm', text: text.refused(sentenceFor(error)), action: { label: everyPage.retry, run } });
    for (const queryKey of [['room'], ['time']]) void client.invalidateQueries({ queryKey });
    return false;
  }
}
