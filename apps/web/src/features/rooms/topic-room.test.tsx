import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ActivityRecord, Room, RoomChange, Topic } from '@waymark/contract';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProblemError } from '../../api/problem';
import { queryClient } from '../../api/query-client';
import { Toasts } from '../../ui/toast';
import { emptyRoom, smallTopic } from './small-room.fixture';
import { TopicRoom } from './topic-room';

interface Asked {
  name: string;
  input: { body?: Record<string, unknown>; idempotencyKey?: string };
}

const { server } = vi.hoisted(() => ({
  server: { asked: [] as unknown[], answer: (_name: string, _body: unknown): unknown => undefined },
}));

vi.mock('../../api/call', () => ({
  call: async (name: string, input: Asked['input'] = {}) => {
    server.asked.push({ name, input });
    const answer = server.answer(name, input.body);
    if (answer instanceof Error) throw answer;
    return answer;
  },
}));
const { account } = vi.hoisted(() => ({ account: { id: 'a' } }));
vi.mock('../../api/session', () => ({ useSession: () => ({ status: 'member', account }) }));

const topic: Topic = {
  ...smallTopic,
  resources: [
    { id: 'rfc', title: 'RFC 9110', url: 'https://example.org/', kind: 'spec', language: 'en', official: true },
  ],
};
const empty = emptyRoom;
const step = (id: string, from: string, to: string): ActivityRecord => ({
  id,
  kind: 'topic',
  at: '2026-11-20T10:00:00Z',
  day: '2026-11-20',
  roadmap: 'small',
  topicId: 'http',
  projectId: null,
  from,
  to,
  minutes: null,
});

let root: Root;
let host: HTMLElement;
let room: Room;
const goBack = vi.fn();
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)));
const named = (name: string) => (server.asked as Asked[]).filter((each) => each.name === name);
const button = (label: string) =>
  [...host.querySelectorAll('button')].find((each) => [each.textContent, each.ariaLabel].includes(label));
const press = async (label: string) => {
  await act(async () => button(label)?.click());
  await settle();
};
const box = (label: string) =>
  [...host.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].find(
    (each) => each.ariaLabel === label || each.closest('label')?.textContent === label,
  );

async function open(): Promise<void> {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  await act(async () =>
    root.render(
      <MemoryRouter>
        <QueryClientProvider client={client}>
          <TopicRoom slug="small" topic={topic} state="done" goBack={goBack} prerequisites={null} projects={null} />
          <Toasts />
        </QueryClientProvider>
      </MemoryRouter>,
    ),
  );
  await settle();
  await settle();
}

function close(): void {
  act(() => root.unmount());
  host.remove();
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  localStorage.clear();
  goBack.mockReset();
  // Each test is somebody else, so that none finds what another has left unsent.
  account.id = crypto.randomUUID();
  queryClient.setQueryData(['me'], account);
  server.asked.length = 0;
  room = empty;
  server.answer = (name) => {
    if (name === 'readRoom' || name === 'changeRoom') return room;
    if (name === 'listActivity') {
      const items = [step('3', 'learning', 'done'), step('2', 'skipped', 'learning'), step('1', 'done', 'skipped')];
      return { days: [], items, nextCursor: null };
    }
    return { items: [], nextCursor: null };
  };
});
afterEach(close);

it('ticks at once, sends what was ticked with its time, and counts it', async () => {
  await open();
  server.answer = (_name, body) => {
    room = { ...room, outcomes: Object.keys((body as RoomChange)?.outcomes ?? {}) };
    return room;
  };
  await act(async () => box('Read a request')?.click());
  expect(box('Read a request')?.checked).toBe(true);
  await settle();
  const [sent] = named('changeRoom');
  expect(sent?.input.body).toEqual({ outcomes: { one: true }, at: expect.any(String) });
  expect(sent?.input.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
  expect(host.textContent).toContain('1 of 2');
});

it('takes back what was refused, says why, and tries again when asked', async () => {
  await open();
  const before = server.answer;
  server.answer = (name, body) =>
    name === 'changeRoom' ? new ProblemError({ code: 'not-found', status: 404, title: 'No' }) : before(name, body);
  await act(async () => box('Done with RFC 9110')?.click());
  await settle();
  await settle();
  expect(box('Done with RFC 9110')?.checked).toBe(false);
  expect(host.textContent).toContain('That was not saved, so it is as it was before.');
  server.answer = (name, body) => (name === 'changeRoom' ? { ...room, resources: ['rfc'] } : before(name, body));
  await press('Try again');
  expect(named('changeRoom')).toHaveLength(2);
});

it('keeps a report in sight while what was ticked before it is answered', async () => {
  await open();
  await act(async () => {
    box('Done with RFC 9110')?.click();
    button('Report a dead link: RFC 9110')?.click();
  });
  expect(host.textContent).toContain('Reported as dead.');
  await settle();
  await settle();
  expect(named('changeRoom')).toHaveLength(1);
  expect(named('reportDeadLink')).toHaveLength(1);
  expect(host.textContent).toContain('Reported as dead.');
  await press('Take back the report on RFC 9110');
  expect(host.textContent).not.toContain('Reported as dead.');
});

it('offers the way back from the last steps, but not to what is already', async () => {
  await open();
  const backs = [...host.querySelectorAll('button')].filter((each) => each.textContent?.startsWith('Go back to'));
  expect(backs.map((each) => each.textContent)).toEqual(['Go back to learning', 'Go back to skipped']);
  await press('Go back to learning');
  expect(goBack).toHaveBeenCalledWith('learning');
});

it('runs the timer through a reload, and logs it under one id', async () => {
  await open();
  await press('Start the timer');
  const started = JSON.parse(localStorage.getItem('waymark:timer') ?? '{}') as { id: string; startedAt: number };
  // As if it had been started 25 minutes ago.
  localStorage.setItem('waymark:timer', JSON.stringify({ ...started, startedAt: started.startedAt - 25 * 60_000 }));
  close();
  await open();
  expect(host.textContent).toContain('Running for 25 min');
  await press('Stop and log it');
  const [sent] = named('addTime');
  expect(sent?.input.body).toMatchObject({ id: started.id, roadmap: 'small', topicId: 'http', minutes: 25 });
  expect(localStorage.getItem('waymark:timer')).toBeNull();
});

it('asks how much of a very long timer counts', async () => {
  HTMLDialogElement.prototype.showModal = vi.fn();
  HTMLDialogElement.prototype.close = vi.fn();
  const startedAt = Date.now() - 9 * 3_600_000;
  const timer = {
    id: 'ab'.repeat(12),
    account: account.id,
    roadmap: 'small',
    topicId: 'http',
    title: 'HTTP',
    startedAt,
  };
  localStorage.setItem('waymark:timer', JSON.stringify(timer));
  await open();
  await press('Stop and log it');
  expect([named('addTime'), host.textContent?.includes('The timer ran for 9 h')]).toEqual([[], true]);
  await press('Nothing of it');
  expect([named('addTime'), localStorage.getItem('waymark:timer')]).toEqual([[], null]);
});

it('says that another topic has the timer', async () => {
  const timer = {
    id: 'ab'.repeat(12),
    account: account.id,
    roadmap: 'small',
    topicId: 'dns',
    title: 'DNS',
    startedAt: Date.now(),
  };
  localStorage.setItem('waymark:timer', JSON.stringify(timer));
  await open();
  expect(host.textContent).toContain('The timer runs on DNS.');
  expect(button('Start the timer')).toBeUndefined();
});
