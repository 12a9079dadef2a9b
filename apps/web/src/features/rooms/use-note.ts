import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { Room, RoomNote } from '@waymark/contract';
import { useEffect, useSyncExternalStore } from 'react';
import { outboxOf } from '../../api/outbox-of';
import { ProblemError } from '../../api/problem';
import { queued, unqueue } from '../../api/queued';
import { useSession } from '../../api/session';
import { type DraftStore, draftStore } from './note-draft';
import { createNoteKeeper, type NoteKeeper } from './note-keeper';
import { laneOf, noteAmong } from './room-operations';

/** By member and topic: what is on its way goes on when the panel is closed, and is there when it opens again. */
const keepers = new Map<string, NoteKeeper>();

interface Place {
  client: QueryClient;
  account: string;
  slug: string;
  topicId: string;
}

/** Of a write that an earlier load has left: resolves when it was answered, rejects with what refused it. */
function answered(account: string, id: string): Promise<void> {
  const outbox = outboxOf(account);
  return new Promise((resolve, reject) => {
    const look = () => {
      if (outbox.waiting().some((each) => each.id === id)) return;
      unsubscribe();
      const refusal = outbox.unmerged().find((each) => each.id === id)?.refusal;
      if (refusal) reject(new ProblemError(refusal as ConstructorParameters<typeof ProblemError>[0]));
      else resolve();
    };
    const unsubscribe = outbox.subscribe(look);
    look();
  });
}

async function sendNote(place: Place, drafts: DraftStore, text: string, base: number): Promise<RoomNote> {
  const { client, account, slug, topicId } = place;
  const lane = laneOf(slug, topicId);
  const outbox = outboxOf(account);
  await outbox.restored;
  const left = noteAmong(outbox.waiting(), lane);
  // Sent by an earlier load and not answered yet: what was typed after it is written on what it makes.
  const isOurs = left && (left.text === text || left.text === drafts.read()?.sending);
  const input = { params: { slug, topicId }, body: { text, base, at: new Date().toISOString() } };
  const note = isOurs
    ? await answered(account, left.id)
    : await queued(lane, 'writeNote', { ...input, idempotencyKey: crypto.randomUUID() });
  // Another tab may have been given the answer: then it stands where all read it.
  const known = client.getQueryData<Room>(['room', slug, topicId])?.note;
  return note ?? known ?? { text, version: base + 1, updatedAt: null };
}

/** Two texts of one note wait for a choice in the room itself: once it is made, the refused one is not listed elsewhere. */
function forgetRefused({ account, slug, topicId }: Place): void {
  const refused = noteAmong(outboxOf(account).unmerged(), laneOf(slug, topicId));
  if (refused) unqueue(refused.id);
}

function keeperOf(place: Place, note: RoomNote): NoteKeeper {
  const { account, slug, topicId } = place;
  const key = `${account}:${slug}/${topicId}`;
  const found = keepers.get(key);
  if (found) return found;
  const drafts = draftStore(account, slug, topicId);
  const made = createNoteKeeper(note, drafts, (text, base) => sendNote(place, drafts, text, base));
  const keeper: NoteKeeper = {
    ...made,
    resolve(choice) {
      forgetRefused(place);
      made.resolve(choice);
    },
  };
  keepers.set(key, keeper);
  return keeper;
}

/** My note on a topic: `note` is what the server has, as it was last read. */
export function useNote(slug: string, topicId: string, note: RoomNote) {
  const client = useQueryClient();
  const { account } = useSession();
  const keeper = keeperOf({ client, account: account?.id ?? '', slug, topicId }, note);
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
