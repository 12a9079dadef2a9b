import mongoose from 'mongoose';
import { emailKey as keyOf } from '../accounts/email-key.js';
import { hashToken, linkEnded } from '../credentials/links.js';
import { Invitation, type InvitationRecord } from './invitations.model.js';

/**
 * Takes one use of the invitation, in the transaction that makes the account: however many come at once, no more
 * get in than were invited. Throws `link-ended` where it is used up, revoked, over, or none of ours.
 * `provesEmail`: it was mailed to this very address, so whoever has it reads the mail there.
 */
export async function takeInvitation(token: string, emailKey: string, now: Date): Promise<{ provesEmail: boolean }> {
  const taken = await Invitation.findOneAndUpdate(
    {
      hash: hashToken(token),
      usesLeft: mongoose.trusted({ $gt: 0 }),
      expiresAt: mongoose.trusted({ $gt: now }),
      revokedAt: mongoose.trusted({ $exists: false }),
    },
    { $inc: { usesLeft: -1 } },
  ).lean<InvitationRecord>();
  if (!taken) throw linkEnded();
  return { provesEmail: taken.email !== undefined && keyOf(taken.email) === emailKey };
}
