import type { Help } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { beyond, olderThan, page, readCursor } from '../../http/cursor.js';
import { recordLooks } from '../looks/record-looks.js';
import { getView } from '../mentoring/get-view.js';
import { findTopic } from '../roadmaps/find-topic.js';
import { type HelpRecord, HelpRequest } from './help.model.js';
import { helpAnswers } from './help-answer.js';
import { findShared } from './who-talks.js';

interface Query {
  limit: number;
  cursor?: string | undefined;
}

interface OneLearner extends Query {
  only: 'open' | 'all';
  roadmap?: string | undefined;
}

interface Mine extends OneLearner {
  topicId?: string | undefined;
  projectId?: string | undefined;
}

const cursorOf = (cursor: string | undefined) => (readCursor(cursor, ['time', 'id']) ?? []) as [number?, string?];
const keyOf = ({ askedAt, _id }: HelpRecord) => [askedAt.getTime(), String(_id)];

async function lastFirst(whose: object, { limit, cursor, only }: OneLearner) {
  const [at, id] = cursorOf(cursor);
  const found = await HelpRequest.find({
    ...whose,
    ...(only === 'open' && { closedAt: null }),
    ...(at !== undefined && id && olderThan('askedAt', at, id)),
  })
    .sort({ askedAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<HelpRecord[]>();
  return page(found, limit, keyOf);
}

/** What a learner asked, of one topic or project where the query names it. */
export async function listMyHelp(deps: Deps, learnerId: string, query: Mine, now: Date) {
  const { roadmap, topicId, projectId } = query;
  const known = roadmap === undefined ? undefined : deps.roadmaps.get(roadmap);
  const topic = known && topicId !== undefined ? findTopic(known, topicId) : undefined;
  const { items, nextCursor } = await lastFirst(
    {
      learnerId,
      ...(roadmap !== undefined && { roadmap }),
      ...(topicId !== undefined && { ordinal: topic?.ordinal ?? -1 }),
      ...(projectId !== undefined && { projectId }),
    },
    query,
  );
  return { items: await helpAnswers(deps, items, { isLearner: true, now }), nextCursor };
}

/** What one learner asked, as far as this mentor sees it at this moment. */
export async function listLearnerHelp(
  deps: Deps,
  { mentorId, learnerId, now }: { mentorId: string; learnerId: string; now: Date },
  query: OneLearner,
) {
  const { grants, consent } = await getView(mentorId, learnerId, { roadmap: query.roadmap });
  await recordLooks([{ learnerId, mentorId, what: 'dashboard', roadmap: grants[0].roadmap }], now);
  const ofTopics = { roadmap: grants[0].roadmap };
  const ofProjects = { projectId: mongoose.trusted({ $ne: null }) };
  const seen = [...(consent.progress ? [ofTopics] : []), ...(consent.projects ? [ofProjects] : [])];
  if (seen.length === 0) return { items: [], nextCursor: null };
  const { items, nextCursor } = await lastFirst({ learnerId, $and: [{ $or: seen }] }, query);
  return { items: await helpAnswers(deps, items, { isLearner: false, now }), nextCursor };
}

/**
 * What a mentor is asked, the longest wait first. The page is found by who was told; each of it is checked against the grants
 * of this moment, so that one which ended meanwhile shows nothing.
 */
export async function listHelp(
  deps: Deps,
  mentorId: string,
  query: Query,
  now: Date,
): Promise<{ items: Help[]; nextCursor: string | null }> {
  const [at, id] = cursorOf(query.cursor);
  const found = await HelpRequest.find({
    told: new mongoose.Types.ObjectId(mentorId),
    closedAt: null,
    ...(at !== undefined && id && beyond('askedAt', 1, new Date(at), id)),
  })
    .sort({ askedAt: 1, _id: 1 })
    .limit(query.limit + 1)
    .lean<HelpRecord[]>();
  const { items, nextCursor } = page(found, query.limit, keyOf);
  const shares = await findShared(
    mentorId,
    items.map(({ learnerId }) => learnerId),
  );
  const seen = items.filter(({ learnerId, roadmap, projectId }) =>
    shares({ learnerId, roadmap, scope: projectId === null ? 'progress' : 'projects' }),
  );
  const looks = seen.map(({ learnerId, roadmap }) => ({ learnerId, mentorId, what: 'list' as const, roadmap }));
  await recordLooks(looks, now);
  return { items: await helpAnswers(deps, seen, { isLearner: false, now }), nextCursor };
}
