import {
  addDays,
  type Choices,
  dayIn,
  midHours,
  nextSteps,
  proposals,
  type Roadmap,
  type Topic,
  type TopicChange,
  unitsOf,
  type Way,
} from '@waymark/contract';
import { activeDays, Clock } from './active-days.js';
import type { DemoLearner } from './demo-people.js';
import type { SeededRandom } from './seeded-random.js';

/** One act on the roadmap, at its time. */
export type WalkAct = { at: Date } & ({ choices: Choices } | { topic: Topic; change: TopicChange });

export interface Walk {
  /** When the learner began, and with which choices. */
  startedAt: Date;
  acts: WalkAct[];
  /** The learner's active days, and when each topic was done. */
  days: string[];
  doneAt: ReadonlyMap<string, Date>;
  clock: Clock;
}

interface Step {
  topic: Topic;
  /** Choices that were made before it. */
  choices: Choices | null;
}

/** The order in which a learner takes the required path, with the choices on their way. */
function orderSteps(roadmap: Roadmap, learner: DemoLearner, random: SeededRandom): { steps: Step[]; count: number } {
  const given = [
    ...(learner.known ?? []).map((id) => [id, 'done']),
    ...(learner.skips ?? []).map((id) => [id, 'skipped']),
  ];
  const topics = Object.fromEntries(
    given.map(([id, state]) => [id, { state, proof: null, known: true, updatedAt: null }]),
  );
  const way = { choices: {} as Choices, topics: topics as Record<string, Way['topics'][string]> };
  const byId = new Map(roadmap.topics.map((topic) => [topic.id, topic]));
  const steps: Step[] = [];
  let made: Choices = {};
  for (;;) {
    const [first, second] = nextSteps(roadmap, way, 2);
    if (first === undefined) break;
    const swaps = second !== undefined && random.next() < 0.25 && !byId.get(second)?.prerequisites.includes(first);
    const id = swaps ? second : first;
    const topic = byId.get(id);
    if (topic) {
      way.topics[id] = { state: 'done', proof: 'learned', known: false, updatedAt: null };
      steps.push({ topic, choices: Object.keys(made).length > 0 ? made : null });
      made = {};
      continue;
    }
    const options = roadmap.choices.find((choice) => choice.id === id)?.options ?? [];
    const [favourite = '', other = favourite] = options;
    const proposed = proposals(roadmap, way.choices).get(id)?.topicId ?? (random.next() < 0.8 ? favourite : other);
    made = { ...made, [id]: [id === 'language' ? learner.language : proposed] };
    way.choices = { ...way.choices, ...made };
  }
  const required = unitsOf(roadmap, way).filter((unit) => unit.state !== 'skipped').length;
  const count = Math.max(0, Math.round((learner.percent / 100) * required) - (learner.known?.length ?? 0));
  return { steps, count };
}

/** Plans a learner's whole way: which topics when, in sessions on their active days, none after `now`. */
export function walkRoadmap(roadmap: Roadmap, learner: DemoLearner, random: SeededRandom, now: Date): Walk {
  const { steps, count } = orderSteps(roadmap, learner, random);
  const today = dayIn(learner.zone, now);
  const days = activeDays(learner, today, random);
  const clock = new Clock(learner.zone, now, random);
  const startedAt = clock.next(days[0] ?? today);
  const acts: WalkAct[] = [];
  const doneAt = new Map<string, Date>();
  const set = (topicId: string, state: TopicChange['state'], at: Date, known = false) => {
    const topic = roadmap.topics.find(({ id }) => id === topicId);
    if (!topic) throw new Error(`the demo names a topic that does not exist: ${topicId}`);
    acts.push({ at, topic, change: { state, at: at.toISOString(), ...(known && { known }) } });
    if (state === 'done') doneAt.set(topicId, at);
  };
  if (learner.percent > 0) acts.push({ at: startedAt, choices: { language: [learner.language] } });
  for (const id of learner.known ?? []) set(id, 'done', startedAt, true);

  const taken = steps.slice(0, count);
  const stuckDay = learner.stuckSince === undefined ? null : addDays(today, -learner.stuckSince);
  // A long topic takes longer, though not as much as its hours say: people look into the next one meanwhile.
  const weights = taken.map(({ topic }) => Math.sqrt(midHours(topic.effortHours)) * (0.7 + 0.6 * random.next()));
  const total = weights.reduce((sum, each) => sum + each + 1, 0);
  const last = days.length - 1;
  let walked = 0;
  let stuck: string | null = null;
  const dayAfter = (weight: number) => {
    walked += weight;
    return days[Math.min(last, Math.round((walked / total) * last))] ?? today;
  };
  for (const [place, { topic, choices }] of taken.entries()) {
    const begins = dayAfter(1);
    const ends = dayAfter(weights[place] ?? 1);
    if (choices && place > 0) acts.push({ at: clock.next(begins), choices });
    const isFree = !taken.some((later) => later.topic.prerequisites.includes(topic.id));
    if (stuckDay && !stuck && begins >= stuckDay && isFree) {
      stuck = topic.id;
      set(topic.id, 'learning', clock.next(stuckDay));
      continue;
    }
    if (ends > begins || random.next() < 0.4) set(topic.id, 'learning', clock.next(begins));
    set(topic.id, 'done', clock.next(ends));
  }
  const following = steps[count];
  if (following && stuckDay && !stuck) set(following.topic.id, 'learning', clock.next(stuckDay));
  const isAtIt = following && !stuckDay && (learner.lastActiveAgo ?? 1) < 14;
  if (isAtIt) set(following.topic.id, 'learning', clock.next(days[last] ?? today));
  const at = (share: number) => clock.next(days[Math.floor(last * share)] ?? today);
  for (const [place, id] of (learner.skips ?? []).entries()) set(id, 'skipped', at(0.3 + 0.05 * place));
  for (const [place, id] of (learner.extras ?? []).entries()) set(id, 'done', at(0.8 + 0.1 * place));
  return { startedAt, acts: acts.sort((a, b) => a.at.getTime() - b.at.getTime()), days, doneAt, clock };
}
