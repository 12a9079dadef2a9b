import type { Consent, Readers } from '@waymark/contract';
import mongoose from 'mongoose';
import { findPeople } from '../accounts/find-people.js';
import { Grant } from '../mentoring/grants.model.js';

/** Of mentors; the oldest grants come first. It bounds what a document keeps of them. */
const mostMentors = 100;

interface Shared {
  learnerId: mongoose.Types.ObjectId | string;
  /** Missing: of any way of the learner's. */
  roadmap?: string | null | undefined;
  scope: keyof Consent;
}

/** The mentors whom a learner lets see this at this moment. */
export async function findMentors({ learnerId, roadmap, scope }: Shared): Promise<mongoose.Types.ObjectId[]> {
  const found = await Grant.find(
    { learnerId, isLive: true, [`consent.${scope}`]: true, ...(roadmap && { roadmap }) },
    { mentorId: 1 },
  )
    .sort({ _id: 1 })
    .limit(mostMentors)
    .lean();
  const once = new Map(found.map(({ mentorId }) => [String(mentorId), mentorId]));
  return [...once.values()];
}

/** What a mentor is let see of these learners at this moment, in one query: whether they share it of a way, or of any. */
export async function findShared(
  mentorId: string,
  learnerIds: readonly mongoose.Types.ObjectId[],
): Promise<(asked: Shared) => boolean> {
  const grants = await Grant.find(
    { mentorId, learnerId: mongoose.trusted({ $in: learnerIds }), isLive: true },
    { learnerId: 1, roadmap: 1, consent: 1 },
  ).lean();
  return ({ learnerId, roadmap, scope }) =>
    grants.some(
      (grant) =>
        String(grant.learnerId) === String(learnerId) &&
        (!roadmap || grant.roadmap === roadmap) &&
        grant.consent[scope],
    );
}

/** The members who read what a learner writes at this moment, on one way or on any. */
export async function findReaders(learnerId: string, roadmap: string | undefined): Promise<Readers> {
  const progress = await findMentors({ learnerId, roadmap, scope: 'progress' });
  const notes = await findMentors({ learnerId, roadmap, scope: 'notes' });
  const projects = await findMentors({ learnerId, scope: 'projects' });
  const people = await findPeople([...progress, ...notes, ...projects]);
  const named = (ids: readonly mongoose.Types.ObjectId[]) => ids.flatMap((each) => people.get(String(each)) ?? []);
  return { progress: named(progress), notes: named(notes), projects: named(projects) };
}
