// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { QueryClient } from '@tanstack/react-query';
import type { Account } from '@waymark/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const ada = { id: 'ada', name: 'Ada' } as Account;
const bo = { id: 'bo', name: 'Bo' } as Account;
const day = 86_400_000;

let ends: (() => void)[] = [];

/** A page of this member, loaded anew: it knows nothing but what the device keeps. */
async function load(account: Account, read: readonly [key: string, data: unknown][] = []) {
  vi.resetModules();
  const { keepLastKnown } = await import('./last-known');
  const client = new QueryClient();
  client.setQueryData(['me'], account);
  for (const [key, data] of read) client.setQueryData([key], data);
  ends.push(keepLastKnown(client, account));
  return client;
}

/** The page goes out of sight: now it is kept, without waiting for the next moment. */
async function hide(): Promise<void> {
  const before = await savedAt();
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(async () => expect(await savedAt()).not.toBe(before));
}

async function known() {
  const { theDevice } = await import('./outbox-store');
  return (await theDevice()).get('known', 'last');
}
const savedAt = async () => (await known())?.savedAt as number | undefined;

/** As long as reading it takes: after this, what is not there does not come any more. */
async function restored(): Promise<void> {
  await known();
  await known();
}

async function shows(client: QueryClient, key: string, data: unknown): Promise<void> {
  await vi.waitFor(() => expect(client.getQueryData([key])).toEqual(data));
}

beforeEach(async () => {
  // A clock of the test's own, so that each time of keeping is another one.
  let now = Date.parse('2026-11-23T10:00:00Z');
  vi.spyOn(Date, 'now').mockImplementation(() => {
    now += 1;
    return now;
  });
  const { forgetLastKnown } = await import('./last-known');
  await forgetLastKnown();
});
afterEach(() => {
  for (const end of ends) end();
  ends = [];
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('what was last known', () => {
  it('is shown after a reload, and says who was here', async () => {
    await load(ada, [['enrolments', { items: ['backend'] }]]);
    await hide();
    const client = await load(ada);
    await shows(client, 'enrolments', { items: ['backend'] });
    const { lastAccount } = await import('./last-known');
    expect(await lastAccount()).toEqual(ada);
  });

  it('is never shown to another member', async () => {
    await load(ada, [['notes', 'Ada’s own']]);
    await hide();
    const client = await load(bo);
    await restored();
    expect(client.getQueryData(['notes'])).toBeUndefined();
    await shows(await load(ada), 'notes', 'Ada’s own');
  });

  it('is kept of nobody whose page another has taken over', async () => {
    const client = await load(ada, [['notes', 'Ada’s own']]);
    await hide();
    client.setQueryData(['me'], bo);
    client.setQueryData(['notes'], 'Bo’s own');
    document.dispatchEvent(new Event('visibilitychange'));
    await restored();
    expect([(await known()).account, (await known()).state.queries.map(each)]).toEqual([ada, ['Ada’s own']]);
  });

  it('is gone when its member signs out', async () => {
    await load(ada, [['notes', 'Ada’s own']]);
    await hide();
    const { forgetLastKnown, lastAccount } = await import('./last-known');
    localStorage.setItem('waymark:question:ada:one', '{"question":"Is it sound?"}');
    localStorage.setItem('waymark:note:ada:one', '{"text":"To keep"}');
    await forgetLastKnown();
    expect([await lastAccount(), await known()]).toEqual([null, undefined]);
    expect(Object.keys(localStorage)).toEqual(['waymark:note:ada:one']);
  });

  it('holds what one reads of one’s own, and nothing that mentors and owners read of others', async () => {
    const own = ['enrolments', 'room', 'notes', 'time'] as const;
    const others = ['learners', 'learner', 'members', 'cohorts', 'audit', 'grants'] as const;
    await load(
      ada,
      [...own, ...others].map((key) => [key, key]),
    );
    await hide();
    expect((await known()).state.queries.map(each).toSorted()).toEqual([...own].toSorted());
  });

  it('holds no more than a device is to hold: the oldest goes first', async () => {
    const big = 'x'.repeat(1_500_000);
    await load(ada, [
      ['room', `oldest ${big}`],
      ['notes', `older ${big}`],
      ['time', `newest ${big}`],
    ]);
    await hide();
    expect((await known()).state.queries.map((query: Kept) => query.queryKey[0])).toEqual(['time', 'notes']);
  });

  it('is not read by another build, which may read another shape', async () => {
    vi.stubEnv('VITE_BUILD', 'one');
    await load(ada, [['notes', 'of one']]);
    await hide();
    vi.stubEnv('VITE_BUILD', 'two');
    const client = await load(ada);
    await restored();
    expect(client.getQueryData(['notes'])).toBeUndefined();
    vi.stubEnv('VITE_BUILD', 'one');
    await shows(await load(ada), 'notes', 'of one');
  });

  it.each([
    [29, ada, 'kept'],
    [31, null, undefined],
  ])('after %d days: %j', async (days, account, notes) => {
    await load(ada, [['notes', 'kept']]);
    await hide();
    const kept = (await savedAt()) as number;
    vi.mocked(Date.now).mockReturnValue(kept + days * day);
    const client = await load(ada);
    const { lastAccount } = await import('./last-known');
    expect(await lastAccount()).toEqual(account);
    await restored();
    expect(client.getQueryData(['notes'])).toBe(notes);
  });

  it('is not kept any more once it has ended', async () => {
    const client = await load(ada, [['notes', 'before']]);
    await hide();
    ends.pop()?.();
    client.setQueryData(['notes'], 'after');
    document.dispatchEvent(new Event('visibilitychange'));
    await restored();
    expect((await known()).state.queries.map(each)).toEqual(['before']);
  });
});

interface Kept {
  queryKey: string[];
  state: { data: unknown };
}
const each = (query: Kept) => query.state.data;

describe('when the network is back', () => {
  async function begin(...statuses: number[]) {
    const { whenBack } = await import('./last-known');
    const { ProblemError } = await import('./problem');
    const act = vi.fn(async () => {
      const status = statuses.shift();
      if (status !== undefined) throw new ProblemError({ code: 'unavailable', status, title: 'No' });
    });
    return { act, done: whenBack(act) };
  }

  it('tries each time that it says so, until the server has answered', async () => {
    const { act, done } = await begin(0, 503);
    await vi.waitFor(() => {
      dispatchEvent(new Event('online'));
      expect(act).toHaveBeenCalledTimes(3);
    });
    await expect(done).resolves.toBeUndefined();
  });

  it('stops when the server has refused: that says itself what is to be done', async () => {
    const { act, done } = await begin(401);
    dispatchEvent(new Event('online'));
    await done;
    expect(act).toHaveBeenCalledTimes(1);
  });
});
