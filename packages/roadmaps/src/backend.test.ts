import { midHours, unitsOf } from '@waymark/contract';
import { describe, expect, it } from 'vitest';
import { loadRoadmaps } from './index.js';

const backend = loadRoadmaps().get('backend');
if (!backend) throw new Error('the backend roadmap is missing');
const { topics, stages, choices, briefs, steers } = backend;

/** What the source asks of this roadmap alone; what holds for all is in content.test.ts. */
describe('the backend roadmap', () => {
  it('has six stages in the order of the source', () => {
    expect(stages.map(({ id }) => id)).toEqual([
      'internet-and-web',
      'programming',
      'frameworks',
      'version-control',
      'build-projects',
      'tech-stacks',
    ]);
  });

  it('has at least sixty topics and ten briefs', () => {
    expect(topics.length).toBeGreaterThanOrEqual(60);
    expect(briefs.length).toBeGreaterThanOrEqual(10);
  });

  it('takes 6 to 12 months, as the source says', () => {
    expect(backend.durationMonths).toEqual({ from: 6, to: 12 });
    const hours = unitsOf(backend, { choices: {}, topics: {} }).map((unit) => midHours(unit.effortHours));
    const months = (hours.reduce((sum, each) => sum + each, 0) / 10) * (12 / 52);
    console.log(`required path: ${months.toFixed(1)} months at 10 h a week`);
    expect(months).toBeGreaterThanOrEqual(6);
    expect(months).toBeLessThanOrEqual(12);
  });

  it('counts every choice of the stages 1 to 5 once, and the stack not at all', () => {
    const taken = choices.filter((choice) => !choice.optional).map(({ id, take }) => `${id}:${take}`);
    expect(taken).toEqual(['language:1', 'database:1', 'package-manager:1', 'framework:1', 'code-host:1']);
    expect(choices.filter((choice) => choice.optional).map(({ id }) => id)).toEqual(['stack']);
  });

  it('steers each language to a framework and a package manager that need it', () => {
    const languages = choices.find(({ id }) => id === 'language')?.options ?? [];
    for (const language of languages) {
      const proposed = steers.filter(({ when }) => when === language).map(({ propose }) => propose);
      const homes = proposed.map((id) => choices.find((choice) => choice.options.includes(id))?.id).toSorted();
      expect(homes, language).toEqual(['framework', 'package-manager']);
      for (const id of proposed) expect(topics.find((topic) => topic.id === id)?.prerequisites).toContain(language);
    }
  });
});
