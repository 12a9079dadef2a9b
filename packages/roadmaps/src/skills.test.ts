import { midHours, type Topic } from '@waymark/contract';
import { describe, expect, it } from 'vitest';
import { loadRoadmaps } from './index.js';

const roadmaps = [...loadRoadmaps().values()];
const places = roadmaps.flatMap(({ slug, topics }) => topics.map((topic) => ({ slug, topic })));
type Place = (typeof places)[number];

function groupBy(key: (place: Place) => string): ReadonlyMap<string, Place[]> {
  const groups = new Map<string, Place[]>();
  for (const place of places) groups.set(key(place), [...(groups.get(key(place)) ?? []), place]);
  return groups;
}

const bySkill = groupBy(({ topic }) => topic.skill);
const shared = [...bySkill].filter(([, at]) => at.length > 1);

/** What is wrong with calling these topics the same thing, one plain sentence for each fault. */
function faultsOf(skill: string, topics: readonly Topic[]): string[] {
  const hours = topics.map((topic) => midHours(topic.effortHours));
  const outcomes = topics.map((topic) =>
    topic.outcomes
      .map(({ id }) => id)
      .toSorted()
      .join(),
  );
  return [
    ...(Math.max(...hours) > Math.min(...hours) * 1.5 ? [`"${skill}" takes ${hours.join(' or ')} hours`] : []),
    ...(new Set(outcomes).size > 1 ? [`"${skill}" asks for different outcomes`] : []),
  ];
}

describe('skills', () => {
  it('are used once within a roadmap', () => {
    for (const { slug, topics } of roadmaps) {
      const skills = topics.map(({ skill }) => skill);
      expect(
        skills.filter((skill, place) => skills.indexOf(skill) !== place),
        slug,
      ).toEqual([]);
    }
  });

  it('are shared where two roadmaps have the same topic', () => {
    console.log(shared.map(([skill, at]) => `${skill}: ${at.map(({ slug }) => slug).join(', ')}`).join('\n'));
    expect(shared.map(([skill]) => skill).toSorted()).toEqual([
      'authentication',
      'authorization',
      'automated-testing',
      'browsers',
      'configuration',
      'containers',
      'debugging',
      'deployment',
      'document-databases',
      'error-handling',
      'express',
      'git',
      'http',
      'jwt',
      'mongodb',
      'npm',
      'rest',
      'secure-coding',
    ]);
  });

  it('mean the same work and the same outcomes wherever they are shared', () => {
    const faults = shared.flatMap(([skill, at]) =>
      faultsOf(
        skill,
        at.map(({ topic }) => topic),
      ),
    );
    expect(faults).toEqual([]);
  });

  it('would be refused if the work or the outcomes were others', () => {
    const [one] = shared[0]?.[1] ?? [];
    if (!one) throw new Error('nothing is shared');
    const { min, max } = one.topic.effortHours;
    const longer = { ...one.topic, effortHours: { min: min * 2, max: max * 2 } };
    const other = { ...one.topic, outcomes: one.topic.outcomes.slice(1) };
    expect(faultsOf('it', [one.topic, longer])).toHaveLength(1);
    expect(faultsOf('it', [one.topic, other])).toEqual(['"it" asks for different outcomes']);
  });

  it('are not called alike where they are not the same: such topics have names of their own', () => {
    const ids = groupBy(({ topic }) => topic.id);
    const alike = [...ids].filter(([, at]) => new Set(at.map(({ topic }) => topic.skill)).size > 1);
    expect(alike.map(([id]) => id)).toEqual([]);
  });
});
