import type { ProjectCard } from '@waymark/contract';
import { describe, expect, it } from 'vitest';
import { whatTheySee } from './what-they-see';

const project = (title: string, visibility: ProjectCard['visibility']) => ({ title, visibility }) as ProjectCard;
const own = {
  counts: { required: 60, done: 22, shown: 6, confirmed: 0, percent: 36 },
  activeDays: ['2026-11-20', '2026-11-21'],
  projects: [project('Diary', 'private'), project('Shortener', 'mentors'), project('Blog', 'public')],
};
const all = { progress: true, activity: true, notes: true, projects: true };
const titles = (seen: ReturnType<typeof whatTheySee>) => seen.projects?.map(({ title }) => title) ?? null;

describe('what a mentor would see right now', () => {
  it('is all that is switched on, and never a private project', () => {
    const seen = whatTheySee(own, all);
    expect(seen.counts).toEqual(own.counts);
    expect(seen.activeDays).toEqual(own.activeDays);
    expect(titles(seen)).toEqual(['Shortener', 'Blog']);
    expect(seen.hiddenProjects).toBe(1);
  });

  it.each([
    ['progress', 'counts'],
    ['activity', 'activeDays'],
    ['projects', 'projects'],
  ] as const)('is nothing of %s once that is switched off', (key, seen) => {
    expect(whatTheySee(own, { ...all, [key]: false })[seen]).toBeNull();
    expect(whatTheySee(own, all)[seen]).not.toBeNull();
  });

  it('tells not followed yet from not shared', () => {
    expect(whatTheySee({ ...own, counts: null }, all).counts).toBe('nothing-yet');
    expect(whatTheySee({ ...own, counts: null }, { ...all, progress: false }).counts).toBeNull();
  });
});
