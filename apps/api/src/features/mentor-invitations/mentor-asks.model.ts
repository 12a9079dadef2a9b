import type { Consent, InvitationState } from '@waymark/contract';
import mongoose from 'mongoose';

type Id = mongoose.Types.ObjectId;

/** A learner asks somebody to mentor them. The token of a letter's link is stored nowhere. */
export interface MentorAskRecord {
  _id: Id;
  learnerId: Id;
  roadmap: string;
  sentence: string;
  consent: Consent;
  /** As the learner typed it: all that they are told before somebody accepts. */
  to: string;
  /** `@handle`, or what makes two addresses the same. */
  toKey: string;
  /** Whom it reached, looked up after the answer; `null`: nobody, or a letter that is on its way. */
  mentorId: Id | null;
  /** SHA-256 of the token, where a letter left. */
  hash?: string;
  state: InvitationState;
  isDelivered: boolean;
  /** What came with the answer. */
  answer: string;
  createdAt: Date;
  expiresAt: Date;
}

const mentorAskSchema = new mongoose.Schema<MentorAskRecord>(
  {
    learnerId: { type: mongoose.Schema.Types.ObjectId, required: true },
    roadmap: { type: String, required: true },
    sentence: { type: String, required: true },
    consent: { type: mongoose.Schema.Types.Mixed, required: true },
    to: { type: String, required: true },
    toKey: { type: String, required: true },
    mentorId: { type: mongoose.Schema.Types.ObjectId, default: null },
    hash: String,
    state: { type: String, required: true },
    isDelivered: { type: Boolean, default: false },
    answer: { type: String, default: '' },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'mentorasks', versionKey: false },
);
// One open ask per learner, roadmap and what was typed; and one per mentor whom it reached, however they were named.
mentorAskSchema.index(
  { learnerId: 1, roadmap: 1, toKey: 1 },
  { unique: true, partialFilterExpression: { state: 'open' } },
);
mentorAskSchema.index(
  { learnerId: 1, roadmap: 1, mentorId: 1 },
  { unique: true, partialFilterExpression: { state: 'open', mentorId: { $type: 'objectId' } } },
);
// Which one a link means.
mentorAskSchema.index({ hash: 1 }, { unique: true, sparse: true });
// A learner's own, the newest first.
mentorAskSchema.index({ learnerId: 1, _id: -1 });
// Those to a member, and to an address, the newest first.
mentorAskSchema.index({ mentorId: 1, state: 1, _id: -1 });
mentorAskSchema.index({ toKey: 1, state: 1, _id: -1 });
// Those for which nobody was looked up yet.
mentorAskSchema.index({ _id: 1, isDelivered: 1 }, { partialFilterExpression: { isDelivered: false } });
// What is long over is forgotten after 180 days, as invitations.
mentorAskSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 180 * 86_400 });

export const MentorAsk = mongoose.model('MentorAsk', mentorAskSchema);
