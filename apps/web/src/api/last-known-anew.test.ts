// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import type { Account } from '@waymark/contract';
import { expect, it, vi } from 'vitest';
import { keepLastKnown } from './last-known';

const { kept } = vi.hoisted(() => ({ kept: new Map<string, unknown>() }));

vi.mock('./outbox-store', () => ({
  theDevice: async () => ({
    get: async (_store: string, key: string) => structuredClone(kept.get(key)),
    put: async (_store: string, value: unknown, key: string) => void kept.set(key, structuredClone(value)),
  }),
}));

const ada = { id: 'ada', name: 'Ada' } as Account;
const room = ['room', 'backend', 'http'];

function load(): QueryClient {
  const client = new QueryClient();
  client.setQueryData(['me'], ada);
  return client;
}

it('is shown and read anew at once, however lately it was read: a write may have come after it', async () => {
  const before = load();
  before.setQueryData(room, 'without the note');
  before.setQueryData(['roadmap', 'backend'], 'as built');
  const end = keepLastKnown(before, ada);
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(kept.size).toBe(1));
  end();

  const after = load();
  const endAfter = keepLastKnown(after, ada);
  await vi.waitFor(() => expect(after.getQueryData(room)).toBe('without the note'));
  expect(after.getQueryState(room)?.isInvalidated).toBe(true);
  expect(after.getQueryState(['roadmap', 'backend'])?.isInvalidated).toBe(false);
  endAfter();
});
