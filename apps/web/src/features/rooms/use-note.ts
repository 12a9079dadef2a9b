import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { Room, RoomNote } from '@waymark/contract';
import { useEffect, useSyncExternalStore } from 'react';
import { queued } from '../../api/queued';
import { useSession } from '../../api/session';
import { draftStore } from './note-draft';
import { createNoteKeeper, type NoteKeeper } from './note-keeper';
import { laneOf, refreshAround } from './room-changes';

/** By member and topic: what is on its way goes on when the panel is closed, and is there when it opens again. */
const keepers = new Map<string, NoteKeeper>();

async function sendNote(client: QueryClient, slug: string, topicId: string, text: string, base: number) {
  const note = await queued(laneOf(slug, topicId), 'writeNote', {
    params: { slug, topicId },
    body: { text, base, at: new Date().toISOString() },
    idempotencyKey: crypto.randomUUID(),
  });
  const queryKey = ['room', slug, topicId];
  await client.cancelQueries({ queryKey });
  client.setQueryData<Room>(queryKey, (room) => room && { ...room, note });
  refreshAround(client, slug);
  return note;
}

function keeperOf(client: QueryClient, account: string, slug: string, topicId: string, note: RoomNote): NoteKeeper {
  const key = `${account}:${slug}/${topicId}`;
  const found =
    keepers.get(key) ??
    createNoteKeeper(note, draftStore(account, slug, topicId), (text, base) =>
      sendNote(client, slug, topicId, text, base),
    );
  keepers.set(key, found);
  return found;
}

/** My note on a topic: `note` is what the server has, as it was last read. */
export function useNote(slug: string, topicId: string, note: RoomNote) {
  const client = useQueryClient();
  const { account } = useSession();
  const keeper = keeperOf(client, account?.id ?? '', slug, topicId, note);
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  useEffect(() => keeper.heard(note), [keeper, note]);
  useEffect(() => {
    const flush = () => keeper.flush();
    const whenHidden = () => document.visibilityState === 'hidden' && keeper.flush();
    document.addEventListener('visibilitychange', whenHidden);
    window.addEventListener('pagehide', flush);
    window.addEventListener('online', flush);
    return () => {
      document.removeEventListener('visibilitychange', whenHidden);
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('online', flush);
      keeper.flush();
    };
  }, [keeper]);
  return { keeper, state };
}
