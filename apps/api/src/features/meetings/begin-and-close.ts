import { agendaOf, type MeetingRole } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import type { Editing } from './change-meeting.js';
import { changesFor, enterMeeting, findSharedView, toldOf } from './enter-meeting.js';
import { Meeting, type MeetingRecord } from './meetings.model.js';

interface Beginning {
  viewerId: string;
  as: MeetingRole;
  with: string;
  roadmap: string;
  now: Date;
}

/** The open sheet of these two, which is begun where there is none. Wants a live grant, whoever asks. In a transaction. */
export async function beginMeeting({ viewerId, as, with: otherId, roadmap, now }: Beginning): Promise<string> {
  const [learnerId, mentorId] = as === 'learner' ? [viewerId, otherId] : [otherId, viewerId];
  const pair = {
    learnerId: new mongoose.Types.ObjectId(learnerId),
    mentorId: new mongoose.Types.ObjectId(mentorId),
    roadmap,
  };
  if (!(await findSharedView(pair, as))) throw new Problem('not-found');
  const last = await Meeting.findOne({ ...pair, isOpen: false }, { closedAt: 1 })
    .sort({ _id: -1 })
    .lean<Pick<MeetingRecord, 'closedAt'>>();
  const begun = await Meeting.findOneAndUpdate(
    { ...pair, isOpen: true },
    // Our own id, as the others have it: one that the database makes could stand before those of the same second.
    {
      $setOnInsert: {
        _id: new mongoose.Types.ObjectId(),
        ...blank,
        openedAt: now,
        since: last?.closedAt ?? null,
        told: [pair.mentorId],
      },
    },
    { upsert: true, returnDocument: 'after' },
  ).lean<MeetingRecord>();
  return String(begun?._id);
}

const blank = {
  ...{ closedAt: null, lines: [], removed: [], linesVersion: 0 },
  ...{ notes: '', notesVersion: 0, actions: [], actionsVersion: 0 },
};

/**
 * Keeps a meeting with its day and everything that stood on it. As long as it is shared the next one is open at once, with
 * what is left undone, so that nothing that was agreed falls between two meetings. In a transaction.
 */
export async function closeMeeting(deps: Deps, { id, viewerId, today, now }: Editing): Promise<string> {
  const entered = await enterMeeting(id, viewerId);
  const { meeting, view } = entered;
  const changes = await changesFor(deps, entered, { today, now });
  const { lines } = agendaOf(meeting.lines, changes, meeting.removed);
  const closed = await Meeting.updateOne(
    { _id: meeting._id, isOpen: true },
    { $set: { isOpen: false, closedAt: now, lines, removed: [], told: toldOf(entered) } },
  );
  if (closed.matchedCount === 0) throw new Problem('meeting-closed');
  if (!view) return id;
  const { learnerId, mentorId, roadmap } = meeting;
  const [next] = await Meeting.create([
    {
      ...{ learnerId, mentorId, roadmap, ...blank, isOpen: true, openedAt: now, since: now, told: [mentorId] },
      lines: lines.filter(({ isDone }) => !isDone).map((line) => ({ ...line, isCarried: true })),
      actions: meeting.actions.filter(({ isDone }) => !isDone),
    },
  ]);
  return String(next?._id);
}
