import { dayIn, type Roadmap, type Topic, type TopicChange } from '@waymark/contract';
import { Activity } from '../activity/activity.model.js';
import { getEnrolment } from './find-enrolment.js';
import { Enrolment, type EnrolmentRecord } from './progress.model.js';
import { saveEnrolment, withActiveDay } from './save-enrolment.js';
import { shortHash } from './short-hash.js';
import { stateCode, topicAt } from './way-of.js';

const undoMs = 3_600_000;

export interface TopicAct {
  learnerId: string;
  roadmap: Roadmap;
  changes: readonly { topic: Topic; change: TopicChange }[];
  operationId: string;
  timeZone: string;
  now: Date;
}

/**
 * Sets topics' states, all or none, inside the caller's transaction. Per topic the later operation wins, by
 * when it was done (the server's time at most), then by its id; one that comes too late changes nothing.
 * Returns the enrolment as it is afterwards.
 */
export async function setTopics(act: TopicAct): Promise<EnrolmentRecord> {
  const { learnerId, roadmap, now } = act;
  const record = await withDays(await getEnrolment(learnerId, roadmap.slug));
  const operation = shortHash(act.operationId);
  const changes: Record<string, unknown> = {};
  const acts: Record<string, unknown>[] = [];
  for (const { topic, change } of act.changes) {
    const at = operationTime(change, record.clocks[topic.ordinal] ?? 0, now.getTime());
    if (isLate(record, topic.ordinal, at, operation)) continue;
    const before = topicAt(record, topic.ordinal);
    const known = change.state === 'done' && (change.known ?? false);
    const day = dayIn(act.timeZone, new Date(at));
    const isSame = before.state === change.state;
    const places = {
      states: stateCode(change.state),
      clocks: at,
      operations: operation,
      known,
      ...(isSame ? {} : datesOf(record, topic.ordinal, stateCode(change.state), at, day)),
    };
    for (const [array, value] of Object.entries(places)) {
      changes[`${array}.${topic.ordinal}`] = value;
      (record[array as keyof typeof places] as unknown[])[topic.ordinal] = value;
    }
    if (isSame || known) continue;
    withActiveDay(record, day);
    acts.push({
      learnerId,
      kind: 'topic',
      at: new Date(at),
      ...(at < now.getTime() && { arrivedAt: now }),
      day,
      roadmap: roadmap.slug,
      topicId: topic.id,
      from: before.state,
      to: change.state,
    });
  }
  if (Object.keys(changes).length === 0) return record;
  await saveEnrolment(roadmap, record, changes, now);
  if (acts.length > 0) await Activity.insertMany(acts);
  return record;
}

type Dated = EnrolmentRecord & Required<Pick<EnrolmentRecord, 'days' | 'formerDays'>>;

/** Setting one place of an array that is not there would make something else of it. */
async function withDays(record: EnrolmentRecord): Promise<Dated> {
  const { days = [], formerDays = [] } = record;
  if (!record.days) await Enrolment.updateOne({ _id: record._id }, { $set: { days, formerDays } });
  return { ...record, days, formerDays };
}

/**
 * A step back within the hour is an undo: the topic is again what it was, since when it was. So a slip of the finger on
 * something done months ago makes it neither new work nor a new date.
 */
function datesOf(record: Dated, ordinal: number, state: number, at: number, day: string) {
  const since = record.since[ordinal] ?? 0;
  const isUndo = record.formerStates[ordinal] === state && at - since < undoMs;
  return {
    since: isUndo ? (record.formerSince[ordinal] ?? 0) : at,
    formerStates: record.states[ordinal] ?? 0,
    formerSince: since,
    days: isUndo ? (record.formerDays[ordinal] ?? null) : day,
    formerDays: record.days[ordinal] ?? null,
  };
}

/**
 * What carries no time, or one that is yet to come, is done now, after everything that is known: two such acts of one
 * millisecond keep their order.
 */
function operationTime(change: TopicChange, clock: number, now: number): number {
  const at = change.at ? Date.parse(change.at) : Number.POSITIVE_INFINITY;
  return at <= now ? at : Math.max(now, clock + 1);
}

function isLate(record: EnrolmentRecord, ordinal: number, at: number, operation: string): boolean {
  const clock = record.clocks[ordinal] ?? 0;
  return at < clock || (at === clock && operation <= (record.operations[ordinal] ?? ''));
}
