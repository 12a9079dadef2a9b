import type { Audience } from '@waymark/contract';
import mongoose from 'mongoose';
import { Problem } from '../../http/problem.js';
import { Grant } from '../mentoring/grants.model.js';
import { Project } from '../projects/projects.model.js';
import { Reviewer } from './reviewers.model.js';
import { type Asked, Review, type ReviewRecord } from './reviews.model.js';

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

/** What a grant says by which its mentor can be asked. */
export const seesProjects = { isLive: true, 'consent.projects': true };

/** Every word under which a member is asked at this moment. */
export async function askedWords(memberId: string): Promise<Asked[]> {
  // One after the other: an act asks within its transaction, which does one thing at a time.
  const learners = await Grant.distinct('learnerId', { mentorId: memberId, ...seesProjects });
  const reviewer = await Reviewer.exists({ _id: memberId, inPool: true });
  const joined = await Grant.find(
    { mentorId: memberId, ...seesProjects, cohortId: mongoose.trusted({ $ne: null }) },
    { cohortId: 1, learnerId: 1 },
  ).lean();
  const words = [
    ...learners.flatMap((id) => [`mentors:${id}`, `mentor:${memberId}:${id}`]),
    ...joined.map(({ cohortId, learnerId }) => `cohort:${cohortId}:${learnerId}`),
    ...(reviewer ? [inPool] : []),
  ];
  return [...new Set(words)];
}

/** The members who are asked: those of whom a review is expected. `null`: whoever is in the pool. */
export async function findAsked(audience: Audience, learnerId: string): Promise<string[] | null> {
  if (audience.kind === 'pool') return null;
  const { kind } = audience;
  if (kind === 'cohort') {
    // Of a cohort those who see the learner's projects: not who came later, nor who is paused.
    const { cohortId } = audience;
    return (await Grant.distinct('mentorId', { learnerId, cohortId, ...seesProjects })).map(String);
  }
  const whom = kind === 'mentor' && { mentorId: audience.mentorId };
  return (await Grant.distinct('mentorId', { learnerId, ...seesProjects, ...whom })).map(String);
}

/** Somebody who sees a learner's projects, and by which of the learner's cohorts. `null`: it is not known yet who. */
export interface ProjectReader {
  memberId: string | null;
  cohortIds: readonly string[];
}

/** As `mayRead` has it, of somebody who is known to see the projects; of the pool alone what they hold. */
export function mayReadAs({ audience, heldBy }: ReviewRecord, { memberId, cohortIds }: ProjectReader): boolean {
  if (audience.kind === 'mentors') return true;
  if (audience.kind === 'cohort') return cohortIds.includes(audience.cohortId);
  return memberId !== null && memberId === (audience.kind === 'mentor' ? audience.mentorId : heldBy);
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
 * Grants of a learner have changed: their reviews are followed live by those who see them now. In the transaction of the
 * change.
 */
export async function followReviews(learnerId: string): Promise<void> {
  const audiences: Audience[] = await Review.distinct('audience', { learnerId });
  for (const audience of audiences) {
    const told = (await findAsked(audience, learnerId))?.slice(0, mostTold) ?? [];
    await Review.updateMany({ learnerId, asked: askedOf(audience, learnerId) }, { $set: { told } });
  }
}

/**
 * Whether a member sees this review: its learner, and who is asked by what holds at this moment. Of the pool that is
 * everybody while nobody has taken it on, and who did.
 */
export async function mayRead(review: ReviewRecord, memberId: string): Promise<boolean> {
  const learnerId = String(review.learnerId);
  if (learnerId === memberId) return true;
  // What its learner has made private is theirs alone, whatever was asked of it before.
  if (await Project.exists({ _id: review.projectId, visibility: 'private' })) return false;
  const asked = await findAsked(review.audience, learnerId);
  if (asked) return asked.includes(memberId);
  if (review.heldBy === memberId) return true;
  return review.state === 'requested' && (await Reviewer.exists({ _id: memberId, inPool: true })) !== null;
}
