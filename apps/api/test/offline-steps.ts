import type { Roadmap, TopicState } from '@waymark/contract';
import fc from 'fast-check';
import type { Operation } from '../../web/src/api/outbox.js';

export const states: readonly TopicState[] = ['not_started', 'learning', 'done', 'skipped'];
const device = fc.constantFrom(0, 1);
const topic = fc.nat({ max: 3 });
const state = fc.constantFrom(...states);

/** What can be done on a device. Another kind of write is one more line here and one in `inputs`. */
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('state' as const), topic, state, known: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('states' as const), state }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('choice' as const), option: fc.nat({ max: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('project' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refused' as const), state }) },
);
/** What becomes of one request: it arrives; it, or its answer, is lost; the page ends before it is answered. */
const fate = fc.constantFrom(
  'ok' as const,
  'ok' as const,
  'lost' as const,
  'unanswered' as const,
  'busy' as const,
  'reload' as const,
);
export const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('act' as const), device, act }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('sync' as const), device, fates: fc.array(fate, { maxLength: 4 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const), device }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1, 40, 900) }) },
  ),
  { maxLength: 14, size: 'max' },
);
export const skews = fc.tuple(...[0, 1].map(() => fc.constantFrom(0, 0, -7_200_000, -1500, 1500, 7_200_000)));

export type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;
type Act = Extract<Step, { do: 'act' }>['act'];
export type Fate = Extract<Step, { do: 'sync' }>['fates'][number];

export const inputs: Record<
  Act['kind'],
  (act: never, roadmap: Roadmap, at: string) => Pick<Operation, 'name' | 'input' | 'lane'>
> = {
  state: ({ topic, state, known }: Extract<Act, { kind: 'state' }>, { slug, topics }, at) => ({
    lane: `progress:${slug}`,
    name: 'setTopic',
    input: { params: { slug, topicId: topics[topic]?.id }, body: { state, at, ...(state === 'done' && { known }) } },
  }),
  states: ({ state }: Extract<Act, { kind: 'states' }>, { slug, topics }, at) => ({
    lane: `progress:${slug}`,
    name: 'setTopics',
    input: {
      params: { slug },
      body: { topics: Object.fromEntries(topics.slice(1, 4).map(({ id }) => [id, { state, at }])) },
    },
  }),
  choice: ({ option }: Extract<Act, { kind: 'choice' }>, { slug, choices: [choice] }) => ({
    lane: `progress:${slug}`,
    name: 'putEnrolment',
    input: { params: { slug }, body: { choices: { [choice?.id ?? '']: [choice?.options[option]] } } },
  }),
  project: () => ({ lane: 'projects', name: 'createProject', input: { body: { title: 'Made on the train' } } }),
  refused: ({ state }: Extract<Act, { kind: 'refused' }>, { slug }, at) => ({
    lane: `progress:${slug}`,
    name: 'setTopic',
    input: { params: { slug, topicId: 'never-was' }, body: { state, at } },
  }),
};
