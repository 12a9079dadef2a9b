import type { LiveEvent } from '@waymark/contract';
import { afterEach, vi } from 'vitest';
import type { Client } from './client.js';
import { pathOf } from './start.js';

export interface Heard {
  id: string | undefined;
  event: LiveEvent;
}

const open = new Set<AbortController>();
afterEach(() => {
  for (const each of open) each.abort();
  open.clear();
});

/** A device that listens: what it has heard so far, in order. It stops after the test. */
export async function listen(client: Client, lastEventId?: string) {
  const gone = new AbortController();
  open.add(gone);
  const headers = {
    authorization: `Bearer ${client.token}`,
    ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
  };
  const response = await fetch(`${client.app.address}${pathOf('followChanges')}`, { headers, signal: gone.signal });
  const heard: Heard[] = [];
  let isOver = false;
  const read = async () => {
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (text + chunk).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data) heard.push({ id: /^id: (.*)$/m.exec(block)?.[1], event: JSON.parse(data) as LiveEvent });
      }
    }
  };
  read()
    .catch(() => undefined)
    .finally(() => {
      isOver = true;
    });
  return {
    status: response.status,
    headers: response.headers,
    heard,
    kinds: () => heard.map(({ event }) => event.kind),
    isOver: () => isOver,
    /** As a lost connection does. */
    cut: () => gone.abort(),
    until: (holds: () => void) => vi.waitFor(holds, { timeout: 10_000, interval: 10 }),
  };
}
