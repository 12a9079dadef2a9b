import type { About, NotificationKind } from '@waymark/contract';
import mongoose from 'mongoose';

/** What a member is told about one thing. */
export interface NotificationRecord {
  _id: mongoose.Types.ObjectId;
  memberId: mongoose.Types.ObjectId;
  /** `keyOf` it. */
  about: string;
  /** Whose work it is about. */
  learnerId: mongoose.Types.ObjectId | null;
  kind: NotificationKind;
  /** `null`: time did it. */
  actorId: mongoose.Types.ObjectId | null;
  /** Of a `nudge`. */
  days: number | null;
  /** How many things happened since the last was read. */
  count: number;
  at: Date;
  isUnread: boolean;
  /** A letter told of it: no other does until it is read. */
  mailedAt?: Date;
}

const id = { type: mongoose.Schema.Types.ObjectId, required: true };

const notificationSchema = new mongoose.Schema<NotificationRecord>(
  {
    memberId: id,
    about: { type: String, required: true },
    learnerId: { type: mongoose.Schema.Types.ObjectId, default: null },
    kind: { type: String, required: true },
    actorId: { type: mongoose.Schema.Types.ObjectId, default: null },
    days: { type: Number, default: null },
    count: { type: Number, required: true },
    at: { type: Date, required: true },
    isUnread: { type: Boolean, required: true },
    mailedAt: Date,
  },
  { collection: 'notifications', versionKey: false },
);
// One that is unread per member and thing, which counts what follows.
notificationSchema.index({ memberId: 1, about: 1 }, { unique: true, partialFilterExpression: { isUnread: true } });
// A member's, the newest first; and those that they have not read.
notificationSchema.index({ memberId: 1, at: -1, _id: -1 });
notificationSchema.index({ memberId: 1, isUnread: 1, at: -1, _id: -1 });
// What goes with the thing, and with an ended grant.
notificationSchema.index({ about: 1 });
notificationSchema.index({ learnerId: 1 });
// Nobody looks for older ones.
notificationSchema.index({ at: 1 }, { expireAfterSeconds: 90 * 86_400 });

export const Notification = mongoose.model('Notification', notificationSchema);

/** An `About` as it is stored, and looked for. */
export const keyOf = ({ kind, id }: About): string => `${kind}:${id}`;
/** The ids of one kind, of what is stored. */
export const idsOf = (kind: About['kind'], keys: readonly string[]): string[] =>
  keys.flatMap((key) => (key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : []));
export const aboutInvitation = (id: unknown): string => keyOf({ kind: 'mentor-invitation', id: String(id) });
export const aboutAsk = (id: unknown): string => keyOf({ kind: 'mentor-ask', id: String(id) });
/** What is told of a cohort to who is asked to mentor it, and to who did, stands apart from what is told to who is in it. */
export const aboutCohort = (id: unknown, to?: 'asked' | 'former'): string =>
  keyOf({ kind: 'cohort', id: to ? `${id}:${to}` : String(id) });
export const aboutReview = (id: unknown): string => keyOf({ kind: 'review', id: String(id) });
