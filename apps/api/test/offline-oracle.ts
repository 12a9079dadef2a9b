import { createHash } from 'node:crypto';
import type { Choices, Roadmap, TopicState } from '@waymark/contract';
import type { Operation } from '../../web/src/api/outbox.js';
import { Activity } from '../src/features/activity/activity.model.js';
import { Enrolment, type EnrolmentRecord } from '../src/features/progress/progress.model.js';
import { Project } from '../src/features/projects/projects.model.js';
import type { Member } from './build.js';
import { states } from './offline-steps.js';
import type { TestApp } from './start.js';

/** What the server must come to hold, by the promises alone: the later operation wins per topic, and each is done once. */
export interface Oracle {
  topics: Map<string, { state: TopicState; known: boolean; clock: number; operation: string }>;
  choices: Choices;
  acts: number;
  projects: number;
  done: Map<string, Operation>;
}

export interface Learner {
  app: TestApp;
  member: Member;
  roadmap: Roadmap;
  renewedAt: number;
  turn: Promise<unknown>;
}

const shortHash = (id: string) => createHash('sha256').update(id).digest('base64url').slice(0, 8);

/** The first time that an operation reaches the server. */
export function happen(oracle: Oracle, operation: Operation, now: number): void {
  oracle.done.set(operation.id, operation);
  const { params, body } = operation.input as {
    params?: { topicId?: string };
    body: { state?: TopicState; at?: string; known?: boolean; topics?: Record<string, object>; choices?: Choices };
  };
  if (operation.name === 'createProject') oracle.projects += 1;
  Object.assign(oracle.choices, body.choices);
  const changes = body.topics ?? (params?.topicId && body.state ? { [params.topicId]: body } : {});
  for (const [id, change] of Object.entries(changes) as [string, typeof body][]) {
    const before = oracle.topics.get(id);
    if (!before || !change.state) continue;
    const asked = Date.parse(change.at ?? '');
    const clock = asked <= now ? asked : Math.max(now, before.clock + 1);
    const hash = shortHash(operation.id);
    if (clock < before.clock || (clock === before.clock && hash <= before.operation)) continue;
    const known = change.state === 'done' && (change.known ?? false);
    if (before.state !== change.state && !known) oracle.acts += 1;
    oracle.topics.set(id, { state: change.state, known, clock, operation: hash });
  }
}

export const recordOf = async ({ member, roadmap }: Learner) =>
  (await Enrolment.findOne({ learnerId: member.id, roadmap: roadmap.slug }).lean<EnrolmentRecord>()) as EnrolmentRecord;

export async function beginOracle(learner: Learner): Promise<Oracle> {
  const record = await recordOf(learner);
  // A member has so many at most, and thousands of sequences are played by one.
  await Project.deleteMany({ learnerId: learner.member.id });
  return {
    topics: new Map(
      learner.roadmap.topics.slice(0, 4).map(({ id, ordinal }) => [
        id,
        {
          state: states[record.states[ordinal] ?? 0] ?? 'not_started',
          known: record.known[ordinal] ?? false,
          clock: record.clocks[ordinal] ?? 0,
          operation: record.operations[ordinal] ?? '',
        },
      ]),
    ),
    choices: { ...record.choices },
    acts: await Activity.countDocuments({ learnerId: learner.member.id, kind: 'topic' }),
    projects: 0,
    done: new Map(),
  };
}
