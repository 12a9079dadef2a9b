import type { AgendaBody, Endpoints, MeetingLine, Parsed } from '@waymark/contract';
import mongoose from 'mongoose';
import type { z } from 'zod';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { findTopic } from '../roadmaps/find-topic.js';
import { getRoadmap } from '../roadmaps/get-roadmap.js';
import { changesFor, type Entered, enterMeeting, type Moment, newId, toldOf } from './enter-meeting.js';
import { lineFilter } from './filter-lines.js';
import { meetingAnswer, refuse } from './meeting-answer.js';
import { Meeting, type MeetingRecord } from './meetings.model.js';
import { mentorSees } from './named-projects.js';

export interface Editing extends Moment {
  id: string;
  viewerId: string;
}

type Versions = 'linesVersion' | 'notesVersion' | 'actionsVersion';

/** One part of an open sheet on the version that it was changed on; what the other changed meanwhile is told, and stays. */
async function save(
  deps: Deps,
  { id, viewerId, ...moment }: Editing,
  entered: Entered,
  [version, base]: [Versions, number],
  set: Partial<MeetingRecord>,
) {
  const after = await Meeting.findOneAndUpdate(
    { _id: id, isOpen: true, [version]: base },
    { $set: { ...set, told: toldOf(entered) }, $inc: { [version]: 1 } },
    { returnDocument: 'after' },
  ).lean<MeetingRecord>();
  if (!after) return refuse(deps, id, viewerId, moment);
  return meetingAnswer(deps, { ...entered, meeting: after }, moment);
}

export async function writeAgenda(deps: Deps, editing: Editing, body: z.output<typeof AgendaBody>) {
  const entered = await enterMeeting(editing.id, editing.viewerId);
  const { meeting, role } = entered;
  const changes = (await changesFor(deps, entered, editing)).flatMap(({ items }) => items);
  const isSeen = await lineFilter(entered);
  const known = new Map<string, MeetingLine>([
    ...changes.map((change): [string, MeetingLine] => [
      change.key,
      { id: change.key, isDone: false, text: null, change, by: null, isCarried: false },
    ]),
    ...meeting.lines.filter(isSeen).map((line): [string, MeetingLine] => [line.id, line]),
  ]);
  const lines = body.lines.flatMap(({ id, isDone, text }): MeetingLine[] => {
    const line = id === undefined ? undefined : known.get(id);
    if (id !== undefined) known.delete(id);
    if (line) return [{ ...line, isDone, text: line.change ? null : (text ?? line.text) }];
    return text && id === undefined ? [{ id: newId(), isDone, text, change: null, by: role, isCarried: false }] : [];
  });
  const keys = new Set(changes.map(({ key }) => key));
  const removed = [...new Set([...meeting.removed, ...body.removed])].filter((key) => keys.has(key));
  // What this mentor may not see now is not theirs to take away.
  const hidden = meeting.lines.filter((line) => !isSeen(line));
  return save(deps, editing, entered, ['linesVersion', body.base], { lines: [...lines, ...hidden], removed });
}

/** The same text once more is no conflict. */
export async function writeNotes(deps: Deps, editing: Editing, { base, text }: { base: number; text: string }) {
  const entered = await enterMeeting(editing.id, editing.viewerId);
  const isSame = entered.meeting.isOpen && entered.meeting.notes === text;
  if (isSame) return meetingAnswer(deps, entered, editing);
  return save(deps, editing, entered, ['notesVersion', base], { notes: text });
}

type Actions = Parsed<Endpoints['writeActions']>['body'];

export async function writeActions(deps: Deps, editing: Editing, { base, actions }: Actions) {
  const entered = await enterMeeting(editing.id, editing.viewerId);
  const { meeting } = entered;
  const known = new Map(meeting.actions.map((action) => [action.id, action]));
  const roadmap = getRoadmap(deps, meeting.roadmap);
  // What stood there before may have gone meanwhile; only what is named anew has to be there.
  const isNew = (action: Actions['actions'][number], field: 'topicId' | 'projectId') =>
    action[field] !== null && known.get(action.id ?? '')?.[field] !== action[field];
  const named = actions.flatMap((action) => (isNew(action, 'projectId') ? (action.projectId ?? []) : []));
  const seen = await mentorSees(named, entered);
  const errors = actions.flatMap((action, place) => [
    ...(isNew(action, 'topicId') && !findTopic(roadmap, action.topicId ?? '')
      ? [{ path: `actions.${place}.topicId`, message: 'No topic of this roadmap' }]
      : []),
    ...(isNew(action, 'projectId') && !seen.has(action.projectId ?? '')
      ? [{ path: `actions.${place}.projectId`, message: 'No project that both of you see' }]
      : []),
  ]);
  if (errors.length > 0) throw new Problem('invalid', { errors });
  const kept = actions.map(({ id, ...action }) => ({ id: id && known.has(id) ? id : newId(), ...action }));
  return save(deps, editing, entered, ['actionsVersion', base], { actions: kept });
}

export async function tickAction(editing: Editing, actionId: string, isDone: boolean): Promise<void> {
  const entered = await enterMeeting(editing.id, editing.viewerId);
  if (!entered.meeting.actions.some(({ id }) => id === actionId)) throw new Problem('not-found');
  const { matchedCount } = await Meeting.updateOne(
    { _id: new mongoose.Types.ObjectId(editing.id), isOpen: true, 'actions.id': actionId },
    { $set: { 'actions.$.isDone': isDone, told: toldOf(entered) }, $inc: { actionsVersion: 1 } },
  );
  if (matchedCount === 0) throw new Problem('meeting-closed');
}
