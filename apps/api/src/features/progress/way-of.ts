import {
  daysBetween,
  defaultPlan,
  type Enrolment,
  type EnrolmentCard,
  forecast,
  nextSteps,
  type Plan,
  type Proof,
  type Roadmap,
  type TopicProgress,
  type TopicState,
  type Way,
} from '@waymark/contract';
import type { EnrolmentRecord } from './progress.model.js';

const states: readonly TopicState[] = ['not_started', 'learning', 'done', 'skipped'];
const proofs: readonly Proof[] = ['learned', 'shown', 'confirmed'];

export function stateCode(state: TopicState): number {
  return states.indexOf(state);
}

export function stateOf(code: number): TopicState {
  return states[code] ?? 'not_started';
}

/** What was left or started over can be taken back for so long. */
export const undoDays = 30;

/** The plan, whole: what was saved before it had pauses has none. */
export function planOf(record: Pick<EnrolmentRecord, 'plan'>): Plan {
  return { ...defaultPlan, ...record.plan };
}

type Marks = Pick<EnrolmentRecord, 'states' | 'since' | 'known' | 'backing' | 'days' | 'minutes' | 'touched'>;

/** One topic of an enrolment, by its ordinal. Proof exists only on what is done. */
export function topicAt(record: Marks, ordinal: number): TopicProgress {
  const state = stateOf(record.states[ordinal] ?? 0);
  const since = record.since[ordinal];
  const day = record.days?.[ordinal];
  return {
    state,
    proof: state === 'done' ? (proofs[record.backing[ordinal] ?? 0] ?? 'learned') : null,
    known: record.known[ordinal] ?? false,
    updatedAt: since ? new Date(since).toISOString() : null,
    ...(since && day && { day }),
  };
}

/** What the rules compute from, with every topic of the roadmap in it. */
export function wayOf(
  roadmap: Roadmap,
  record: Marks & Pick<EnrolmentRecord, 'choices'>,
): Way & Pick<Enrolment, 'topics' | 'minutes' | 'touched'> {
  const topics = Object.fromEntries(roadmap.topics.map((topic) => [topic.id, topicAt(record, topic.ordinal)]));
  const minutes: Record<string, number> = {};
  const touched: Record<string, string> = {};
  for (const { id, ordinal } of roadmap.topics) {
    const [logged, at] = [record.minutes?.[ordinal], record.touched?.[ordinal]];
    if (logged) minutes[id] = logged;
    if (at && topics[id]?.state === 'learning') touched[id] = new Date(at).toISOString();
  }
  return { choices: record.choices, topics, minutes, touched };
}

export function cardAnswer(roadmap: Roadmap, record: EnrolmentRecord, today: string, way?: Way): EnrolmentCard {
  const walked = way ?? wayOf(roadmap, record);
  const plan = planOf(record);
  const { former } = record;
  return {
    roadmap: record.roadmap,
    title: roadmap.title,
    version: roadmap.version,
    plan,
    summary: record.summary,
    forecast: forecast(roadmap, walked, plan, record.startedOn, today),
    next: nextSteps(roadmap, walked),
    startedAt: record.startedAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
    lastActiveDay: record.lastActiveDay,
    leftAt: record.leftAt?.toISOString() ?? null,
    startedOverAt: former && daysBetween(former.on, today) < undoDays ? former.at.toISOString() : null,
  };
}

export function enrolmentAnswer(roadmap: Roadmap, record: EnrolmentRecord, today: string): Enrolment {
  const way = wayOf(roadmap, record);
  const { topics, minutes, touched } = way;
  return { ...cardAnswer(roadmap, record, today, way), choices: record.choices, topics, minutes, touched };
}
