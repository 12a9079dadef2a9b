import { ActivityRecord, type Roadmap } from '@waymark/contract';
import mongoose from 'mongoose';
import { z } from 'zod';
import { Activity, type ActivityRow } from '../../activity/activity.model.js';
import { activityAnswer } from '../../activity/list-activity.js';
import { Project } from '../../projects/projects.model.js';
import { findTopic } from '../../roadmaps/find-topic.js';
import { keepActiveDays } from '../active-days.js';
import { inTheFuture, isAhead, isDayOf, PastInstant } from '../dates.js';
import { noRoadmap, noTopic } from '../not-here.js';
import { ownId } from '../own-id.js';
import { type Finding, type Importing, mapRows, type Part, type Planned, readItems, refusal, rowsOf } from '../part.js';

const State = z.string().regex(/^[a-z_-]{1,30}$/, 'Not a state that we know');
const FileAct = z.object({
  ...ActivityRecord.shape,
  at: PastInstant,
  from: State.nullable(),
  to: State.nullable(),
  minutes: z.int().nullable().default(null),
});
type FileAct = z.output<typeof FileAct>;

/** What makes two records one act, whatever their ids: two that agree in all of it are two acts if there are two. */
const contentOf = ({ kind, at, day, roadmap, topicId, from, to }: Omit<FileAct, 'id' | 'projectId'>) =>
  // A room is told of once a day, whenever in the day that was.
  JSON.stringify([kind, kind === 'room' ? null : Date.parse(at), day, roadmap, topicId, from, to]);

/** The acts of the file that are not here yet: by their id, by the id they got here, and else by what they are. */
async function findNew(learnerId: string, acts: readonly FileAct[]): Promise<Set<FileAct>> {
  const days = [...new Set(acts.map(({ day }) => day))];
  const mine = await Activity.find({ learnerId, day: mongoose.trusted({ $in: days }) }).lean<ActivityRow[]>();
  const byId = new Map(mine.map((row) => [String(row._id), row]));
  const unknown: FileAct[] = [];
  for (const act of acts) {
    const id = [act.id, String(ownId(learnerId, act.id))].find((each) => byId.has(each));
    if (id) byId.delete(id);
    else unknown.push(act);
  }
  const left = new Map<string, number>();
  for (const row of byId.values()) {
    const key = contentOf(activityAnswer(row));
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return new Set(
    unknown.filter((act) => {
      const count = left.get(contentOf(act)) ?? 0;
      if (count > 0) left.set(contentOf(act), count - 1);
      return count === 0;
    }),
  );
}

/** An act names its topic as this instance does, or says why it cannot be taken. */
function place(into: Importing, act: FileAct): FileAct | string {
  if (isAhead(into.now, act.at)) return inTheFuture;
  if (!isDayOf(act.day, act.at)) return 'Its day and its time do not fit';
  if (act.roadmap === null) return { ...act, topicId: null };
  const roadmap = into.deps.roadmaps.get(act.roadmap);
  if (!roadmap) return noRoadmap(act.roadmap);
  if (act.topicId === null) return act;
  const topic = findTopic(roadmap, act.topicId);
  return topic ? { ...act, topicId: topic.id } : noTopic(act.topicId);
}

function titleOf(roadmap: Roadmap | undefined, { kind, topicId, day }: FileAct): string {
  const title = topicId === null ? undefined : roadmap?.topics.find(({ id }) => id === topicId)?.title;
  return `${day}: ${title ?? roadmap?.title ?? kind}`;
}

/** The projects that acts name, as they are called here: mine keep their id, and others have the one they get here. */
async function projectIdsOf(learnerId: string, acts: Iterable<FileAct>): Promise<Map<string, mongoose.Types.ObjectId>> {
  const named = [...new Set([...acts].flatMap(({ projectId }) => projectId ?? []))];
  const ids = named.map((id) => new mongoose.Types.ObjectId(id));
  const mine = await Project.find({ learnerId, _id: mongoose.trusted({ $in: ids }) }, { _id: 1 }).lean();
  const kept = new Map(mine.map(({ _id }) => [String(_id), _id]));
  return new Map(named.map((id) => [id, kept.get(id) ?? ownId(learnerId, id)]));
}

function rowOf(learnerId: string, act: FileAct, projectId: mongoose.Types.ObjectId | undefined) {
  const { id, kind, at, day, roadmap, topicId, from, to } = act;
  const given = Object.entries({ roadmap, topicId, from, to }).filter(([, value]) => value !== null);
  return {
    ...Object.fromEntries(given),
    ...{ _id: ownId(learnerId, id), learnerId, kind, at: new Date(at), day },
    ...(projectId && { projectId }),
  };
}

async function plan(into: Importing, items: readonly unknown[]): Promise<Planned> {
  const { read, refused } = readItems(FileAct, items, ({ day }) => day);
  const findings: Finding[] = [...refused];
  const byId = new Map<string, FileAct>();
  for (const act of read) {
    // Logged time brings its own act along: see the part of its own.
    if (act.kind === 'time') continue;
    const found = place(into, act);
    if (typeof found === 'string') findings.push(refusal(titleOf(undefined, act), found));
    else byId.set(act.id, found);
  }
  const placed = [...byId.values()];
  const isNew = await findNew(into.learnerId, placed);
  for (const act of placed) {
    const title = titleOf(into.deps.roadmaps.get(act.roadmap ?? ''), act);
    const { from, to } = act;
    findings.push({ title, change: isNew.has(act) ? 'added' : 'same', from, to });
  }
  return {
    findings,
    async apply() {
      if (isNew.size === 0) return;
      const projectIds = await projectIdsOf(into.learnerId, isNew);
      const rows = [...isNew].map((act) => rowOf(into.learnerId, act, projectIds.get(act.projectId ?? '')));
      await Activity.insertMany(rows);
      await keepActiveDays(into);
    },
  };
}

export const activityPart: Part = {
  name: 'activity',
  rows: ({ learnerId }) =>
    mapRows(rowsOf<ActivityRow>(Activity.find({ learnerId }).sort({ day: 1, _id: 1 })), activityAnswer),
  plan,
};
