import { addDays, type Roadmap, type TopicState } from '@waymark/contract';
import fc from 'fast-check';
import { finishedProject, follow, type Member, signInAgain } from './build.js';
import { at } from './reviewing.js';
import { day, hour, minute, type TestApp } from './start.js';

/** So many learners share one cohort: fewer than five would have no figures together. */
export const cohortSize = 6;
const most = 12;

const who = fc.nat({ max: cohortSize - 1 });
const which = fc.nat({ max: 3 });
const topic = fc.nat({ max: most - 1 });
const topics = fc.uniqueArray(topic, { minLength: 1, maxLength: 5 });
const state = fc.constantFrom<TopicState>('learning', 'done', 'done', 'done', 'skipped', 'not_started');
const levels = fc.array(fc.constantFrom('met', 'met', 'partly', 'not_met'), { minLength: 5, maxLength: 5 });
const visibility = fc.constantFrom('mentors', 'mentors', 'public', 'unlisted', 'private');
const change = fc.oneof(
  fc.record({ build: fc.constantFrom('idea', 'building', 'finished') }),
  fc.record({ visibility }),
  fc.record({ isArchived: fc.boolean() }),
  fc.record({ repoUrl: fc.constantFrom(null, 'https://example.org/ada/other') }),
  fc.record({ covers: topics }),
);
const pause = fc.record({ from: fc.integer({ min: -9, max: 30 }), days: fc.option(fc.nat({ max: 20 })) });

/** What a learner does, and what their mentor does with it. Most of it is done by any of them at any time. */
const act = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('set' as const),
      ...{ topic, state, known: fc.boolean(), agoMs: fc.constantFrom(0, 0, hour, 3 * day) },
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('many' as const), state, share: fc.constantFrom(0.1, 0.5, 1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('choose' as const), choice: which, options: topics }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('plan' as const),
      ...{ hours: fc.integer({ min: 1, max: 40 }), targetIn: fc.option(fc.integer({ min: -3, max: 200 })) },
      pause: fc.option(pause, { freq: 2 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('build' as const), topics, visibility, asks: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('change' as const), which, change }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), which }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('ask' as const), which }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      ...{ levels, decision: fc.constantFrom('approved', 'changes_requested', 'changes_requested') },
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('time' as const), topic, minutes: fc.constantFrom(5, 240) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('room' as const), topic }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('help' as const), topic, isClosed: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('quiet' as const), which, as: fc.constantFrom('seen', 'snoozed', 'open') }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

const wait = fc.record({ wait: fc.constantFrom(minute, hour, 11 * hour, day, 3 * day, 9 * day, 16 * day) });
export const steps = fc.array(
  fc.oneof({ weight: 9, arbitrary: fc.record({ who, act }) }, { weight: 2, arbitrary: wait }),
  { maxLength: 110, size: 'max' },
);
/** For how long nobody does anything before it is looked at. */
export const rest = fc.constantFrom(0, day, 9 * day, 20 * day);
export type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;

/** Topics in which histories meet: such as everybody takes, options of two choices, and what nobody has to. */
export function topicsOf({ topics, choices }: Roadmap): string[] {
  const named = (requirement: string, count: number) =>
    topics.flatMap((each) => (each.requirement === requirement ? each.id : [])).slice(0, count);
  const options = choices.slice(0, 2).flatMap((choice) => choice.options.slice(0, 2));
  return [...named('core', 6), ...options, ...named('optional', 2)].slice(0, most);
}

export interface Walk {
  roadmap: Roadmap;
  ids: readonly string[];
  learner: Member;
  mentor: Member;
  /** The learner's day. */
  today: string;
}

const keptAt = new WeakMap<Member, number>();

/** With a sign-in that still holds, whatever the clock did. */
export async function awake(app: TestApp, member: Member): Promise<Member> {
  const now = app.now().getTime();
  if (now - (keptAt.get(member) ?? Number.NEGATIVE_INFINITY) > 5 * minute) {
    const { token, cookie } = await signInAgain(member);
    Object.assign(member, { token, cookie });
    keptAt.set(member, now);
  }
  return member;
}

/** Does it, where it can be done: what the product refuses is no history. */
export async function perform(walk: Walk, what: Act): Promise<void> {
  const answered = await doIt(walk, what);
  if (answered && answered.status >= 500) throw new Error(`${what.do}: ${answered.text}`);
}

async function doIt(walk: Walk, what: Act) {
  const { roadmap, ids, learner, mentor, today } = walk;
  const { slug } = roadmap;
  const idOf = (place: number) => ids[place % ids.length] ?? '';
  const covers = (places: readonly number[]) =>
    places.map((place) => ({ roadmap: slug, topicId: idOf(place), where: 'src/' }));
  switch (what.do) {
    case 'set': {
      const at = new Date(learner.app.now().getTime() - what.agoMs).toISOString();
      const { state, known } = what;
      const params = { slug, topicId: idOf(what.topic) };
      return learner.call('setTopic', { params, body: { state, at, ...(state === 'done' && { known }) } });
    }
    case 'many': {
      const some = roadmap.topics.slice(0, Math.ceil(roadmap.topics.length * what.share));
      const topics = Object.fromEntries(some.map(({ id }) => [id, { state: what.state }]));
      const choices = Object.fromEntries(roadmap.choices.map(({ id, options, take }) => [id, options.slice(0, take)]));
      if (what.share === 1) await follow(learner, { choices });
      return learner.call('setTopics', { params: { slug }, body: { topics } });
    }
    case 'choose': {
      const choice = roadmap.choices[what.choice];
      const options = choice?.options.filter((_, place) => what.options.includes(place)) ?? [];
      return learner.call('putEnrolment', { params: { slug }, body: { choices: { [choice?.id ?? '']: options } } });
    }
    case 'plan': {
      const from = what.pause && addDays(today, what.pause.from);
      const days = what.pause?.days ?? null;
      const pauses = from === null ? [] : [{ from, to: days === null ? null : addDays(from, days) }];
      const targetDate = what.targetIn === null ? null : addDays(today, what.targetIn);
      return void (await follow(learner, { plan: { hoursPerWeek: what.hours, targetDate, pauses } }));
    }
    case 'build': {
      const more = { covers: covers(what.topics), visibility: what.visibility as never };
      const { id } = await finishedProject(learner, [], more);
      return what.asks ? learner.call('askForReview', { ...at(id), body: { question: 'Is it sound?' } }) : null;
    }
    case 'time':
      return learner.call('addTime', { body: { roadmap: slug, topicId: idOf(what.topic), minutes: what.minutes } });
    case 'room': {
      const [outcome] = roadmap.topics.find(({ id }) => id === idOf(what.topic))?.outcomes ?? [];
      const params = { slug, topicId: idOf(what.topic) };
      return learner.call('changeRoom', { params, body: { outcomes: { [outcome?.id ?? '']: true } } });
    }
    case 'help':
      return help(walk, idOf(what.topic), what.isClosed);
    case 'quiet': {
      const { items } = await mentor.ok('listLearners', { query: { limit: 50 } });
      const told = items.find((row) => row.learner.id === learner.id)?.attention ?? [];
      const key = told[what.which % Math.max(1, told.length)]?.key;
      const body = { roadmap: slug, key, as: what.as };
      return key === undefined ? null : mentor.call('quietAttention', { ...at(learner.id), body });
    }
    case 'answer':
      return answer(walk, what.decision, what.levels);
    default:
      return onProject(walk, what, covers);
  }
}

async function help({ learner, roadmap }: Walk, topicId: string, isClosed: boolean) {
  const [open] = (await learner.ok('listMyHelp', { query: { only: 'open' } })).items;
  if (isClosed) return open ? learner.call('closeHelp', { ...at(open.id), body: { words: '' } }) : null;
  const about = { kind: 'topic', roadmap: roadmap.slug, topicId };
  return learner.call('askForHelp', { body: { about, sentence: 'I do not get it' } });
}

async function onProject(
  { learner }: Walk,
  what: Extract<Act, { do: 'change' | 'delete' | 'ask' }>,
  covers: (places: readonly number[]) => object[],
) {
  const { items } = await learner.ok('listProjects');
  const one = items[what.which % Math.max(1, items.length)];
  if (!one) return null;
  const seen = { ...at(one.id), headers: { 'if-match': `"${one.version}"` } };
  if (what.do === 'delete') return learner.call('deleteProject', seen);
  if (what.do === 'ask') return learner.call('askForReview', { ...at(one.id), body: { question: 'Is it sound?' } });
  const body = 'covers' in what.change ? { covers: covers(what.change.covers) } : what.change;
  return learner.call('changeProject', { ...seen, body });
}

async function answer({ learner, mentor }: Walk, decision: string, levels: readonly string[]) {
  const review = (await learner.ok('listMyReviews')).items.find(({ ballWith }) => ballWith === 'mentor');
  if (!review) return null;
  const claimed = await mentor.call('claimReview', at(review.id));
  if (claimed.status !== 200) return claimed;
  const judged = claimed.body.snapshot.covers.map(({ roadmap, topicId }, place) => {
    return { roadmap, topicId, verdict: levels[place % levels.length], text: 'It holds, or does not.' };
  });
  return mentor.call('giveVerdict', { ...at(review.id), body: { decision, text: 'I looked at it.', topics: judged } });
}
