import type { Endpoints, Meeting as MeetingAnswer, MeetingCard, Parsed } from '@waymark/contract';
import mongoose from 'mongoose';
import { page, readCursor } from '../../http/cursor.js';
import { findPeople, formerMember } from '../accounts/find-people.js';
import { getView } from '../mentoring/get-view.js';
import { Grant, type GrantRecord } from '../mentoring/grants.model.js';
import { Meeting, type MeetingRecord } from './meetings.model.js';

type Query = Parsed<Endpoints['listMeetings']>['query'];

/** One's meetings, the last first: of a mentor's those whose learner lets them see their progress now. */
export async function listMeetings(viewerId: string, query: Query) {
  const { as, limit } = query;
  if (as === 'mentor' && query.with) {
    await getView(viewerId, query.with, { roadmap: query.roadmap, scope: 'progress' });
  }
  const [id] = (readCursor(query.cursor, ['id']) ?? []) as [string?];
  const states = query.state ? [query.state === 'open'] : [true, false];
  const found = await Meeting.find({
    [`${as}Id`]: viewerId,
    ...(query.with && { [as === 'learner' ? 'mentorId' : 'learnerId']: query.with }),
    ...(query.roadmap && { roadmap: query.roadmap }),
    isOpen: mongoose.trusted({ $in: states }),
    ...(id && { _id: mongoose.trusted({ $lt: new mongoose.Types.ObjectId(id) }) }),
  })
    .select({ lines: 0, notes: 0, removed: 0 })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean<MeetingRecord[]>();
  const { items, nextCursor } = page(found, limit, (meeting) => [String(meeting._id)]);
  const seen = as === 'learner' ? items : await stillShared(viewerId, items);
  return { items: await cardsOf(seen, as), nextCursor };
}

async function stillShared(mentorId: string, meetings: MeetingRecord[]): Promise<MeetingRecord[]> {
  const learnerIds = meetings.map(({ learnerId }) => learnerId);
  const grants = await Grant.find(
    { mentorId, isLive: true, learnerId: mongoose.trusted({ $in: learnerIds }), 'consent.progress': true },
    { learnerId: 1, roadmap: 1 },
  ).lean<Pick<GrantRecord, 'learnerId' | 'roadmap'>[]>();
  const shared = new Set(grants.map(({ learnerId, roadmap }) => `${learnerId} ${roadmap}`));
  return meetings.filter(({ learnerId, roadmap }) => shared.has(`${learnerId} ${roadmap}`));
}

async function cardsOf(meetings: MeetingRecord[], as: MeetingAnswer['role']): Promise<MeetingCard[]> {
  const people = await findPeople(meetings.flatMap(({ learnerId, mentorId }) => [learnerId, mentorId]));
  const personOf = (id: unknown) => people.get(String(id)) ?? formerMember(id);
  return meetings.map((meeting) => ({
    id: String(meeting._id),
    learner: personOf(meeting.learnerId),
    mentor: personOf(meeting.mentorId),
    roadmap: meeting.roadmap,
    openedAt: meeting.openedAt.toISOString(),
    closedAt: meeting.closedAt?.toISOString() ?? null,
    todo: meeting.isOpen ? meeting.actions.filter(({ who, isDone }) => who === as && !isDone) : [],
  }));
}
