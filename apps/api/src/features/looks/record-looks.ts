import type { LookedAt } from '@waymark/contract';
import mongoose from 'mongoose';
import { Look } from './looks.model.js';

export interface Seen {
  learnerId: mongoose.Types.ObjectId | string;
  mentorId: string;
  what: LookedAt;
  roadmap?: string | null;
}

const hourMs = 3_600_000;
/** A list that is read again within it costs nothing. */
const silentMs = 300_000;
const mostRemembered = 20_000;

/** When this process last wrote each look; the one that was written longest ago comes first, and is forgotten first. */
const written = new Map<string, number>();

const keyOf = ({ learnerId, mentorId, what, roadmap }: Seen, hour: number) =>
  `${learnerId} ${mentorId} ${what} ${roadmap ?? ''} ${hour}`;

function remember(keys: Iterable<string>, at: number): void {
  for (const key of keys) {
    written.delete(key);
    written.set(key, at);
  }
  for (const key of written.keys()) {
    if (written.size <= mostRemembered) break;
    written.delete(key);
  }
}

/**
 * Writes down that these were looked at, in one round trip, before the reader is answered: whoever lets others look is to know
 * that they did, so what cannot be written down is not shown. One's own is no look. Outside of transactions.
 */
export async function recordLooks(looks: readonly Seen[], now: Date): Promise<void> {
  const at = now.getTime();
  const hour = at - (at % hourMs);
  const due = new Map<string, Seen>();
  for (const look of looks) {
    const key = keyOf(look, hour);
    const isOwn = String(look.learnerId) === look.mentorId;
    if (!isOwn && !((written.get(key) ?? Number.NEGATIVE_INFINITY) > at - silentMs)) due.set(key, look);
  }
  if (due.size === 0) return;
  await writeLooks([...due.values()], now);
  remember(due.keys(), at);
}

/** The same in the transaction around it, which may be run again: nothing is remembered beside the database. */
export async function writeLooks(looks: readonly Seen[], now: Date): Promise<void> {
  const at = now.getTime();
  const hour = at - (at % hourMs);
  await Look.bulkWrite(
    looks.map(({ learnerId, mentorId, what, roadmap }) => ({
      updateOne: {
        filter: {
          learnerId: new mongoose.Types.ObjectId(learnerId),
          mentorId: new mongoose.Types.ObjectId(mentorId),
          what,
          roadmap: roadmap ?? null,
          hour: new Date(hour),
        },
        update: { $setOnInsert: { firstAt: now }, $max: { lastAt: now } },
        upsert: true,
      },
    })),
    { ordered: false },
  );
}
