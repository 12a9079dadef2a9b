// @vitest-environment jsdom
import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '@waymark/contract';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followChanges } from './live';
import { ProblemError } from './problem';

interface Connection {
  /** What the client says that it heard last. */
  since: string | undefined;
  isEnded: () => boolean;
  say: (id: string, event: Partial<LiveEvent>) => void;
  lose: () => void;
}

const { world } = vi.hoisted(() => ({
  world: { connections: [] as unknown[], refusals: [] as unknown[], isMute: false },
}));

vi.mock('./call', () => ({
  callRaw: async (_name: string, { signal, lastEventId }: { signal: AbortSignal; lastEventId?: string }) => {
    const refusal = world.refusals.shift();
    if (refusal) throw refusal;
    const pipe = new TransformStream<Uint8Array, Uint8Array>();
    const writer = pipe.writable.getWriter();
    const say = (text: string) => void writer.write(new TextEncoder().encode(text)).catch(() => {});
    const lose = () => void writer.abort(new TypeError('network error')).catch(() => {});
    signal.addEventListener('abort', lose);
    world.connections.push({
      since: lastEventId,
      isEnded: () => signal.aborted,
      say: (id: string, event: LiveEvent) => say(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`),
      lose,
    });
    if (!world.isMute) say(': hello\n\n');
    return new Response(pipe.readable);
  },
}));

let end: () => void;
let isBusy: boolean;
let mutating: number;
const readAgain = vi.fn();
const onAccount = vi.fn();
const listeners = new Set<(event: unknown) => void>();
const client = {
  invalidateQueries: ({ queryKey }: { queryKey: string[] }) => readAgain(queryKey.join('/')),
  isMutating: () => mutating,
  getQueryCache: () => ({
    subscribe(listener: (event: unknown) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  }),
} as unknown as QueryClient;

const connections = () => world.connections as Connection[];
const last = () => connections().at(-1) as Connection;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const asked = () => readAgain.mock.calls.map(([key]) => key as string);
/** Longer than any pause between two tries. */
const longest = 31_000;

beforeEach(async () => {
  vi.useFakeTimers();
  world.connections.length = 0;
  world.refusals.length = 0;
  world.isMute = false;
  isBusy = false;
  mutating = 0;
  readAgain.mockReset();
  onAccount.mockReset();
  end = followChanges({ client, account: 'ada', onAccount, isBusy: () => isBusy });
  await pass(0);
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

it('reads again what has changed elsewhere: a burst once', async () => {
  last().say('1', { kind: 'enrolment', roadmap: 'backend' });
  last().say('2', { kind: 'enrolment', roadmap: 'backend' });
  last().say('3', { kind: 'time' });
  await pass(200);
  expect(asked()).toEqual(['enrolment/backend', 'enrolments', 'activity', 'time']);
  await pass(longest);
  expect(asked()).toHaveLength(4);
});

it('goes on after a lost connection from where it was, with nothing missing and nothing twice', async () => {
  last().say('1', { kind: 'time' });
  await pass(200);
  last().lose();
  await pass(longest);
  expect(connections().map(({ since }) => since)).toEqual([undefined, '1']);
  // What the server kept meanwhile comes with the new connection.
  last().say('2', { kind: 'enrolment', roadmap: 'backend' });
  await pass(200);
  last().lose();
  await pass(longest);
  expect(connections().map(({ since }) => since)).toEqual([undefined, '1', '2']);
  expect(asked()).toEqual(['time', 'enrolment/backend', 'enrolments', 'activity']);
});

it('tries at once when the network says that it is back', async () => {
  world.refusals.push(new TypeError('network error'));
  last().lose();
  await pass(300);
  dispatchEvent(new Event('online'));
  await pass(0);
  dispatchEvent(new Event('online'));
  await pass(0);
  expect(connections()).toHaveLength(2);
});

it('takes a connection for lost that has been silent for too long, and not one that is alive', async () => {
  const first = last();
  for (let i = 0; i < 5; i += 1) {
    await pass(20_000);
    first.say(String(i), { kind: 'time' });
  }
  expect(first.isEnded()).toBe(false);
  await pass(60_000);
  expect([first.isEnded(), connections().length, last().since]).toEqual([true, 2, '4']);
});

it('takes one for lost that never says a word', async () => {
  world.isMute = true;
  last().lose();
  await pass(2000);
  const mute = last();
  expect([connections().length, mute.isEnded()]).toEqual([2, false]);
  await pass(60_000);
  expect(mute.isEnded()).toBe(true);
});

it('waits with reading while something of its own is on its way, and forgets nothing', async () => {
  isBusy = true;
  last().say('1', { kind: 'time' });
  await pass(2000);
  last().say('2', { kind: 'project' });
  await pass(2000);
  expect(asked()).toEqual([]);
  isBusy = false;
  await pass(200);
  expect(asked()).toEqual(['time', 'projects', 'project', 'activity', 'grants']);
});

it('waits as well until the server has answered what this page asks it to change', async () => {
  mutating = 1;
  last().say('1', { kind: 'enrolment', roadmap: 'backend' });
  await pass(2000);
  expect(asked()).toEqual([]);
  mutating = 0;
  await pass(200);
  expect(asked()).toEqual(['enrolment/backend', 'enrolments', 'activity']);
});

it('reads everything again when the server says that it cannot tell what was missed', async () => {
  last().say('9', { kind: 'resync' });
  await pass(200);
  expect(asked()).toEqual(['']);
});

it('leaves the account to the session', async () => {
  last().say('1', { kind: 'account' });
  await pass(200);
  expect([onAccount.mock.calls.length, asked()]).toEqual([1, []]);
});

it('asks no more once nobody is signed in, until somebody is', async () => {
  const over = { code: 'not-signed-in', status: 401, title: 'Over' } as const;
  world.refusals.push(new ProblemError(over));
  last().lose();
  await pass(2 * longest);
  expect([connections().length, world.refusals.length]).toEqual([1, 0]);
  for (const listener of listeners) listener({ type: 'updated', query: { queryKey: ['me'] } });
  await pass(longest);
  expect(connections()).toHaveLength(2);
});

it('lets go of a page that nobody looks at, and goes on when it is looked at', async () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange'));
  for (let i = 0; i < 10; i += 1) {
    await pass(40_000);
    last().say(String(i), { kind: 'time' });
  }
  expect([last().isEnded(), connections().length]).toEqual([true, 1]);
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  await pass(longest);
  expect(connections()).toHaveLength(2);
});

it('is over when it is ended', async () => {
  last().say('1', { kind: 'time' });
  await pass(10);
  end();
  await pass(longest);
  expect([last().isEnded(), connections().length, asked()]).toEqual([true, 1, []]);
});
