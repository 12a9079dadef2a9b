import 'fake-indexeddb/auto';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Room } from '@waymark/contract';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { emptyRoom, smallTopic } from './small-room.fixture';

interface Asked {
  name: string;
  input: { body?: Record<string, unknown>; idempotencyKey?: string };
}

const { server, account } = vi.hoisted(() => ({
  server: { asked: [] as unknown[], isAway: false, answer: (_name: string, _body: unknown): unknown => undefined },
  account: { id: '' },
}));

vi.mock('../../api/call', async () => {
  const { offline } = await import('../../api/problem');
  return {
    call: async (name: string, input: Asked['input'] = {}) => {
      if (server.isAway) throw offline();
      server.asked.push({ name, input });
      return server.answer(name, input.body);
    },
  };
});
vi.mock('../../api/session', () => ({ useSession: () => ({ status: 'member', account }) }));

const topic = smallTopic;
const empty: Room = { ...emptyRoom, minutes: 5 };

let root: Root;
let host: HTMLElement;
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)));
/** What comes over the disk and the network takes as long as it takes. */
async function until(check: () => void): Promise<void> {
  for (let turn = 0; turn < 2000; turn += 1) {
    await settle();
    try {
      return check();
    } catch {
      // Not yet.
    }
  }
  check();
}
const writes = () => (server.asked as Asked[]).filter(({ name }) => /^(change|write|add)/.test(name));
const box = () => host.querySelector<HTMLInputElement>('input[type=checkbox]');
const note = () => host.querySelector('textarea');

/** A page loaded anew: it knows what the device keeps, and what was last read of the server. */
async function load() {
  vi.resetModules();
  const { queryClient } = await import('../../api/query-client');
  queryClient.setQueryData(['me'], account);
  const { TopicRoom } = await import('./topic-room');
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  });
  client.setQueryData(['room', 'small', 'http'], empty);
  client.setQueryData(['time', 'small', 'http'], { items: [], nextCursor: null });
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  await act(async () =>
    root.render(
      <MemoryRouter>
        <QueryClientProvider client={client}>
          <TopicRoom slug="small" topic={topic} state="done" goBack={() => {}} prerequisites={null} projects={null} />
        </QueryClientProvider>
      </MemoryRouter>,
    ),
  );
  await settle();
  return client;
}

async function end(): Promise<void> {
  const { outboxOf } = await import('../../api/outbox-of');
  act(() => root.unmount());
  host.remove();
  // Its outbox stops; what it has kept stays.
  outboxOf('nobody');
}

async function write(text: string): Promise<void> {
  await act(async () => {
    const field = note() as HTMLTextAreaElement;
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const leaveNote = () => act(async () => note()?.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));

async function doThreeThings(client: QueryClient): Promise<void> {
  const { timeActs } = await import('./use-time');
  const { browserStore } = await import('../../api/outbox-store');
  await act(async () => box()?.click());
  await act(async () => timeActs(client).add({ roadmap: 'small', topicId: 'http', minutes: 25 }));
  await write('Kept on the train');
  await leaveNote();
  let kept = 0;
  await until(() => {
    void browserStore.load(account.id).then(({ length }) => {
      kept = length;
    });
    expect(kept).toBe(3);
  });
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  localStorage.clear();
  account.id = crypto.randomUUID();
  server.asked.length = 0;
  server.isAway = true;
  server.answer = () => ({ items: [], nextCursor: null });
});
afterEach(end);

const shown = () => [box()?.checked, note()?.value, host.textContent?.includes('30 min, of about')];
const all = [true, 'Kept on the train', true];

it('shows what waits to be sent after a reload without a network, and sends each once when it is back', async () => {
  await doThreeThings(await load());
  expect(shown()).toEqual(all);
  await end();
  const client = await load();
  await until(() => expect(shown()).toEqual(all));
  expect(writes()).toEqual([]);

  server.isAway = false;
  const written = { text: 'Kept on the train', version: 1, updatedAt: '2026-11-20T10:00:00Z' };
  const room = { ...empty, outcomes: ['one'], minutes: 30, note: written };
  server.answer = (name, body) => {
    if (name === 'writeNote') return written;
    if (name === 'addTime') return body;
    const added = writes().filter((each) => each.name === 'addTime');
    if (name === 'listTime') return { items: added.map(({ input }) => input.body) };
    return name === 'readRoom' || name === 'changeRoom' ? room : { items: [], nextCursor: null };
  };
  await act(async () => void dispatchEvent(new Event('online')));
  await until(() => expect(client.getQueryData<Room>(['room', 'small', 'http'])).toEqual(room));
  await until(() => expect(localStorage, 'no draft is left').toHaveLength(0));
  expect(shown(), 'once it was sent').toEqual(all);
  const names = writes().map(({ name }) => name);
  expect(names.toSorted()).toEqual(['addTime', 'changeRoom', 'writeNote']);
});

it('writes what is typed after a reload on the note that still waits, and makes no conflict of it', async () => {
  await doThreeThings(await load());
  await write('Kept on the train, and more');
  await end();
  await load();
  await until(() => expect(note()?.value).toBe('Kept on the train, and more'));
  server.isAway = false;
  let kept = empty.note;
  const bases: unknown[] = [];
  server.answer = (name, body) => {
    const { text = '', base } = (body ?? {}) as { text?: string; base?: number };
    if (name === 'writeNote') {
      bases.push(base);
      kept = { text, version: kept.version + 1, updatedAt: null };
      return kept;
    }
    return name === 'readRoom' || name === 'changeRoom' ? { ...empty, note: kept } : { items: [], nextCursor: null };
  };
  await act(async () => void dispatchEvent(new Event('online')));
  await until(() => expect(bases).toEqual([0]));
  await until(() => expect(host.textContent).not.toContain('Saving'));
  await leaveNote();
  await until(() => {
    expect(kept).toMatchObject({ text: 'Kept on the train, and more', version: 2 });
  });
  expect(bases, 'the second on what the first has made').toEqual([0, 1]);
  await until(() => expect(host.textContent).toContain('Saved'));
});
