import type { Audience } from '@waymark/contract';
import mongoose from 'mongoose';
import { Problem } from '../../http/problem.js';
import { Cohort } from '../mentoring/cohorts.model.js';
import { Grant, type GrantRecord } from '../mentoring/grants.model.js';
import { Reviewer } from './reviewers.model.js';
import type { Asked, ReviewRecord } from './reviews.model.js';

const inPool: Asked = 'pool';

/**
 * An audience as the one word by which queues are found. Where a grant decides it names the learner too, so that
 * whoever has no grant of theirs any more does not know the word.
 */
export function askedOf(audience: Audience, learnerId: string): Asked {
  if (audience.kind === 'pool') return inPool;
  if (audience.kind === 'mentors') return `mentors:${learnerId}`;
  const whom = audience.kind === 'mentor' ? audience.mentorId : audience.cohortId;
  return `${audience.kind}:${whom}:${learnerId}`;
}

const seesProjects = { isLive: true, 'consent.projects': true };

type Told = Pick<GrantRecord, 'cohortId' | 'learnerId' | 'mentorId' | 'isLive'>;
const told = { cohortId: 1, learnerId: 1, mentorId: 1, isLive: 1 } as const;

/** Of these grants the keys of those that were paused or ended, and in whose place there is none that is live. */
function closedBy(grants: readonly Told[], keyOf: (grant: Told) => string): ReadonlySet<string> {
  const live = new Set(grants.filter(({ isLive }) => isLive).map(keyOf));
  return new Set(grants.map(keyOf).filter((key) => !live.has(key)));
}

/** Every word under which a member is asked at this moment. */
export async function askedWords(memberId: string): Promise<Asked[]> {
  // One after the other: an act asks within its transaction, which does one thing at a time.
  const learners = await Grant.distinct('learnerId', { mentorId: memberId, ...seesProjects });
  const cohorts = await Cohort.distinct('_id', { mentorIds: memberId });
  const reviewer = await Reviewer.exists({ _id: memberId, inPool: true });
  const inThem = { cohortId: mongoose.trusted({ $in: cohorts }) };
  const joined = await Grant.find({ ...inThem, isLive: true }, told).lean<Told[]>();
  const wordOf = ({ cohortId, learnerId }: Told) => `cohort:${cohortId}:${learnerId}`;
  // Who closed it to this mentor asks the others of the cohort, not them.
  const closed = closedBy(await Grant.find({ ...inThem, mentorId: memberId }, told).lean<Told[]>(), wordOf);
  const words = [
    ...learners.flatMap((id) => [`mentors:${id}`, `mentor:${memberId}:${id}`]),
    ...joined.map(wordOf).filter((word) => !closed.has(word)),
    ...(reviewer ? [inPool] : []),
  ];
  return [...new Set(words)];
}

/** The members who are asked: those of whom a review is expected. `null`: whoever is in the pool. */
export async function findAsked(audience: Audience, learnerId: string): Promise<string[] | null> {
  if (audience.kind === 'pool') return null;
  const { kind } = audience;
  if (kind === 'cohort') {
    const { cohortId } = audience;
    if (!(await Grant.exists({ cohortId, learnerId, isLive: true }))) return [];
    const cohort = await Cohort.findOne({ _id: cohortId }, { mentorIds: 1 }).lean();
    const given = await Grant.find({ cohortId, learnerId }, told).lean<Told[]>();
    const closed = closedBy(given, ({ mentorId }) => String(mentorId));
    return (cohort?.mentorIds ?? []).map(String).filter((id) => id !== learnerId && !closed.has(id));
  }
  const whom = kind === 'mentor' && { mentorId: audience.mentorId };
  return (await Grant.distinct('mentorId', { learnerId, ...seesProjects, ...whom })).map(String);
}

const mostTold = 50;

/**
 * Who is to be told of a review: those who are asked, where they have names. Throws `nobody-to-ask` where there is nobody:
 * it would wait for ever.
 */
export async function getAsked(audience: Audience, learnerId: string): Promise<string[]> {
  const asked = await findAsked(audience, learnerId);
  const isAnybody = asked
    ? asked.length > 0
    : (await Reviewer.exists({ _id: mongoose.trusted({ $ne: learnerId }), inPool: true })) !== null;
  if (!isAnybody) throw new Problem('nobody-to-ask');
  return asked?.slice(0, mostTold) ?? [];
}

/**
 * Whether a member sees this review: its learner, and who is asked by what holds at this moment. Of the pool that is
 * everybody while nobody has taken it on, and who did.
 */
export async function mayRead(review: ReviewRecord, memberId: string): Promise<boolean> {
  const learnerId = String(review.learnerId);
  if (learnerId === memberId) return true;
  const asked = await findAsked(review.audience, learnerId);
  if (asked) return asked.includes(memberId);
  if (review.heldBy === memberId) return true;
  return review.state === 'requested' && (await Reviewer.exists({ _id: memberId, inPool: true })) !== null;
}
