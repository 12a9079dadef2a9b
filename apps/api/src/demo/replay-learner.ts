import { addDays, type Consent, dayIn, NewProject, ProjectChanges, type Roadmap } from '@waymark/contract';
import { transact } from '../database/transact.js';
import type { Deps } from '../deps.js';
import { joinCohort } from '../features/mentoring/join-cohort.js';
import { putEnrolment } from '../features/progress/put-enrolment.js';
import { setTopics } from '../features/progress/set-topics.js';
import { changeProject, createProject } from '../features/projects/change-projects.js';
import { type DemoLearner, demoCohorts } from './demo-people.js';
import type { ProjectAct } from './plan-projects.js';
import type { Walk, WalkAct } from './walk-roadmap.js';

const usualConsent: Consent = { progress: true, activity: true, notes: false, projects: true };

type Act = WalkAct | ProjectAct;
type TopicAct = Extract<WalkAct, { topic: unknown }>;
type Batch = TopicAct[] | Exclude<Act, TopicAct>;

/** Neighbouring acts on topics as one: the API takes many at once. */
function inBatches(acts: readonly Act[]): Batch[] {
  const batches: Batch[] = [];
  for (const act of acts) {
    const previous = batches.at(-1);
    if (!('topic' in act)) batches.push(act);
    else if (Array.isArray(previous)) previous.push(act);
    else batches.push([act]);
  }
  return batches;
}

type ProjectIds = ReadonlyMap<string, { id: string; version: number }>;

/** So many at once that a slow machine still ends in time: a transaction has eight seconds. */
const mostBatches = 8;

/** Does what a learner did, act by act through the acts of the API with the clock of then, in a few transactions. */
export async function replayLearner(
  deps: Deps,
  roadmap: Roadmap,
  learner: DemoLearner & { id: string },
  walk: Walk,
  projects: readonly ProjectAct[],
): Promise<void> {
  await transact(deps.connection, () => begin(deps, roadmap, learner, walk.startedAt));
  const batches = inBatches([...walk.acts, ...projects].sort((a, b) => a.at.getTime() - b.at.getTime()));
  let ids: ProjectIds = new Map();
  for (let place = 0; place < batches.length; place += mostBatches) {
    ids = await transact(deps.connection, async () => {
      let now = ids;
      for (const batch of batches.slice(place, place + mostBatches))
        now = await replay(deps, roadmap, learner, batch, now);
      return now;
    });
  }
}

async function begin(deps: Deps, roadmap: Roadmap, learner: DemoLearner & { id: string }, now: Date): Promise<void> {
  const { id: learnerId, zone, hoursPerWeek, daysPerWeek, targetIn } = learner;
  const targetDate = targetIn === undefined ? null : addDays(dayIn(zone, deps.now()), targetIn);
  const today = dayIn(zone, now);
  await putEnrolment(deps, { learnerId, roadmap, plan: { hoursPerWeek, daysPerWeek, targetDate }, today, now });
  const consent = { ...usualConsent, ...learner.consent };
  await joinCohort(deps, { learnerId, code: demoCohorts[learner.cohort].code, consent, today, now });
}

async function replay(
  deps: Deps,
  roadmap: Roadmap,
  { id: learnerId, zone: timeZone }: DemoLearner & { id: string },
  batch: Batch,
  ids: ProjectIds,
): Promise<ProjectIds> {
  if (Array.isArray(batch)) {
    const now = batch.at(-1)?.at ?? deps.now();
    await setTopics({ learnerId, roadmap, changes: batch, operationId: `demo-${now.getTime()}`, timeZone, now });
    return ids;
  }
  const { at: now } = batch;
  if ('choices' in batch) {
    await putEnrolment(deps, { learnerId, roadmap, choices: batch.choices, today: dayIn(timeZone, now), now });
    return ids;
  }
  const actor = { learnerId, timeZone, now };
  const known = ids.get(batch.key);
  const project =
    'create' in batch
      ? await createProject(deps, actor, NewProject.parse(batch.create))
      : await changeProject(deps, actor, known?.id ?? '', known?.version ?? 0, ProjectChanges.parse(batch.change));
  return new Map([...ids, [batch.key, { id: String(project._id), version: project.version }]]);
}
