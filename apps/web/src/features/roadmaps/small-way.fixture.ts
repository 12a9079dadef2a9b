import type { Enrolment, Roadmap, Topic, TopicProgress } from '@waymark/contract';
import { defaultPlan, nextSteps, summarise } from '@waymark/contract/rules';

function topic(id: string, more: Partial<Topic> = {}): Partial<Topic> {
  return {
    id,
    title: id.toUpperCase(),
    requirement: 'core',
    level: 'beginner',
    effortHours: { min: 2, max: 4 },
    prerequisites: [],
    text: `About ${id}.`,
    outcomes: [],
    resources: [],
    skill: id,
    ...more,
  };
}

const option = { requirement: 'option' } as const;

/** Two stages, two choices of which one steers the other, one optional topic. For tests. */
export const smallRoadmap = {
  slug: 'small',
  version: 1,
  title: 'Small',
  summary: '',
  stages: [
    { id: 'one', title: 'One', summary: '', sections: [{ id: 'web', title: 'Web', items: ['http', 'dns', 'extra'] }] },
    {
      id: 'two',
      title: 'Two',
      summary: '',
      sections: [
        { id: 'language', title: 'Language', items: ['language', 'rest'] },
        { id: 'tools', title: 'Tools', items: ['manager'] },
      ],
    },
  ],
  topics: [
    topic('http'),
    topic('dns'),
    topic('extra', { requirement: 'optional' }),
    topic('rest', { prerequisites: ['http'] }),
    topic('node', option),
    topic('python', option),
    topic('npm', option),
    topic('pip', option),
  ],
  choices: [
    { id: 'language', title: 'A language', text: '', take: 1, optional: false, options: ['node', 'python'] },
    { id: 'manager', title: 'A manager', text: '', take: 1, optional: false, options: ['npm', 'pip'] },
  ],
  steers: [{ when: 'node', propose: 'npm', why: 'npm comes with it.' }],
  briefs: [],
  facts: [],
  aliases: {},
} as unknown as Roadmap;

/** A learner on it, with the states and choices that matter to a test. */
export function smallEnrolment(
  states: Record<string, Partial<TopicProgress>> = {},
  choices: Enrolment['choices'] = {},
): Enrolment {
  const blank: TopicProgress = { state: 'not_started', proof: null, known: false, updatedAt: null };
  const topics = Object.fromEntries(smallRoadmap.topics.map(({ id }) => [id, { ...blank, ...states[id] }]));
  const way = { topics, choices };
  return {
    ...way,
    minutes: {},
    touched: {},
    roadmap: smallRoadmap.slug,
    title: smallRoadmap.title,
    version: 1,
    plan: defaultPlan,
    summary: summarise(smallRoadmap, way),
    next: nextSteps(smallRoadmap, way),
    forecast: { basis: 'plan', from: null, to: null, planned: null, hoursPerWeek: 6 },
    startedAt: '2026-09-01T08:00:00Z',
    updatedAt: '2026-09-01T08:00:00Z',
    lastActiveDay: null,
  };
}
