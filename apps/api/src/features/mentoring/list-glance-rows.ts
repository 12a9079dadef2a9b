import type { GlanceRow } from '@waymark/contract';
import mongoose from 'mongoose';
import { beyond, page, readCursor } from '../../http/cursor.js';
import { findPeople } from '../accounts/find-people.js';
import { recordLooks } from '../looks/record-looks.js';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { getMentored } from './get-cohort.js';
import { Grant, type GrantRecord } from './grants.model.js';

interface Query {
  limit: number;
  cursor?: string | undefined;
}

/** One page of a cohort's learners by name, never by how far they are. */
export async function listGlanceRows(
  cohortId: string,
  mentorId: string,
  query: Query,
  now: Date,
): Promise<{ items: GlanceRow[]; nextCursor: string | null }> {
  const cohort = await getMentored(cohortId, mentorId);
  const [name, id] = (readCursor(query.cursor, ['string', 'id']) ?? []) as [string?, string?];
  const after = name !== undefined && id ? beyond('learnerName', 1, name, id) : {};
  const found = await Grant.find({ cohortId: cohort._id, mentorId, isLive: true, ...after })
    .sort({ learnerName: 1, _id: 1 })
    .limit(query.limit + 1)
    .lean<GrantRecord[]>();
  const { items: grants, nextCursor } = page(found, query.limit, (grant) => [grant.learnerName, String(grant._id)]);
  await recordLooks(
    grants.map(({ learnerId, roadmap }) => ({ learnerId, mentorId, what: 'list', roadmap })),
    now,
  );
  const people = await findPeople(grants.map((grant) => grant.learnerId));
  const shared = grants.filter(({ consent }) => consent.progress).map(({ enrolmentId }) => enrolmentId);
  const walks = await Enrolment.find(
    { _id: mongoose.trusted({ $in: shared }), leftAt: null },
    { 'summary.stages': 1 },
  ).lean<Pick<EnrolmentRecord, '_id' | 'summary'>[]>();
  const stages = new Map(walks.map(({ _id, summary }) => [String(_id), stagesOf(summary.stages)]));
  const items = grants.flatMap((grant) => {
    const learner = people.get(String(grant.learnerId));
    return learner ? [{ learner, stages: stages.get(String(grant.enrolmentId)) ?? null }] : [];
  });
  return { items, nextCursor };
}

function stagesOf(stages: EnrolmentRecord['summary']['stages']): NonNullable<GlanceRow['stages']> {
  return Object.fromEntries(Object.entries(stages).map(([id, { done, required }]) => [id, { done, required }]));
}
