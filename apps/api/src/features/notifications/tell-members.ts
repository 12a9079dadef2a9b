import type { NotificationKind } from '@waymark/contract';
import mongoose from 'mongoose';
import { askForLetters } from './letter-due.js';
import { Notification } from './notifications.model.js';

export interface Told {
  /** `keyOf` what it is about. */
  about: string;
  /** Whose work it is about. */
  learnerId: mongoose.Types.ObjectId | null;
  kind: NotificationKind;
  /** Nobody, where time did it. */
  actorId: string | null;
  days?: number;
  at: Date;
}

const idOf = (id: string) => new mongoose.Types.ObjectId(id);

/** Tells members of something, in the transaction around it: what they have not read about it yet says this too. */
export async function tellMembers({ about, learnerId, kind, actorId, days, at }: Told, memberIds: readonly string[]) {
  const actor = actorId === null ? null : idOf(actorId);
  const toMail: string[] = [];
  for (const memberId of memberIds) {
    const { upsertedCount } = await Notification.updateOne(
      { memberId: idOf(memberId), about, isUnread: true },
      {
        $set: { learnerId, kind, actorId: actor, days: days ?? null, at },
        $inc: { count: 1 },
        // A reminder is for those who did not act on the first letter.
        ...(kind === 'nudge' && { $unset: { mailedAt: 1 } }),
      },
      { upsert: true },
    );
    if (upsertedCount > 0 || kind === 'nudge') toMail.push(memberId);
  }
  await askForLetters(toMail, at);
}

/** What these members were told about a thing needs nothing of them any more; `except`: of all but these. */
export async function settleTold(
  about: string,
  who: { only: readonly string[] } | { except: readonly string[] },
): Promise<void> {
  const whom = 'only' in who ? { $in: who.only.map(idOf) } : { $nin: who.except.map(idOf) };
  await Notification.updateMany(
    { about, isUnread: true, memberId: mongoose.trusted(whom) },
    { $set: { isUnread: false } },
  );
}

/** It is nothing to anybody any more. */
export async function forgetTold(about: string): Promise<void> {
  await Notification.deleteMany({ about });
}

/** A member may not see it any more. */
export async function forgetToldOf(about: string, memberId: string): Promise<void> {
  await Notification.deleteMany({ about, memberId });
}
