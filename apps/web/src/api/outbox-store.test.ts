// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Operation } from './outbox';

const operation = (id: string, account = 'ada'): Operation => ({
  id,
  account,
  lane: 'a',
  name: 'setTopic',
  input: { params: { slug: 'backend' } },
  at: '2026-11-23',
});

/** A page loaded anew has nothing but what the disk holds. */
async function reload() {
  vi.resetModules();
  const { browserStore, memoryStore, openDevice } = await import('./outbox-store');
  return {
    browserStore,
    memoryStore,
    openDevice,
    ids: async () => (await browserStore.load('ada')).map(({ id }) => id),
  };
}

beforeEach(async () => {
  const { browserStore } = await reload();
  for (const account of ['ada', 'bo'])
    for (const { id } of await browserStore.load(account)) await browserStore.remove(id);
});

it('keeps what waits through a reload, in the order in which it was put, whatever its ids are', async () => {
  const { browserStore } = await reload();
  for (const id of ['c', 'a', 'b']) await browserStore.put(operation(id));
  const after = await reload();
  expect(await after.ids()).toEqual(['c', 'a', 'b']);
  expect((await after.browserStore.load('ada'))[0], 'as it was put, and nothing of the disk').toEqual(operation('c'));
  await after.browserStore.put(operation('d'));
  expect(await (await reload()).ids(), 'what is put after the reload comes last').toEqual(['c', 'a', 'b', 'd']);
});

it('leaves one that is put again in its place, with what is new about it', async () => {
  const { browserStore } = await reload();
  for (const id of ['a', 'b']) await browserStore.put(operation(id));
  const refusal = { code: 'not-found', status: 404, title: 'Nothing here' };
  await browserStore.put({ ...operation('a'), refusal });
  const after = await reload();
  expect(await after.browserStore.load('ada')).toEqual([{ ...operation('a'), refusal }, operation('b')]);
});

it('forgets what was sent, and that alone', async () => {
  const { browserStore } = await reload();
  for (const id of ['a', 'b']) await browserStore.put(operation(id));
  await browserStore.remove('a');
  await browserStore.remove('never was');
  expect(await (await reload()).ids()).toEqual(['b']);
});

it('gives nobody what another member has left on this device', async () => {
  const { browserStore, ids } = await reload();
  await browserStore.put(operation('a'));
  await browserStore.put(operation('b', 'bo'));
  expect(await ids()).toEqual(['a']);
  expect(await browserStore.load('bo')).toEqual([operation('b', 'bo')]);
  expect(await browserStore.load('')).toEqual([]);
});

it('tries anew after the disk would not open', async () => {
  const { browserStore, ids } = await reload();
  const opening = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
    throw new DOMException('Private window', 'InvalidStateError');
  });
  await expect(browserStore.put(operation('a'))).rejects.toThrow('Private window');
  await browserStore.put(operation('b'));
  expect(await ids()).toEqual(['b']);
  opening.mockRestore();
});

it('does not stand in the way of a newer version in another tab', async () => {
  const { openDevice } = await reload();
  await openDevice();
  const isOpened = new Promise((resolve, reject) => {
    const asked = indexedDB.open('waymark', 2);
    asked.onsuccess = () => {
      asked.result.close();
      resolve(true);
    };
    asked.onblocked = () => reject(new Error('blocked'));
  });
  await expect(isOpened).resolves.toBe(true);
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('waymark').onsuccess = resolve;
  });
});

it('holds it as long as the page, where a browser keeps nothing', async () => {
  const { memoryStore } = await reload();
  const store = memoryStore();
  await store.put(operation('a'));
  await store.put(operation('b'));
  await store.remove('a');
  expect(await store.load('ada')).toEqual([operation('b')]);
  expect(await memoryStore().load('ada')).toEqual([]);
});
