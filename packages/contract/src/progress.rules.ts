import { takenOptions } from './choices.rules.js';
import { effortRatio, midHours } from './effort.rules.js';
import type { Counts, Proof, Summary, TopicState } from './progress.js';
import type { Choice, Roadmap, Topic } from './roadmaps.js';
import type { Way } from './way.rules.js';

/** One thing to learn, as the totals count it: a core topic, or one of the N places of a choice. */
export interface Unit {
  stageId: string;
  /** `null`: the place of a choice that nobody has decided yet. */
  topicId: string | null;
  choiceId: string | null;
  state: TopicState;
  proof: Proof | null;
  effortHours: { min: number; max: number };
}

export function indexTopics(roadmap: Roadmap): ReadonlyMap<string, Topic> {
  return new Map(roadmap.topics.map((topic) => [topic.id, topic]));
}

/** Which done or undone option fills a choice's place first: what is furthest along. */
const rank: Record<TopicState, number> = { done: 0, learning: 1, not_started: 2, skipped: 3 };
const proofRank: Record<Proof, number> = { confirmed: 0, shown: 1, learned: 2 };

function medianEffort(efforts: { min: number; max: number }[]): { min: number; max: number } {
  const sorted = efforts.toSorted((a, b) => midHours(a) - midHours(b));
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? { min: 0, max: 0 };
}

function stateOf(way: Way, topicId: string): TopicState {
  return way.topics[topicId]?.state ?? 'not_started';
}

function proofOf(way: Way, topicId: string): Proof | null {
  return stateOf(way, topicId) === 'done' ? (way.topics[topicId]?.proof ?? 'learned') : null;
}

/** The one mark that a topic is shown by: its state, or its proof once it is done. Never touched is not started. */
export function markOf(
  topic: { state: TopicState; proof: Proof | null } | undefined | null,
): Exclude<TopicState, 'done'> | Proof {
  if (!topic) return 'not_started';
  return topic.state === 'done' ? (topic.proof ?? 'learned') : topic.state;
}

/** The options that fill the choice's places, best first. Taken beyond its N they are extra. */
function fill(choice: Choice, way: Way): { places: string[]; extra: string[] } {
  const taken = takenOptions(choice, way.choices);
  const key = (id: string) => rank[stateOf(way, id)] * 3 + proofRank[proofOf(way, id) ?? 'learned'];
  const sorted = taken.toSorted((a, b) => key(a) - key(b));
  return { places: sorted.slice(0, choice.take), extra: sorted.slice(choice.take) };
}

function unitsOfChoice(choice: Choice, stageId: string, way: Way, topics: ReadonlyMap<string, Topic>): Unit[] {
  const { places } = fill(choice, way);
  const efforts = choice.options.flatMap((id) => topics.get(id)?.effortHours ?? []);
  // A place that nothing fills is skipped by skipping all of the choice's options.
  const skippedWhole = choice.options.every((id) => stateOf(way, id) === 'skipped');
  return Array.from({ length: choice.take }, (_, place) => {
    const topicId = places[place] ?? null;
    return {
      stageId,
      topicId,
      choiceId: choice.id,
      state: topicId ? stateOf(way, topicId) : skippedWhole ? 'skipped' : 'not_started',
      proof: topicId ? proofOf(way, topicId) : null,
      effortHours: (topicId && topics.get(topicId)?.effortHours) || medianEffort(efforts),
    };
  });
}

/** Everything that the totals count, in walking order, the skipped included. */
export function unitsOf(roadmap: Roadmap, way: Way): Unit[] {
  const topics = indexTopics(roadmap);
  const choices = new Map(roadmap.choices.map((choice) => [choice.id, choice]));
  const units: Unit[] = [];
  for (const stage of roadmap.stages) {
    for (const id of stage.sections.flatMap((section) => section.items)) {
      const choice = choices.get(id);
      const topic = topics.get(id);
      if (choice && !choice.optional) units.push(...unitsOfChoice(choice, stage.id, way, topics));
      if (topic?.requirement === 'core') {
        const place = { stageId: stage.id, topicId: id, choiceId: null, effortHours: topic.effortHours };
        units.push({ ...place, state: stateOf(way, id), proof: proofOf(way, id) });
      }
    }
  }
  return units;
}

/** Done topics that no total counts: optional ones, and options taken beyond a choice's N. */
export function optionalDone(roadmap: Roadmap, way: Way): string[] {
  const optional = roadmap.topics.filter((topic) => topic.requirement === 'optional').map((topic) => topic.id);
  const extra = roadmap.choices.flatMap((choice) =>
    choice.optional ? takenOptions(choice, way.choices) : fill(choice, way).extra,
  );
  return [...optional, ...extra].filter((id) => stateOf(way, id) === 'done');
}

/** 0/0 is `null`, shown as "–"; floored, so that 100 is reached only when everything is done. */
export function percentOf(done: number, required: number): number | null {
  // Divided last: 29 / 100 * 100 is less than 29.
  return required === 0 ? null : Math.floor((done * 100) / required);
}

function count(units: Unit[]): Counts {
  const counted = units.filter((unit) => unit.state !== 'skipped');
  const done = counted.filter((unit) => unit.state === 'done');
  const required = counted.length;
  return {
    required,
    done: done.length,
    shown: done.filter((unit) => unit.proof === 'shown' || unit.proof === 'confirmed').length,
    confirmed: done.filter((unit) => unit.proof === 'confirmed').length,
    percent: percentOf(done.length, required),
  };
}

/** What is still to do of what the totals count. */
export function unitsLeft(units: Unit[]): Unit[] {
  return units.filter((unit) => unit.state === 'learning' || unit.state === 'not_started');
}

export function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export function summarise(roadmap: Roadmap, way: Way): Summary {
  const units = unitsOf(roadmap, way);
  const countStage = (stageId: string) => count(units.filter((unit) => unit.stageId === stageId));
  return {
    ...count(units),
    skipped: units.filter((unit) => unit.state === 'skipped').length,
    optionalDone: optionalDone(roadmap, way).length,
    hoursLeft: sum(unitsLeft(units).map((unit) => midHours(unit.effortHours))) * effortRatio(roadmap, way),
    stages: Object.fromEntries(roadmap.stages.map((stage) => [stage.id, countStage(stage.id)])),
  };
}
