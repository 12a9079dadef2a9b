import type { Roadmap } from '@waymark/contract';
import { Problem } from '../../http/problem.js';
import { Activity } from '../activity/activity.model.js';
import { getEnrolment } from './find-enrolment.js';
import { endGrants, undoableSince } from './leave-enrolment.js';
import type { EnrolmentRecord, FormerWay } from './progress.model.js';
import { saveEnrolment } from './save-enrolment.js';
import { planOf } from './way-of.js';

interface StartOver {
  learnerId: string;
  roadmap: Roadmap;
  /** A former way that could still be gone back to is given up for the present one. */
  replaceFormer: boolean;
  /** The learner's day. */
  today: string;
  now: Date;
}

/** What was done offline before this moment belongs to the other way: it comes too late for this one. */
function clocksAt(roadmap: Roadmap, now: Date): Pick<EnrolmentRecord, 'clocks' | 'operations'> {
  const places = Math.max(0, ...roadmap.topics.map(({ ordinal }) => ordinal + 1));
  const everywhere = <T>(value: T) => Array.from({ length: places }, () => value);
  return { clocks: everywhere(now.getTime()), operations: everywhere('') };
}

function hasFormer({ former }: EnrolmentRecord, now: Date): boolean {
  return former !== null && former !== undefined && former.at > undoableSince(now);
}

/**
 * Begins a roadmap anew: no state, no choice, the start today, no target and no pause. Notes, projects and time are
 * elsewhere and stay; hours and days a week too. What it was is kept for thirty days, inside the caller's transaction.
 */
export async function startOver({
  learnerId,
  roadmap,
  replaceFormer,
  today,
  now,
}: StartOver): Promise<EnrolmentRecord> {
  const record = await getEnrolment(learnerId, roadmap.slug);
  if (hasFormer(record, now) && !replaceFormer) {
    throw new Problem('former-way-kept', {
      detail: 'Starting over again gives it up for good. Say so, or go back to it first.',
    });
  }
  const { choices, plan, startedAt, startedOn, states, since, known, formerStates, formerSince, days, formerDays } =
    record;
  const dates = { since, formerStates, formerSince, days: days ?? [], formerDays: formerDays ?? [] };
  const former: FormerWay = { at: now, on: today, choices, plan, startedAt, startedOn, states, known, ...dates };
  const fresh = {
    ...{
      former,
      choices: {},
      plan: { ...planOf(record), targetDate: null, pauses: [] },
      startedAt: now,
      startedOn: today,
    },
    ...{ states: [], since: [], known: [], formerStates: [], formerSince: [], days: [], formerDays: [] },
    ...clocksAt(roadmap, now),
  };
  const begun = { ...record, ...fresh };
  await saveEnrolment(roadmap, begun, fresh, now);
  await endGrants(record, now);
  const act = { learnerId, kind: 'enrolment', at: now, day: today, roadmap: roadmap.slug };
  await Activity.insertMany([{ ...act, from: 'started', to: 'started-over' }]);
  return begun;
}

/** The way as it was before it was started over, less than thirty days ago; `not-found` otherwise. */
export async function undoStartOver(learnerId: string, roadmap: Roadmap, now: Date): Promise<EnrolmentRecord> {
  const record = await getEnrolment(learnerId, roadmap.slug);
  if (!record.former || !hasFormer(record, now)) throw new Problem('not-found');
  const { at: _at, on: _on, ...way } = record.former;
  const changes = { ...way, ...clocksAt(roadmap, now), former: null };
  const back = { ...record, ...changes };
  await saveEnrolment(roadmap, back, changes, now);
  return back;
}
