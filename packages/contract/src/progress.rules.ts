import { addDays, daysBetween } from './days.rules.js';
import type { Choices, Counts, Forecast, Plan, Proof, Summary, TopicState } from './progress.js';
import type { Choice, Roadmap, Topic } from './roadmaps.js';

/** One learner's way along a roadmap: what every figure is computed from. Topics left out are not started. */
export interface Way {
  choices: Choices;
  topics: Readonly<
    Record<string, { state: TopicState; proof: Proof | null; known: boolean; updatedAt: string | null }>
  >;
  /** Logged minutes, by topic. */
  minutes?: Readonly<Record<string, number>>;
  /** When something last happened in the room of a topic. */
  touched?: Readonly<Record<string, string>>;
}

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

export const defaultPlan: Plan = { hoursPerWeek: 6, daysPerWeek: 3, targetDate: null };

export function midHours(effort: { min: number; max: number }): number {
  return (effort.min + effort.max) / 2;
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

/** The options that a learner took, in the choice's own order; what is no option of it is left out. */
export function takenOptions(choice: Choice, choices: Choices): string[] {
  const taken = choices[choice.id] ?? [];
  return choice.options.filter((option) => taken.includes(option));
}

function allTaken(roadmap: Roadmap, choices: Choices): string[] {
  return roadmap.choices.flatMap((choice) => takenOptions(choice, choices));
}

/** Options that were not taken count nowhere; everything else that the roadmap has does, the optional too. */
export function isOnTheWay(roadmap: Roadmap, choices: Choices, topicId: string): boolean {
  const topic = roadmap.topics.find(({ id }) => id === topicId);
  return topic !== undefined && (topic.requirement !== 'option' || allTaken(roadmap, choices).includes(topicId));
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

function unitsLeft(units: Unit[]): Unit[] {
  return units.filter((unit) => unit.state === 'learning' || unit.state === 'not_started');
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export function summarise(roadmap: Roadmap, way: Way): Summary {
  const units = unitsOf(roadmap, way);
  const countStage = (stageId: string) => count(units.filter((unit) => unit.stageId === stageId));
  return {
    ...count(units),
    skipped: units.filter((unit) => unit.state === 'skipped').length,
    optionalDone: optionalDone(roadmap, way).length,
    hoursLeft: sum(unitsLeft(units).map((unit) => midHours(unit.effortHours))),
    stages: Object.fromEntries(roadmap.stages.map((stage) => [stage.id, countStage(stage.id)])),
  };
}

const paceDays = 56;
const firstPaceDays = 14;

/**
 * Effort-hours done a week over the last eight weeks, or since the start when that is shorter; `null`
 * until there are two weeks of it. What was known before day one is no pace, nor is an option not taken.
 */
export function paceOf(roadmap: Roadmap, way: Way, startedOn: string, today: string): number | null {
  const daysFollowed = daysBetween(startedOn, today);
  if (daysFollowed < firstPaceDays) return null;
  // The first day and today both count.
  const days = Math.min(paceDays, daysFollowed + 1);
  const since = addDays(today, 1 - days);
  const learned = roadmap.topics.filter((topic) => {
    const mark = way.topics[topic.id];
    if (mark?.state !== 'done' || mark.known || mark.updatedAt === null) return false;
    return mark.updatedAt.slice(0, 10) >= since && isOnTheWay(roadmap, way.choices, topic.id);
  });
  return sum(learned.map((topic) => midHours(topic.effortHours))) / (days / 7);
}

/** When it would be done. `startedOn` and `today` are days. The range is that of the effort left. */
export function forecast(roadmap: Roadmap, way: Way, plan: Plan, startedOn: string, today: string): Forecast {
  const units = unitsOf(roadmap, way);
  const left = unitsLeft(units);
  if (left.length === 0) return { basis: 'done', from: null, to: null, planned: null, hoursPerWeek: 0 };
  const pace = paceOf(roadmap, way, startedOn, today);
  const hoursPerWeek = pace || plan.hoursPerWeek;
  const after = (day: string, hours: number, perWeek: number) =>
    addDays(day, Math.min(Math.ceil((hours / perWeek) * 7), 36_500));
  const toLearn = units.filter(
    (unit) => unit.state !== 'skipped' && !(unit.topicId && way.topics[unit.topicId]?.known),
  );
  return {
    basis: pace ? 'pace' : 'plan',
    from: after(today, sum(left.map((unit) => unit.effortHours.min)), hoursPerWeek),
    to: after(today, sum(left.map((unit) => unit.effortHours.max)), hoursPerWeek),
    planned:
      plan.targetDate ?? after(startedOn, sum(toLearn.map((unit) => midHours(unit.effortHours))), plan.hoursPerWeek),
    hoursPerWeek: Math.round(hoursPerWeek * 10) / 10,
  };
}

/**
 * What to take next, topics and choices: what is being learned, then in walking order what stands open with its
 * prerequisites met, then what these lead to. Nothing that is not begun comes before what it needs.
 */
export function nextSteps(roadmap: Roadmap, way: Way, most = 3): string[] {
  const topics = indexTopics(roadmap);
  const left = unitsLeft(unitsOf(roadmap, way));
  const idOf = (unit: Unit) => unit.topicId ?? unit.choiceId ?? '';
  const open = new Set(left.map(idOf));
  const needsOf = (id: string) => topics.get(id)?.prerequisites.filter((each) => open.has(each)) ?? [];
  const learning = left.filter((unit) => unit.state === 'learning').map(idOf);
  const ready = left.map(idOf).filter((id) => needsOf(id).length === 0);
  const steps = new Set([...learning, ...ready]);
  while (steps.size < most) {
    const following = [...open].find((id) => !steps.has(id) && needsOf(id).every((each) => steps.has(each)));
    if (following === undefined) break;
    steps.add(following);
  }
  return [...steps].slice(0, most);
}

/** What follows from the options taken, as an offer: where a choice has a place open, the option that a steer proposes. */
export function proposals(roadmap: Roadmap, choices: Choices): Map<string, { topicId: string; why: string }> {
  const taken = new Set(allTaken(roadmap, choices));
  const proposed = new Map<string, { topicId: string; why: string }>();
  for (const choice of roadmap.choices) {
    if (takenOptions(choice, choices).length >= choice.take) continue;
    const isNew = (option: string) => choice.options.includes(option) && !taken.has(option);
    const steer = roadmap.steers.find((each) => taken.has(each.when) && isNew(each.propose));
    if (steer) proposed.set(choice.id, { topicId: steer.propose, why: steer.why });
  }
  return proposed;
}

/** What cannot be taken of `choices`, as path and sentence. Empty when all is well. */
export function checkChoices(roadmap: Roadmap, choices: Choices): { path: string; message: string }[] {
  return Object.entries(choices).flatMap(([choiceId, options]) => {
    const choice = roadmap.choices.find((each) => each.id === choiceId);
    if (!choice) return [{ path: `choices.${choiceId}`, message: 'This roadmap has no such choice' }];
    return options.flatMap((option, place) =>
      choice.options.includes(option)
        ? []
        : [{ path: `choices.${choiceId}.${place}`, message: `Not an option of “${choice.title}”` }],
    );
  });
}
