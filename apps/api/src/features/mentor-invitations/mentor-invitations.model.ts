import type { InvitationState } from '@waymark/contract';
import mongoose from 'mongoose';

type Id = mongoose.Types.ObjectId;

/** An invitation to be mentored, mailed to an address. The token of its link is stored nowhere. */
export interface MentorInvitationRecord {
  _id: Id;
  /** Who invites. */
  mentorId: Id;
  /** `null`: to be mentored by them alone. */
  cohortId: Id | null;
  roadmap: string;
  /** Within which an address is invited once at a time: see `scopeOf`. */
  scope: string;
  email: string;
  emailKey: string;
  /** As the mentor wrote it. */
  name: string;
  /** SHA-256 of the token, base64url. */
  hash: string;
  state: InvitationState;
  /** Whether a member has the address was looked up, after the answer. */
  isDelivered: boolean;
  /** Who has the address, as far as it was confirmed. */
  memberId: Id | null;
  /** Who accepted. */
  learnerId: Id | null;
  sentAt: Date;
  expiresAt: Date;
}

const id = { type: mongoose.Schema.Types.ObjectId, required: true };
const noId = { type: mongoose.Schema.Types.ObjectId, default: null };

const mentorInvitationSchema = new mongoose.Schema<MentorInvitationRecord>(
  {
    mentorId: id,
    cohortId: noId,
    roadmap: { type: String, required: true },
    scope: { type: String, required: true },
    email: { type: String, required: true },
    emailKey: { type: String, required: true },
    name: { type: String, default: '' },
    hash: { type: String, required: true },
    state: { type: String, required: true },
    isDelivered: { type: Boolean, default: false },
    memberId: noId,
    learnerId: noId,
    sentAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'mentorinvitations', versionKey: false },
);
// Which one a link means.
mentorInvitationSchema.index({ hash: 1 }, { unique: true });
// An address is invited once at a time, into a cohort or by a mentor to a roadmap; and who is in a cohort by which address.
mentorInvitationSchema.index({ scope: 1, emailKey: 1 }, { unique: true, partialFilterExpression: { state: 'open' } });
mentorInvitationSchema.index({ scope: 1, state: 1, emailKey: 1 });
// A mentor's own, and a cohort's, the newest first.
mentorInvitationSchema.index({ mentorId: 1, cohortId: 1, _id: -1 });
mentorInvitationSchema.index({ cohortId: 1, _id: -1 });
// Those to an address, the newest first.
mentorInvitationSchema.index({ emailKey: 1, state: 1, _id: -1 });
// Those whose address is to be looked up.
mentorInvitationSchema.index({ _id: 1, isDelivered: 1 }, { partialFilterExpression: { isDelivered: false } });
// Erasing an account ends what they accepted.
mentorInvitationSchema.index({ learnerId: 1 });
// What is long over is forgotten after 180 days, as other invitations.
mentorInvitationSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 180 * 86_400 });

export const MentorInvitation = mongoose.model('MentorInvitation', mentorInvitationSchema);

/** A cohort's invitations are its mentors' in common; all others are one mentor's, on one roadmap. */
export function scopeOf({ mentorId, cohortId, roadmap }: { mentorId: unknown; cohortId: unknown; roadmap: string }) {
  return cohortId === null ? `mentor ${mentorId} ${roadmap}` : `cohort ${cohortId}`;
}
