import type { LearnerDashboard, Roadmap } from '@waymark/contract';
import { describe, expect, it } from 'vitest';
import { changesSince } from './since-last-look';

const roadmap = { topics: ['HTTP', 'REST', 'TLS'].map((title) => ({ id: title.toLowerCase(), title })) } as Pick<
  Roadmap,
  'topics'
>;
const looked = '2026-11-10T12:00:00.000Z';
const topic = (state: string, updatedAt: string) => ({ state, proof: null, known: false, updatedAt });
const dashboard = {
  enrolment: {
    topics: {
      http: topic('done', '2026-11-12T12:00:00.000Z'),
      rest: topic('learning', '2026-11-11T12:00:00.000Z'),
      tls: topic('done', '2026-11-01T12:00:00.000Z'),
    },
  },
  projects: [{ title: 'Shortener', updatedAt: '2026-11-15T12:00:00.000Z' }],
  activity: { days: [{ day: '2026-11-12', acts: 2 }], items: [] },
} as unknown as LearnerDashboard;

describe('what changed since the mentor last looked', () => {
  it('names what is done, begun and changed, and nothing from before', () => {
    expect(changesSince(dashboard, looked, roadmap)).toEqual([
      'Done: HTTP.',
      'Begun: REST.',
      'Projects changed: Shortener.',
    ]);
  });

  it('tells of active days where nothing else is shared, and of nothing when nothing was', () => {
    const bare = { ...dashboard, enrolment: null, projects: null };
    expect(changesSince(bare, looked, roadmap)).toEqual(['Active on 1 day.']);
    expect(changesSince(bare, '2026-11-13T12:00:00.000Z', roadmap)).toEqual([]);
  });
});
