import type { ChangesSince, Consent, MeetingRole } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { drawDashboard } from '../mentoring/draw-dashboard.js';
import { findChanges } from '../mentoring/find-changes.js';
import { findDrawn } from '../mentoring/find-drawn.js';
import { getView, type View } from '../mentoring/get-view.js';
import { Meeting, type MeetingRecord } from './meetings.model.js';

/** A sheet, and what whoever looks at it may read of it. */
export interface Entered {
  meeting: MeetingRecord;
  role: MeetingRole;
  /** `null`: nothing of it is open to the mentor now. */
  view: View | null;
}

/** When somebody looks. */
export interface Moment {
  /** Their day. */
  today: string;
  now: Date;
}

type Pair = Pick<MeetingRecord, 'learnerId' | 'mentorId' | 'roadmap'>;

/** What the mentor may see; the learner goes on without it, for the mentor there is nothing here then. */
export async function findSharedView(pair: Pair, role: MeetingRole): Promise<View | null> {
  const { learnerId, mentorId, roadmap } = pair;
  const asked = getView(String(mentorId), String(learnerId), { roadmap, scope: 'progress' });
  if (role === 'mentor') return asked;
  return asked.catch((error) => {
    if (error instanceof Problem && error.code === 'not-found') return null;
    throw error;
  });
}

export async function enterMeeting(id: string, viewerId: string): Promise<Entered> {
  const either = [{ learnerId: viewerId }, { mentorId: viewerId }];
  const meeting = await Meeting.findOne({ _id: id, $or: either }).lean<MeetingRecord>();
  if (!meeting) throw new Problem('not-found');
  const role = String(meeting.learnerId) === viewerId ? 'learner' : 'mentor';
  return { meeting, role, view: await findSharedView(meeting, role) };
}

/** Through whose eyes it is read: a mentor's lines end where the consent does. */
export const consentOf = ({ role, view }: Entered): Consent | null =>
  role === 'learner' ? null : (view?.consent ?? null);

/**
 * What changed since the meeting before, as far as the mentor may see it: the same for both, from what the dashboard
 * shows. Nothing of a meeting that is over, whose lines were kept.
 */
export async function changesFor(
  deps: Deps,
  { meeting, view }: Entered,
  { today, now }: Moment,
): Promise<ChangesSince['parts']> {
  if (!view || !meeting.isOpen) return [];
  const { learnerId, mentorId, roadmap, since } = meeting;
  const drawn = await findDrawn(deps, view, { mentorId: String(mentorId), today, now });
  if (!drawn) return [];
  const shown = await drawDashboard(deps, { ...drawn, lastViewedAt: null });
  return findChanges(deps, shown, {
    ...{ learnerId: String(learnerId), mentorId: String(mentorId), roadmap },
    since: since ?? drawn.grant.createdAt,
    isFirst: since === null,
  });
}

/** Whose open page follows what is written now: a mentor who may not see it hears nothing of it. */
export const toldOf = ({ meeting, view }: Entered) => (view ? [meeting.mentorId] : []);

export const newId = () => String(new mongoose.Types.ObjectId());
