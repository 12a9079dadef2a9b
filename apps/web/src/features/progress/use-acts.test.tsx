import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Enrolment } from '@waymark/contract';
import { summarise } from '@waymark/contract/rules';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../api/problem';
import { Toasts } from '../../ui/toast';
import { smallEnrolment, smallRoadmap } from '../roadmaps/small-way.fixture';
import { useEnrolment } from './progress.queries';
import { type Acts, useActs } from './use-acts';

interface Asked {
  name: string;
  input: { params?: { topicId?: string }; body?: unknown; idempotencyKey?: string; signal?: AbortSignal };
  answer: (value: unknown) => void;
  refuse: (error: unknown) => void;
}

const { asked, account } = vi.hoisted(() => ({ asked: [] as unknown[], account: { id: 'a' } }));

vi.mock('../../api/call', () => ({
  call: (name: string, input: Asked['input'] = {}) =>
    new Promise((answer, refuse) => {
      input.signal?.addEventListener('abort', () => refuse(new DOMException('Stopped', 'AbortError')));
      asked.push({ name, input, answer, refuse });
    }),
}));
vi.mock('../../api/session', () => ({ useSession: () => ({ status: 'member', account }) }));

let client: QueryClient;
let root: Root;
let host: HTMLElement;
let acts: Acts;
let shown: Enrolment | null;

function Page() {
  acts = useActs('small');
  shown = useEnrolment('small').enrolment;
  return <Toasts />;
}

const requests = (name: string) => (asked as Asked[]).filter((each) => each.name === name);
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)));
const said = () => host.textContent ?? '';
const http = () => shown?.topics.http?.state;

async function make(state: 'learning' | 'done' | 'skipped', id = 'http'): Promise<void> {
  await act(async () => acts.make({ topics: { [id]: { state } } }));
}

/** The server's own answer to the n-th topic that was set. */
async function answer(place: number, states: Parameters<typeof smallEnrolment>[0]): Promise<void> {
  const { input, answer: give } = requests('setTopic')[place] as Asked;
  const enrolment = smallEnrolment(states);
  const id = input.params?.topicId ?? '';
  give({ topic: { id, ...enrolment.topics[id] }, summary: enrolment.summary });
  await settle();
}

function press(label: string): void {
  const button = [...host.querySelectorAll('button')].find((each) => each.textContent === label);
  act(() => button?.click());
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // Each test is somebody else, so that none finds what another has done.
  account.id = crypto.randomUUID();
  asked.length = 0;
  client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(['roadmap', 'small'], smallRoadmap);
  client.setQueryData(['enrolments'], { items: [smallEnrolment()], nextCursor: null });
  client.setQueryData(['enrolment', 'small'], smallEnrolment());
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  await act(async () =>
    root.render(
      <QueryClientProvider client={client}>
        <Page />
      </QueryClientProvider>,
    ),
  );
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
  client.clear();
});

describe('a change', () => {
  it('shows at once with its figures, and says so', async () => {
    await make('done');
    expect(http()).toBe('done');
    expect(shown?.summary).toEqual(summarise(smallRoadmap, smallEnrolment({ http: { state: 'done' } })));
    expect(shown?.next[0]).toBe('dns');
    expect(said()).toContain('HTTP is done. 1 of 5');
  });

  it('takes over what the server answers, its proof too', async () => {
    await make('done');
    await answer(0, { http: { state: 'done', proof: 'shown' } });
    expect(shown?.topics.http?.proof).toBe('shown');
    expect(shown?.summary.shown).toBe(1);
  });

  it('that cannot be sent stays as it is and waits', async () => {
    await make('done');
    requests('setTopic')[0]?.refuse(new ProblemError({ code: 'unavailable', status: 503, title: 'Busy' }));
    await settle();
    expect(http()).toBe('done');
    expect(said()).not.toContain('as it was before');
    act(() => void dispatchEvent(new Event('online')));
    await settle();
    const keys = requests('setTopic').map(({ input }) => input.idempotencyKey);
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    await answer(1, { http: { state: 'done', proof: 'learned' } });
    expect(http()).toBe('done');
  });

  it('that is refused comes back with the reason, and can be tried again under a new key', async () => {
    await make('done');
    requests('setTopic')[0]?.refuse(new ProblemError({ code: 'not-found', status: 404, title: 'Nothing here' }));
    await settle();
    expect(http()).toBe('not_started');
    expect(shown?.summary.done).toBe(0);
    expect(said()).toContain('as it was before. There is nothing here any more');
    press('Try again');
    await settle();
    expect(http()).toBe('done');
    const keys = requests('setTopic').map(({ input }) => input.idempotencyKey);
    expect(new Set(keys).size).toBe(2);
  });
});

describe('quick changes in a row', () => {
  it('are not overwritten by the answers of older ones', async () => {
    await make('learning');
    await make('done');
    await answer(0, { http: { state: 'learning' } });
    expect(http()).toBe('done');
    expect(shown?.summary.done).toBe(1);
    await answer(1, { http: { state: 'done', proof: 'learned' } });
    expect(http()).toBe('done');
  });

  it('are not overwritten by what was asked before them and answered after', async () => {
    act(() => void client.invalidateQueries({ queryKey: ['enrolment', 'small'] }));
    await make('done');
    await make('done', 'dns');
    await answer(0, { http: { state: 'done', proof: 'learned' } });
    requests('readEnrolment')[0]?.answer(smallEnrolment());
    await settle();
    expect(http()).toBe('done');
  });

  it('keep what was accepted when a later one is refused', async () => {
    await make('done');
    await make('done', 'dns');
    await answer(0, { http: { state: 'done', proof: 'learned' } });
    requests('setTopic')[1]?.refuse(new ProblemError({ code: 'not-found', status: 404, title: 'Nothing here' }));
    await settle();
    expect([http(), shown?.topics.dns?.state]).toEqual(['done', 'not_started']);
  });
});

describe('undo', () => {
  it('walks back step by step', async () => {
    await make('learning');
    await make('done');
    await act(async () => acts.undo());
    expect(http()).toBe('learning');
    await act(async () => acts.undo());
    expect(http()).toBe('not_started');
    expect(said()).toContain('Taken back: HTTP is not started. 0 of 5');
    await act(async () => acts.undo());
    expect(said()).toContain('nothing to undo');
  });

  it('is offered with the message', async () => {
    await make('skipped');
    expect(shown?.summary.required).toBe(4);
    press('Undo');
    expect(http()).toBe('not_started');
    expect(shown?.summary.required).toBe(5);
  });

  it('takes a way back off that was taken with its topic', async () => {
    await act(async () => acts.make({ topics: { node: { state: 'learning' } }, choices: { language: ['node'] } }));
    expect(shown?.choices.language).toEqual(['node']);
    await act(async () => acts.undo());
    expect(shown?.choices.language).toEqual([]);
    expect(shown?.topics.node?.state).toBe('not_started');
  });
});
