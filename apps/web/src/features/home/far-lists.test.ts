import type { Enrolment, Roadmap } from '@waymark/contract';
import { summarise } from '@waymark/contract/rules';
import { describe, expect, it } from 'vitest';
import { type FarItem, farLists } from './far-lists';

const effortHours = { min: 2, max: 4 };
const topic = (id: string, requirement: string) => ({ id, title: id.toUpperCase(), requirement, effortHours });
const roadmap = {
  slug: 'small',
  stages: [
    {
      id: 'one',
      title: 'One',
      sections: [{ items: ['http', 'language', 'tls', 'manager', 'more', 'rest', 'gone'] }],
    },
  ],
  topics: [
    ...['http', 'tls', 'rest', 'gone'].map((id) => topic(id, 'core')),
    topic('more', 'optional'),
    ...['python', 'java', 'pip', 'maven'].map((id) => topic(id, 'option')),
  ],
  choices: [
    { id: 'language', title: 'A language', take: 1, optional: false, options: ['python', 'java'] },
    { id: 'manager', title: 'A package manager', take: 1, optional: false, options: ['pip', 'maven'] },
  ],
} as unknown as Roadmap;

const way = {
  choices: { language: ['python'] },
  topics: {
    http: { state: 'done', proof: 'shown' },
    tls: { state: 'learning', proof: null },
    python: { state: 'done', proof: 'confirmed' },
    rest: { state: 'done', proof: 'learned' },
    more: { state: 'done', proof: 'learned' },
    gone: { state: 'skipped', proof: null },
  },
} as unknown as Enrolment;

const ids = (kind: 'done' | 'shown' | 'confirmed') => {
  const { missing, open, have } = farLists(roadmap, way, kind);
  const titles = (items: FarItem[]) => items.map(({ title }) => title);
  return { missing: titles(missing), open: titles(open), have: titles(have) };
};

describe('what makes up a number', () => {
  it('is as many topics as the number says', () => {
    const summary = summarise(roadmap, way);
    for (const kind of ['done', 'shown', 'confirmed'] as const) {
      const { have, missing, open } = farLists(roadmap, way, kind);
      expect(have).toHaveLength(summary[kind]);
      expect(have.length + missing.length + open.length).toBe(summary.required);
    }
  });

  it('parts what a project or a mentor is missing from what is not done', () => {
    expect(ids('shown')).toEqual({
      missing: ['REST'],
      open: ['TLS', 'A package manager (to be chosen)'],
      have: ['HTTP', 'PYTHON'],
    });
    expect(ids('confirmed').missing).toEqual(['HTTP', 'REST']);
    expect(ids('done').missing).toEqual([]);
  });

  it('leads to a topic, or to the choice that is open', () => {
    const { open } = farLists(roadmap, way, 'done');
    expect(open.map(({ path, mark }) => [path, mark])).toEqual([
      ['/roadmaps/small/topics/tls', 'learning'],
      ['/roadmaps/small/choices/manager', 'not_started'],
    ]);
  });

  it('leads where whoever else looks may read', () => {
    const { open } = farLists(roadmap, way, 'done', ({ kind, id }) => (kind === 'topic' ? `?topic=${id}` : null));
    expect(open.map(({ path }) => path)).toEqual(['?topic=tls', null]);
  });
});
