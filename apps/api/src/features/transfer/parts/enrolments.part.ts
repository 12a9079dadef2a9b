import { type Choices, checkChoices, defaultPlan, type Plan, type Roadmap, type Summary } from '@waymark/contract';
import mongoose from 'mongoose';
import { Enrolment, type EnrolmentRecord } from '../../progress/progress.model.js';
import { backingFor } from '../../progress/refresh-proof.js';
import { derive, saveEnrolment, withActiveDay } from '../../progress/save-enrolment.js';
import { findTopic } from '../../roadmaps/find-topic.js';
import { loggedMinutes } from '../../time/logged-minutes.js';
import { activeDaysOf } from '../active-days.js';
import { inTheFuture, isAhead } from '../dates.js';
import { enrolmentForFile, FileEnrolment } from '../enrolment-file.js';
import { mergeTopics } from '../merge-topics.js';
import { noRoadmap } from '../not-here.js';
import { type Finding, type Importing, mapRows, type Part, type Planned, readItems, refusal, rowsOf } from '../part.js';

const keptMs = 30 * 86_400_000;

/** The choices of a file that this roadmap has, with the options that it has, and how many of them it has not. */
function knownChoices(roadmap: Roadmap, choices: Choices): { choices: Choices; leftOut: number } {
  let leftOut = 0;
  const known = Object.entries(choices).flatMap(([id, options]) => {
    const current = [...new Set(options.map((option) => findTopic(roadmap, option)?.id ?? option))];
    const taken = current.filter((option) => checkChoices(roadmap, { [id]: [option] }).length === 0);
    const isChoice = checkChoices(roadmap, { [id]: [] }).length === 0;
    leftOut += current.length - taken.length;
    return isChoice && (taken.length > 0 || options.length === 0) ? [[id, taken] as const] : [];
  });
  return { choices: Object.fromEntries(known), leftOut };
}

function newRecord(learnerId: string, roadmap: Roadmap, file: FileEnrolment, choices: Choices, now: Date) {
  const given = Object.fromEntries(Object.entries(file.plan).filter(([, value]) => value !== undefined));
  return new Enrolment({
    learnerId,
    roadmap: roadmap.slug,
    version: roadmap.version,
    startedAt: new Date(file.startedAt),
    startedOn: file.startedOn,
    updatedAt: new Date(Math.min(Date.parse(file.updatedAt), now.getTime())),
    leftAt: file.leftAt === null ? null : new Date(file.leftAt),
    plan: { ...defaultPlan, ...given } as Plan,
    choices,
    summary: {} as Summary,
  }).toObject() as EnrolmentRecord;
}

/** Places that were never written are `null`, in memory as in the database. */
function withoutHoles(record: EnrolmentRecord): void {
  for (const value of Object.values(record))
    if (Array.isArray(value)) value.splice(0, value.length, ...Array.from(value, (each) => each ?? null));
}

function planNew(into: Importing, roadmap: Roadmap, file: FileEnrolment, choices: Choices): Planned {
  const { deps, learnerId, now } = into;
  const record = newRecord(learnerId, roadmap, file, choices, now);
  const { findings } = mergeTopics(roadmap, record, file, now);
  const why = file.leftAt === null ? null : 'Left, as it is in the file';
  return {
    findings: [{ title: roadmap.title, change: 'added', why }, ...findings],
    async apply() {
      record.backing = await backingFor(deps, learnerId, roadmap);
      record.minutes = await loggedMinutes(learnerId, roadmap.slug);
      for (const day of await activeDaysOf(learnerId, roadmap.slug, record.startedAt)) withActiveDay(record, day);
      withoutHoles(record);
      derive(roadmap, record);
      await Enrolment.create([record]);
    },
  };
}

/** Into a way that is walked here already: its plan and what was chosen stay, and what was open is filled in. */
function planMerge(
  into: Importing,
  roadmap: Roadmap,
  file: FileEnrolment,
  choices: Choices,
  mine: EnrolmentRecord,
): Planned {
  const open = Object.entries(choices).filter(([id, taken]) => taken.length > 0 && !mine.choices[id]?.length);
  const isEarlier = Date.parse(file.startedAt) < mine.startedAt.getTime();
  const isBack = mine.leftAt !== null && file.leftAt === null;
  if (open.length > 0) mine.choices = { ...mine.choices, ...Object.fromEntries(open) };
  if (isEarlier) Object.assign(mine, { startedAt: new Date(file.startedAt), startedOn: file.startedOn });
  const { findings, changes } = mergeTopics(roadmap, mine, file, into.now);
  const { startedAt, startedOn } = mine;
  const own = {
    ...(open.length > 0 && { choices: mine.choices }),
    ...(isEarlier && { startedAt, startedOn }),
    ...(isBack && { leftAt: null }),
  };
  const isChanged = Object.keys(own).length > 0;
  const why = isBack ? 'You left it: it is taken up again' : null;
  return {
    findings: [{ title: roadmap.title, change: isChanged ? 'changed' : 'same', why }, ...findings],
    async apply() {
      const all = { ...changes, ...own };
      if (Object.keys(all).length > 0) await saveEnrolment(roadmap, mine, all, into.now);
    },
  };
}

async function planOne(into: Importing, file: FileEnrolment): Promise<Planned> {
  const { deps, learnerId, now } = into;
  const refused = (why: string): Planned => ({ findings: [refusal(file.roadmap, why)], apply: async () => {} });
  const roadmap = deps.roadmaps.get(file.roadmap);
  if (!roadmap) return refused(noRoadmap(file.roadmap));
  if (isAhead(now, file.startedAt, file.updatedAt, file.leftAt)) return refused(inTheFuture);
  const { choices, leftOut } = knownChoices(roadmap, file.choices);
  const mine = await Enrolment.findOne({ learnerId, roadmap: roadmap.slug }).lean<EnrolmentRecord>();
  const isOver = file.leftAt !== null && now.getTime() - Date.parse(file.leftAt) >= keptMs;
  if (!mine && isOver) return refused('It was left more than thirty days ago');
  const planned = mine ? planMerge(into, roadmap, file, choices, mine) : planNew(into, roadmap, file, choices);
  if (leftOut === 0) return planned;
  const gone: Finding = refusal(`${roadmap.title}: choices`, `${leftOut} chosen options are not in this roadmap`);
  return { ...planned, findings: [gone, ...planned.findings] };
}

async function plan(into: Importing, items: readonly unknown[]): Promise<Planned> {
  const { read, refused } = readItems(FileEnrolment, items, ({ title, roadmap }) => title ?? roadmap);
  // Of one roadmap there is one way: a second one in a file would be taken for the first.
  const once = [...new Map(read.map((file) => [file.roadmap, file])).values()];
  const planned: Planned[] = [];
  for (const file of once) planned.push(await planOne(into, file));
  return {
    findings: [...refused, ...planned.flatMap(({ findings }) => findings)],
    async apply() {
      for (const each of planned) await each.apply();
    },
  };
}

export const enrolmentsPart: Part = {
  name: 'enrolments',
  rows({ deps, learnerId, now }) {
    // What was left longer ago is about to be swept, and could be taken up nowhere.
    const leftSince = mongoose.trusted({ $gt: new Date(now.getTime() - keptMs) });
    const found = Enrolment.find({ learnerId, $or: [{ leftAt: null }, { leftAt: leftSince }] }).sort({ _id: 1 });
    return mapRows(rowsOf<EnrolmentRecord>(found), (record) => {
      const roadmap = deps.roadmaps.get(record.roadmap);
      return roadmap ? enrolmentForFile(roadmap, record, now.toISOString().slice(0, 10)) : record.roadmap;
    });
  },
  plan,
};
