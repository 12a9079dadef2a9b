import { type Roadmap, TimeEntry, type Topic } from '@waymark/contract';
import mongoose from 'mongoose';
import { z } from 'zod';
import { Activity } from '../../activity/activity.model.js';
import { Enrolment, type EnrolmentRecord } from '../../progress/progress.model.js';
import { saveEnrolment } from '../../progress/save-enrolment.js';
import { findTopic } from '../../roadmaps/find-topic.js';
import { timeAnswer } from '../../time/list-time.js';
import { loggedMinutes } from '../../time/logged-minutes.js';
import { Time, type TimeRecord } from '../../time/time.model.js';
import { keepActiveDays } from '../active-days.js';
import { hasCome, inTheFuture, isAhead, PastInstant } from '../dates.js';
import { noRoadmap, noTopic } from '../not-here.js';
import { type Finding, type Importing, mapRows, type Part, type Planned, readItems, refusal, rowsOf } from '../part.js';

const FileTime = z.object({ ...TimeEntry.shape, at: PastInstant });
type FileTime = z.output<typeof FileTime>;

interface Entry extends FileTime {
  inRoadmap: Roadmap;
  topic: Topic;
}

function place({ deps, now }: Importing, entry: FileTime): Entry | string {
  const inRoadmap = deps.roadmaps.get(entry.roadmap);
  const topic = inRoadmap && findTopic(inRoadmap, entry.topicId);
  // A day can be logged before and after the moment in which it was written down, but not before it has come.
  if (isAhead(now, entry.at) || !hasCome(entry.day, now)) return inTheFuture;
  if (!inRoadmap) return noRoadmap(entry.roadmap);
  return topic ? { ...entry, inRoadmap, topic } : noTopic(entry.topicId);
}

const contentOf = (
  roadmap: string,
  ordinal: number,
  { day, minutes, words }: Pick<FileTime, 'day' | 'minutes' | 'words'>,
  at: number,
) => JSON.stringify([roadmap, ordinal, day, minutes, words, at]);

/** By id, and else by what they are; what was deleted here is not here, and comes back. */
async function findNew(learnerId: string, entries: readonly Entry[]): Promise<Set<Entry>> {
  if (entries.length === 0) return new Set();
  const ids = entries.map(({ id }) => id);
  const days = [...new Set(entries.map(({ day }) => day))];
  const either = [{ entryId: mongoose.trusted({ $in: ids }) }, { day: mongoose.trusted({ $in: days }) }];
  const mine = await Time.find({ learnerId, deletedAt: null, $or: either }).lean<TimeRecord[]>();
  const known = new Set(mine.map(({ entryId }) => entryId));
  const inFile = new Set(ids);
  const others = mine.filter(({ entryId }) => !inFile.has(entryId));
  const alike = new Set(others.map((each) => contentOf(each.roadmap, each.ordinal, each, each.at.getTime())));
  return new Set(
    entries.filter(
      (entry) =>
        !known.has(entry.id) && !alike.has(contentOf(entry.roadmap, entry.topic.ordinal, entry, Date.parse(entry.at))),
    ),
  );
}

/** An entry and the act that tells of it, as logging it writes them. */
async function write({ learnerId }: Importing, entries: readonly Entry[]): Promise<void> {
  for (const { id: entryId, roadmap, topic, minutes, day, words, ...entry } of entries) {
    const at = new Date(entry.at);
    const place = { roadmap, ordinal: topic.ordinal, topicId: topic.id };
    const kept = { ...place, minutes, day, words, at, deletedAt: null };
    await Time.updateOne({ learnerId, entryId }, { $set: kept }, { upsert: true });
    const act = { learnerId, kind: 'time' as const, timeId: entryId };
    const told = { roadmap, topicId: topic.id, minutes, day, at };
    await Activity.updateOne(act, { $set: told }, { upsert: true });
  }
}

/** The minutes that the enrolments count, and the days on which their learner was active. */
async function keepCounts(into: Importing, entries: readonly Entry[]): Promise<void> {
  const { learnerId, now } = into;
  for (const roadmap of new Set(entries.map(({ inRoadmap }) => inRoadmap))) {
    const record = await Enrolment.findOne({ learnerId, roadmap: roadmap.slug }).lean<EnrolmentRecord>();
    if (!record) continue;
    record.minutes = await loggedMinutes(learnerId, roadmap.slug);
    await saveEnrolment(roadmap, record, { minutes: record.minutes }, now);
  }
  await keepActiveDays(into);
}

async function plan(into: Importing, items: readonly unknown[]): Promise<Planned> {
  const { read, refused } = readItems(FileTime, items, ({ day }) => day);
  const findings: Finding[] = [...refused];
  const placed = new Map<string, Entry>();
  for (const entry of read) {
    const found = place(into, entry);
    if (typeof found === 'string') findings.push(refusal(`${entry.day}: ${entry.topicId}`, found));
    else placed.set(entry.id, found);
  }
  const entries = [...placed.values()];
  const isNew = await findNew(into.learnerId, entries);
  for (const entry of entries) {
    const { day, topic, minutes } = entry;
    findings.push({ title: `${day}: ${topic.title}, ${minutes} min`, change: isNew.has(entry) ? 'added' : 'same' });
  }
  return {
    findings,
    async apply() {
      if (isNew.size === 0) return;
      await write(into, [...isNew]);
      await keepCounts(into, [...isNew]);
    },
  };
}

export const timePart: Part = {
  name: 'time',
  rows: ({ deps, learnerId }) =>
    mapRows(rowsOf<TimeRecord>(Time.find({ learnerId, deletedAt: null }).sort({ _id: 1 })), (entry) =>
      timeAnswer(deps.roadmaps.get(entry.roadmap), entry),
    ),
  plan,
};
