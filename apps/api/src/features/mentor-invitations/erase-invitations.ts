import mongoose from 'mongoose';
import { MentorAsk } from './mentor-asks.model.js';
import { MentorCode } from './mentor-codes.model.js';
import { MentorInvitation } from './mentor-invitations.model.js';

/** A member leaves for good: what they sent and were sent, and what went to the addresses that were theirs alone. */
export async function eraseInvitations(memberId: mongoose.Types.ObjectId, emailKeys: readonly string[]): Promise<void> {
  const theirs = mongoose.trusted({ $in: emailKeys });
  await MentorCode.deleteMany({ mentorId: memberId });
  await MentorInvitation.deleteMany({
    $or: [{ mentorId: memberId }, { learnerId: memberId }, { memberId }, { emailKey: theirs }],
  });
  await MentorAsk.deleteMany({ $or: [{ learnerId: memberId }, { mentorId: memberId }, { toKey: theirs }] });
}
