import type { Choices, Enrolment, Roadmap, TopicChange, TopicProgress } from '@waymark/contract';
import { nextSteps, summarise } from '@waymark/contract/rules';

/** What a learner changes at one stroke: topics' states, the options taken of choices, or both. */
export interface Change {
  topics?: Readonly<Record<string, TopicChange>> | undefined;
  choices?: Choices | undefined;
}

const untouched: TopicProgress = { state: 'not_started', proof: null, known: false, updatedAt: null };

function changed(before: TopicProgress, change: TopicChange, at: string): TopicProgress {
  const isSame = before.state === change.state;
  const isDone = change.state === 'done';
  return {
    state: change.state,
    // What projects say of it, only the server knows; its answer follows.
    proof: isDone ? (before.proof ?? 'learned') : null,
    known: isDone && (change.known ?? false),
    updatedAt: isSame ? before.updatedAt : at,
    // The day of an act is the server's to say; until it does, its time stands for it.
    ...(isSame && before.day && { day: before.day }),
  };
}

/**
 * The enrolment as it will be after all of them, with every figure from the rules. Without its roadmap the figures
 * wait for the server.
 */
export function applyChanges(
  roadmap: Roadmap | undefined,
  enrolment: Enrolment,
  changes: readonly Change[],
  at = new Date().toISOString(),
): Enrolment {
  if (changes.length === 0) return enrolment;
  const topics = { ...enrolment.topics };
  const choices = { ...enrolment.choices };
  for (const change of changes) {
    for (const [id, each] of Object.entries(change.topics ?? {})) {
      topics[id] = changed(topics[id] ?? untouched, each, at);
    }
    Object.assign(choices, change.choices);
  }
  const changedTo = { ...enrolment, topics, choices };
  if (!roadmap) return changedTo;
  return { ...changedTo, summary: summarise(roadmap, changedTo), next: nextSteps(roadmap, changedTo) };
}

interface Stand {
  roadmap: Roadmap | undefined;
  pending: readonly { change: Change }[];
  enrolment: Enrolment;
}

const stands = new WeakMap<Enrolment, Stand>();

/** What stands there now: the server's answer with everything done since. Reckoned once for all who ask after an act. */
export function standing(
  roadmap: Roadmap | undefined,
  known: Enrolment,
  pending: readonly { change: Change }[],
): Enrolment {
  const before = stands.get(known);
  if (before?.roadmap === roadmap && before?.pending === pending) return before.enrolment;
  const changes = pending.map(({ change }) => change);
  const enrolment = applyChanges(roadmap, known, changes);
  stands.set(known, { roadmap, pending, enrolment });
  return enrolment;
}

/** What takes `change` back, made while `enrolment` was what stood there. */
export function inverseOf(enrolment: Enrolment, change: Change): Change {
  const topics = Object.keys(change.topics ?? {}).map((id) => {
    const { state, known } = enrolment.topics[id] ?? untouched;
    return [id, { state, ...(state === 'done' && { known }) }] as const;
  });
  const choices = Object.keys(change.choices ?? {}).map((id) => [id, enrolment.choices[id] ?? []] as const);
  return {
    ...(topics.length > 0 && { topics: Object.fromEntries(topics) }),
    ...(choices.length > 0 && { choices: Object.fromEntries(choices) }),
  };
}
