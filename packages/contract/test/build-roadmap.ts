import fc from 'fast-check';
import type { Proof, TopicState } from '../src/progress.js';
import type { Choice, Roadmap, Topic } from '../src/roadmaps.js';
import type { Way } from '../src/way.rules.js';

type Mark = Way['topics'][string];

/** The day of the tests, and the instants that they use. */
export const today = '2026-11-22';
export const noon = (day: string) => `${day}T12:00:00.000Z`;

export function mark(state: TopicState, more: Partial<Mark> = {}): Mark {
  const proof = state === 'done' ? 'learned' : null;
  return { state, proof, known: false, updatedAt: state === 'not_started' ? null : noon('2026-11-20'), ...more };
}

/** A way: each topic by its state or its whole mark. */
export function buildWay(topics: Record<string, TopicState | Mark> = {}, choices: Way['choices'] = {}): Way {
  const marks = Object.entries(topics).map(([id, is]) => [id, typeof is === 'string' ? mark(is) : is]);
  return { choices, topics: Object.fromEntries(marks) };
}

export function buildTopic(id: string, more: Partial<Topic> = {}): Topic {
  return {
    id,
    ordinal: 0,
    title: id,
    requirement: 'core',
    level: 'beginner',
    effortHours: { min: 2, max: 4 },
    prerequisites: [],
    text: id,
    outcomes: [],
    resources: [],
    skill: id,
    ...more,
  };
}

export function buildChoice(id: string, options: string[], more: Partial<Choice> = {}): Choice {
  return { id, title: id, text: id, take: 1, optional: false, options, ...more };
}

interface Parts {
  topics: Topic[];
  choices?: Choice[];
  steers?: Roadmap['steers'];
  /** What each stage holds, in walking order: ids of topics and choices. */
  stages: Record<string, string[]>;
}

export function buildRoadmap({ topics, choices = [], steers = [], stages }: Parts): Roadmap {
  return {
    slug: 'small',
    version: 1,
    title: 'Small',
    summary: 'A roadmap for tests',
    source: { title: 'None', url: 'https://example.org/', asOf: '2026-01-01' },
    durationMonths: { from: 6, to: 12 },
    stages: Object.entries(stages).map(([id, items]) => ({
      id,
      title: id,
      summary: id,
      sections: [{ id: `${id}-all`, title: id, items }],
    })),
    topics: topics.map((topic, ordinal) => ({ ...topic, ordinal })),
    choices,
    steers,
    briefs: [],
    facts: [],
    aliases: {},
  };
}

const hours = (min: number, max = min) => ({ effortHours: { min, max } });
const option = { requirement: 'option' } as const;

/** By hand: 3 core topics, a choice of 1 and one of 2, an optional choice and an optional topic; 6 count. */
export const smallRoadmap = buildRoadmap({
  topics: [
    buildTopic('net', hours(2, 4)),
    buildTopic('http', { ...hours(6, 8), prerequisites: ['net'] }),
    buildTopic('go', { ...option, ...hours(30), prerequisites: ['http'] }),
    buildTopic('python', { ...option, ...hours(10, 20), prerequisites: ['http'] }),
    buildTopic('ruby', { ...option, ...hours(20), prerequisites: ['http'] }),
    buildTopic('history', { requirement: 'optional', ...hours(50) }),
    buildTopic('sql', { ...hours(8, 12), prerequisites: ['http'] }),
    buildTopic('make', { ...option, ...hours(4) }),
    buildTopic('git', { ...option, ...hours(6) }),
    buildTopic('bash', { ...option, ...hours(8) }),
    buildTopic('mern', { ...option, ...hours(40) }),
    buildTopic('mean', { ...option, ...hours(40) }),
  ],
  choices: [
    buildChoice('language', ['go', 'python', 'ruby']),
    buildChoice('tools', ['make', 'git', 'bash'], { take: 2 }),
    buildChoice('stack', ['mern', 'mean'], { optional: true }),
  ],
  steers: [
    { when: 'go', propose: 'make', why: 'Go projects are built with make.' },
    { when: 'go', propose: 'git', why: 'Go modules come from git.' },
    { when: 'git', propose: 'python', why: 'For the test only.' },
  ],
  stages: { basics: ['net', 'http', 'language', 'history'], build: ['sql', 'tools', 'stack'] },
});

const effort = fc.record({ min: fc.integer({ min: 1, max: 20 }), more: fc.integer({ min: 0, max: 20 }) });

/** Any small roadmap: its prerequisites have no circle, its walking order is any. */
export const anyRoadmap: fc.Arbitrary<Roadmap> = fc
  .record({
    cores: fc.integer({ min: 0, max: 6 }),
    optionals: fc.integer({ min: 0, max: 2 }),
    choices: fc.array(
      fc.record({
        options: fc.integer({ min: 2, max: 4 }),
        take: fc.integer({ min: 1, max: 2 }),
        optional: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    efforts: fc.array(effort, { minLength: 20, maxLength: 20 }),
    needs: fc.array(fc.array(fc.nat(19), { maxLength: 2 }), { minLength: 20, maxLength: 20 }),
    order: fc.infiniteStream(fc.nat(1000)),
    stageCount: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ cores, optionals, choices, efforts, needs, order, stageCount }) => {
    const own = choices.map((choice, c) =>
      buildChoice(
        `choice-${c}`,
        Array.from({ length: choice.options }, (_, o) => `option-${c}-${o}`),
        {
          take: choice.take,
          optional: choice.optional,
        },
      ),
    );
    const kinds = [
      ...Array.from({ length: cores }, (_, i) => [`core-${i}`, 'core'] as const),
      ...Array.from({ length: optionals }, (_, i) => [`optional-${i}`, 'optional'] as const),
      ...own.flatMap((choice) => choice.options.map((id) => [id, 'option'] as const)),
    ];
    const topics = kinds.map(([id, requirement], place) => {
      const { min, more } = efforts[place] ?? { min: 1, more: 0 };
      const prerequisites = (needs[place] ?? []).flatMap((each) => (each < place ? (kinds[each]?.[0] ?? []) : []));
      return buildTopic(id, { requirement, effortHours: { min, max: min + more }, prerequisites });
    });
    const items = [...topics.filter((topic) => topic.requirement !== 'option'), ...own].map(({ id }) => id);
    const shuffled = items.map((id) => ({ id, at: order.next().value ?? 0 })).sort((a, b) => a.at - b.at);
    const stages = Object.fromEntries(
      Array.from({ length: stageCount }, (_, s) => [
        `stage-${s}`,
        shuffled.filter((_item, i) => i % stageCount === s).map(({ id }) => id),
      ]),
    );
    return buildRoadmap({ topics, choices: own, stages });
  });

const anyMark: fc.Arbitrary<Mark> = fc
  .record({
    state: fc.constantFrom<TopicState[]>('not_started', 'learning', 'done', 'done', 'skipped'),
    proof: fc.constantFrom<Proof[]>('learned', 'shown', 'confirmed'),
    known: fc.boolean(),
    daysAgo: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ state, proof, known, daysAgo }) =>
    mark(state, {
      proof: state === 'done' ? proof : null,
      known: state === 'done' && known,
      updatedAt: new Date(Date.parse(noon(today)) - daysAgo * 86_400_000).toISOString(),
    }),
  );

/** Any roadmap with any way along it: topics left out, options taken beyond the number, all states. */
export const anyWalk: fc.Arbitrary<{ roadmap: Roadmap; way: Way }> = anyRoadmap.chain((roadmap) =>
  fc
    .record({
      topics: fc.record(Object.fromEntries(roadmap.topics.map(({ id }) => [id, anyMark])), { requiredKeys: [] }),
      choices: fc.record(
        Object.fromEntries(roadmap.choices.map(({ id, options }) => [id, fc.shuffledSubarray(options)])),
        { requiredKeys: [] },
      ),
    })
    .map((way) => ({ roadmap, way: way as Way })),
);

/** The same way with one topic marked otherwise. */
export function withMark(way: Way, topicId: string, state: TopicState, more: Partial<Mark> = {}): Way {
  return { ...way, topics: { ...way.topics, [topicId]: mark(state, more) } };
}
