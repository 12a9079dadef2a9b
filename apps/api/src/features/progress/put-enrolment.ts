import { type Choices, defaultPlan, type Plan, type Roadmap, type Summary } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Activity } from '../activity/activity.model.js';
import { concernsOn } from '../mentoring/find-concerns.js';
import { loggedMinutes } from '../time/logged-minutes.js';
import { Enrolment, type EnrolmentRecord } from './progress.model.js';
import { backingFor } from './refresh-proof.js';
import { derive, saveEnrolment } from './save-enrolment.js';
import { planOf } from './way-of.js';

export interface EnrolmentAct {
  learnerId: string;
  roadmap: Roadmap;
  plan?: { [K in keyof Plan]?: Plan[K] | undefined } | undefined;
  choices?: Choices | undefined;
  /** The learner's day. */
  today: string;
  now: Date;
}

/**
 * Follows a roadmap, or changes plan and choices of one that is followed: what is not named stays. One that
 * was left is taken up again. Inside the caller's transaction.
 */
export async function putEnrolment(
  deps: Pick<Deps, 'roadmaps'>,
  act: EnrolmentAct,
): Promise<{ record: EnrolmentRecord; isNew: boolean }> {
  const { learnerId, roadmap, now } = act;
  const before = await Enrolment.findOne({ learnerId, roadmap: roadmap.slug }).lean<EnrolmentRecord>();
  if (!before) return { record: await enrol(deps, act), isNew: true };
  const given = Object.fromEntries(Object.entries(act.plan ?? {}).filter(([, value]) => value !== undefined));
  before.plan = { ...planOf(before), ...given };
  before.choices = { ...before.choices, ...act.choices };
  const { plan, choices } = before;
  // Nobody kept them in step while it was left.
  if (before.leftAt) before.concerns = await concernsOn(before.learnerId, roadmap.slug);
  const { concerns } = before;
  await saveEnrolment(
    roadmap,
    before,
    { plan, choices, ...(concerns && { concerns }), version: roadmap.version, leftAt: null },
    now,
  );
  return { record: { ...before, leftAt: null }, isNew: before.leftAt !== null };
}

async function enrol(deps: Pick<Deps, 'roadmaps'>, act: EnrolmentAct): Promise<EnrolmentRecord> {
  const { learnerId, roadmap, plan, choices, today, now } = act;
  const given = Object.fromEntries(Object.entries(plan ?? {}).filter(([, value]) => value !== undefined));
  const enrolment = new Enrolment({
    learnerId,
    roadmap: roadmap.slug,
    version: roadmap.version,
    startedAt: now,
    startedOn: today,
    updatedAt: now,
    plan: { ...defaultPlan, ...given },
    choices: choices ?? {},
    backing: await backingFor(deps, learnerId, roadmap),
    minutes: await loggedMinutes(learnerId, roadmap.slug),
    summary: {} as Summary,
  });
  const record = enrolment.toObject() as EnrolmentRecord;
  record.concerns = await concernsOn(record.learnerId, roadmap.slug);
  derive(roadmap, record);
  await Enrolment.create([record]);
  await Activity.insertMany([
    { learnerId, kind: 'enrolment', at: now, day: today, roadmap: roadmap.slug, to: 'started' },
  ]);
  return record;
}
