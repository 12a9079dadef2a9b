import type { TwoFactorPolicy } from '@waymark/contract';
import type mongoose from 'mongoose';
import type { AccountRecord } from '../accounts/accounts.model.js';
import { readSettings } from '../instance/settings.model.js';
import { Cohort } from '../mentoring/cohorts.model.js';
import { Grant } from '../mentoring/grants.model.js';

type Member = Pick<AccountRecord, '_id' | 'role' | 'twoFactor'>;

/** The owner requires a second factor of this member. */
export async function mustHaveTwoFactor(member: Member, policy?: TwoFactorPolicy): Promise<boolean> {
  const required = policy ?? (await readSettings()).twoFactor;
  if (required === 'everyone') return true;
  if (required !== 'mentors-and-owners') return false;
  return member.role === 'owner' || (await isMentor(member._id));
}

/** … and there is none yet. */
export async function needsTwoFactor(member: Member, policy?: TwoFactorPolicy): Promise<boolean> {
  return !member.twoFactor?.confirmedAt && (await mustHaveTwoFactor(member, policy));
}

async function isMentor(accountId: mongoose.Types.ObjectId): Promise<boolean> {
  const grant = await Grant.exists({ mentorId: accountId, endedAt: null });
  return grant !== null || (await Cohort.exists({ mentorIds: accountId })) !== null;
}
