import type { RosterResult } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { emailKey } from '../accounts/email-key.js';
import { requireMail } from '../credentials/ask-by-address.js';
import { cleaned } from '../mail/letters/words.js';
import type { CohortRecord } from '../mentoring/cohorts.model.js';
import { getOpenCohort } from '../mentoring/get-cohort.js';
import { Grant, notEnded } from '../mentoring/grants.model.js';
import { getSender, type Invitee, inviteAll } from './invite.js';
import type { LetterLimits } from './letter-limits.js';
import { MentorInvitation, type MentorInvitationRecord, scopeOf } from './mentor-invitations.model.js';

interface Line {
  name: string;
  email: string;
}

interface Part {
  cohortId: string;
  viewerId: string;
  lines: readonly Line[];
  now: Date;
}

interface Judged {
  cohort: CohortRecord;
  results: RosterResult[];
  invitees: Invitee[];
}

const longestName = 80;

/** An address as accounts may have one, without what would make two of it in a letter's head. */
function keyOf(email: string): string | undefined {
  const isAddress = email.length <= 254 && /^[\x21-\x3f\x41-\x7e]{1,64}@[^\s@]{1,189}$/.test(email);
  return isAddress ? emailKey(email) : undefined;
}

/**
 * Who is in by which address is known of those alone who accepted an invitation to it, and share with the cohort still:
 * of all others the mentors were never told their address, and must not find it out by trying.
 */
async function findIn(cohort: CohortRecord, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const scope = scopeOf({ mentorId: null, cohortId: cohort._id, roadmap: cohort.roadmap });
  const accepted = await MentorInvitation.find({
    ...{ scope, state: 'accepted' as const },
    emailKey: mongoose.trusted({ $in: keys }),
  }).lean<MentorInvitationRecord[]>();
  const learnerIds = accepted.flatMap(({ learnerId }) => learnerId ?? []);
  const live = await Grant.distinct('learnerId', {
    ...{ cohortId: cohort._id, ...notEnded },
    learnerId: mongoose.trusted({ $in: learnerIds }),
  });
  const isLive = new Set(live.map(String));
  return new Set(accepted.filter(({ learnerId }) => isLive.has(String(learnerId))).map((each) => each.emailKey));
}

async function judge({ cohortId, viewerId, lines, now }: Part): Promise<Judged> {
  const cohort = await getOpenCohort(cohortId, viewerId);
  const own = (await getSender(viewerId)).emailKey;
  const keys = lines.map(({ email }) => keyOf(email.trim()));
  const known = keys.filter((key) => key !== undefined);
  const scope = scopeOf({ mentorId: viewerId, cohortId: cohort._id, roadmap: cohort.roadmap });
  const isOpen = { scope, state: 'open' as const, expiresAt: mongoose.trusted({ $gt: now }) };
  const invited = new Set(
    await MentorInvitation.distinct('emailKey', { ...isOpen, emailKey: mongoose.trusted({ $in: known }) }),
  );
  const isIn = await findIn(cohort, known);
  const seen = new Set<string>();
  const invitees: Invitee[] = [];
  const results = lines.map(({ name, email }, place): RosterResult => {
    const key = keys[place];
    if (key === undefined) return 'not-an-address';
    if (seen.has(key)) return 'twice';
    seen.add(key);
    if (key === own) return 'own';
    if (isIn.has(key)) return 'in-cohort';
    if (invited.has(key)) return 'invited';
    invitees.push({ email: email.trim(), emailKey: key, name: [...cleaned(name)].slice(0, longestName).join('') });
    return 'invite';
  });
  return { cohort, results, invitees };
}

/** Line by line, what inviting them would do. */
export async function previewRoster(deps: Deps, limits: LetterLimits, part: Part) {
  const { results } = await judge(part);
  requireMail(deps);
  return { results, lettersLeft: await limits.roster.left(part.viewerId) };
}

/** Invites them, in the transaction of the route: all, or none where today's letters do not last for them. */
export async function inviteRoster(deps: Deps, limits: LetterLimits, part: Part) {
  const { cohort, results, invitees } = await judge(part);
  requireMail(deps);
  if (invitees.length === 0) return { results };
  await limits.roster.take(part.viewerId, invitees.length);
  const mentorId = new mongoose.Types.ObjectId(part.viewerId);
  await inviteAll(deps, { mentorId, cohort, roadmap: cohort.roadmap }, invitees, part.now);
  return { results };
}
