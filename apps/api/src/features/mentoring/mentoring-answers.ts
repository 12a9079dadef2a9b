import type { Cohort as CohortAnswer, Grant as GrantAnswer, RosterRow, ToldAttention } from '@waymark/contract';
import mongoose from 'mongoose';
import { findPeople, type Person } from '../accounts/find-people.js';
import { CohortSeat } from './cohort-seats.model.js';
import { Cohort, type CohortRecord } from './cohorts.model.js';
import type { GrantRecord } from './grants.model.js';

const iso = (at: Date | null) => at?.toISOString() ?? null;

export async function cohortAnswers(cohorts: readonly CohortRecord[], viewerId: string): Promise<CohortAnswer[]> {
  const people = await findPeople(cohorts.flatMap((cohort) => cohort.mentorIds));
  const seats = await CohortSeat.find(
    { learnerId: viewerId, cohortId: mongoose.trusted({ $in: cohorts.map(({ _id }) => _id) }), isListed: true },
    { cohortId: 1 },
  ).lean();
  const listed = new Set(seats.map(({ cohortId }) => String(cohortId)));
  return cohorts.map((cohort) => {
    const isMentor = cohort.mentorIds.some((mentorId) => String(mentorId) === viewerId);
    return {
      id: String(cohort._id),
      name: cohort.name,
      roadmap: cohort.roadmap,
      mentors: cohort.mentorIds.flatMap((mentorId) => people.get(String(mentorId)) ?? []),
      code: isMentor ? (cohort.code ?? null) : null,
      codeExpiresAt: isMentor ? iso(cohort.codeExpiresAt) : null,
      codeUsesLeft: isMentor ? (cohort.codeUsesLeft ?? null) : null,
      startsOn: cohort.startsOn ?? null,
      endsOn: cohort.endsOn ?? null,
      seesWhom: cohort.seesWhom ?? 'nobody',
      createdAt: cohort.createdAt.toISOString(),
      archivedAt: iso(cohort.archivedAt ?? null),
      role: isMentor ? 'mentor' : 'learner',
      isListed: isMentor ? null : listed.has(String(cohort._id)),
      version: cohort.version ?? 0,
    };
  });
}

export async function cohortAnswer(cohort: CohortRecord, viewerId: string): Promise<CohortAnswer> {
  const [answer] = await cohortAnswers([cohort], viewerId);
  if (!answer) throw new Error('one cohort in, none out');
  return answer;
}

/** The cohorts' names, by id. */
export async function findCohortNames(
  ids: readonly (mongoose.Types.ObjectId | null)[],
): Promise<ReadonlyMap<string, { id: string; name: string }>> {
  const known = ids.filter((id) => id !== null);
  const found = await Cohort.find({ _id: mongoose.trusted({ $in: known }) }, { name: 1 }).lean();
  return new Map(found.map(({ _id, name }) => [String(_id), { id: String(_id), name }]));
}

type Names = ReadonlyMap<string, { id: string; name: string }>;

export function grantAnswer(
  grant: GrantRecord,
  mentor: Person,
  cohorts: Names,
  attention: ToldAttention[] | null,
): GrantAnswer {
  return {
    id: String(grant._id),
    roadmap: grant.roadmap,
    mentor,
    cohort: cohorts.get(String(grant.cohortId)) ?? null,
    consent: grant.consent,
    createdAt: grant.createdAt.toISOString(),
    lastViewedAt: iso(grant.lastViewedAt),
    pausedAt: iso(grant.pausedAt ?? null),
    attention,
    lastActiveDay: (grant.isLive && grant.entry.lastActiveDay) || null,
  };
}

export function rosterRow(
  grant: GrantRecord,
  learner: Person,
  cohorts: Names,
  attention: ToldAttention[] | null,
): RosterRow {
  return {
    learner,
    roadmap: grant.roadmap,
    cohort: cohorts.get(String(grant.cohortId)) ?? null,
    consent: grant.consent,
    counts: grant.entry.counts,
    attention,
    lastActiveDay: grant.entry.lastActiveDay || null,
    lastViewedAt: iso(grant.lastViewedAt),
  };
}
