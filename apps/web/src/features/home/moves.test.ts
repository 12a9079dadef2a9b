import type { Enrolment, Pause, ProjectCard, ReviewCard, Roadmap, TopicState } from '@waymark/contract';
import { defaultPlan, nextSteps, summarise } from '@waymark/contract/rules';
import { describe, expect, it } from 'vitest';
import { movesOf } from './moves';

const topic = (id: string, requirement: string) => ({
  id,
  title: id,
  requirement,
  effortHours: { min: 4, max: 6 },
  prerequisites: [],
});
const choice = (id: string, options: string[], optional = false) => ({ id, title: id, take: 1, optional, options });
const stage = (id: string, items: string[]) => ({ id, title: id, summary: '', sections: [{ id, title: id, items }] });

const roadmap = {
  slug: 'small',
  stages: [
    stage('one', ['http', 'language', 'extra']),
    stage('two', ['rest', 'manager']),
    stage('three', ['deploy', 'host']),
  ],
  topics: [
    ...['http', 'rest', 'deploy'].map((id) => topic(id, 'core')),
    ...['python', 'java', 'pip', 'maven', 'here', 'there', 'x', 'y'].map((id) => topic(id, 'option')),
  ],
  choices: [
    choice('language', ['python', 'java']),
    choice('extra', ['x', 'y'], true),
    choice('manager', ['pip', 'maven']),
    choice('host', ['here', 'there']),
  ],
  steers: [{ when: 'python', propose: 'pip', why: 'pip comes with Python' }],
} as unknown as Roadmap;

interface Told {
  states?: Record<string, [TopicState, string]>;
  choices?: Enrolment['choices'];
  projects?: Partial<ProjectCard>[];
  reviews?: Partial<ReviewCard>[];
  pauses?: Pause[];
}

function moves({ states = {}, choices = {}, projects = [], reviews = [], pauses = [] }: Told) {
  const topics = Object.fromEntries(
    roadmap.topics.map(({ id }) => {
      const [state, day] = states[id] ?? ['not_started', null];
      return [id, { state, proof: null, known: false, updatedAt: day && `${day}T09:00:00Z` }];
    }),
  ) as Enrolment['topics'];
  const way = { choices, topics };
  const enrolment = {
    ...way,
    plan: { ...defaultPlan, pauses },
    summary: summarise(roadmap, way),
    next: nextSteps(roadmap, way),
    startedAt: '2026-09-01T08:00:00Z',
  } as Enrolment;
  return movesOf({
    roadmap,
    enrolment,
    projects: projects as ProjectCard[],
    reviews: reviews as ReviewCard[],
    today: '2026-11-22',
  });
}

const inStageTwo: Record<string, [TopicState, string]> = {
  http: ['done', '2026-11-01'],
  python: ['done', '2026-11-02'],
  rest: ['learning', '2026-11-20'],
};

it('is a review whose ball is mine, before all else, and none that waits for others', () => {
  const project = { id: 'p', title: 'Shortener' };
  const mine = { project, state: 'changes_requested', ballWith: 'learner', ballSince: '2026-11-20T09:00:00Z' } as const;
  const theirs = { ...mine, state: 'requested', ballWith: 'mentor' } as const;
  expect(moves({ states: inStageTwo, reviews: [theirs, mine] })[0]).toEqual({
    kind: 'review',
    projectId: 'p',
    title: 'Shortener',
    state: 'changes_requested',
    since: '2026-11-20T09:00:00Z',
  });
  expect(moves({ reviews: [theirs] }).filter(({ kind }) => kind === 'review')).toEqual([]);
});

describe('a choice to decide', () => {
  it('waits once its stage is reached, with what follows from another', () => {
    expect(moves({ states: inStageTwo, choices: { language: ['python'] } })).toEqual([
      { kind: 'choice', choiceId: 'manager', title: 'manager', open: 1, why: 'pip comes with Python', proposed: 'pip' },
    ]);
  });

  it('is not told twice when it is the next step itself', () => {
    const found = moves({ states: { http: ['done', '2026-11-01'] } });
    expect(found).toEqual([]);
  });

  it('does not wait once taken or skipped, nor when it is optional', () => {
    const choices = { language: ['python'], manager: ['maven'] };
    expect(moves({ states: inStageTwo, choices })).toEqual([]);
    const left: [TopicState, string] = ['skipped', '2026-11-02'];
    const skipped = { ...inStageTwo, pip: left, maven: left };
    expect(moves({ states: skipped, choices: { language: ['python'] } })).toEqual([]);
  });
});

describe('a finished project', () => {
  const finished = { id: 'p', title: 'Shortener', build: 'finished', repoUrl: null, demoUrl: null } as const;
  const cover = { roadmap: 'small', topicId: 'http', where: '' };

  it('waits for a link, and says how much hangs on it', () => {
    const found = moves({ projects: [{ ...finished, covers: [cover, { ...cover, topicId: 'rest' }] }] });
    expect(found[0]).toEqual({ kind: 'project', projectId: 'p', title: 'Shortener', missing: 'link', covers: 2 });
  });

  it('waits for its topics when it has a link and covers none', () => {
    const [move] = moves({ projects: [{ ...finished, repoUrl: 'https://example.org/r', covers: [] }] });
    expect(move).toMatchObject({ kind: 'project', missing: 'topics' });
  });

  it('does not wait when it shows something, or is not finished', () => {
    const shows = { ...finished, demoUrl: 'https://example.org', covers: [cover] };
    const choices = { language: ['java'] };
    expect(moves({ choices, projects: [shows, { ...finished, build: 'building', covers: [] }] })).toEqual([]);
  });
});

describe('a topic in learning', () => {
  const next: [TopicState, string] = ['learning', '2026-11-21'];
  const stuck = (states: Told['states'] & object) => moves({ states }).filter(({ kind }) => kind === 'stuck');

  it.each([
    ['2026-11-08', 1],
    ['2026-11-09', 0],
  ])('since %s: %d moves', (since, count) => {
    expect(stuck({ http: next, rest: ['learning', since] })).toHaveLength(count);
  });

  it('says since when, and leaves out an option that was not taken', () => {
    const found = stuck({ http: next, rest: ['learning', '2026-10-01'], java: ['learning', '2026-10-01'] });
    expect(found).toEqual([{ kind: 'stuck', topicId: 'rest', title: 'rest', since: '2026-10-01T09:00:00Z' }]);
  });

  it('waits as long as one pauses, and again afterwards', () => {
    const states = { http: next, rest: ['learning', '2026-10-01'] as [TopicState, string] };
    const told = (pauses: Pause[]) => moves({ states, pauses }).filter(({ kind }) => kind === 'stuck').length;
    expect(told([{ from: '2026-11-20', to: null }])).toBe(0);
    expect(told([{ from: '2026-11-10', to: '2026-11-21' }])).toBe(1);
  });

  it('is not told twice when it is the next step itself', () => {
    expect(stuck({ http: ['learning', '2026-10-01'] })).toEqual([]);
  });
});
