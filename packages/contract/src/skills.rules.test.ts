import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildChoice, buildRoadmap, buildTopic, buildWay, mark } from '../test/build-roadmap.js';
import type { TopicState } from './progress.js';
import { coversTopic, offersFor, roadmapsReached, skillsOf } from './skills.rules.js';

const option = { requirement: 'option' } as const;
const backend = {
  ...buildRoadmap({
    topics: [buildTopic('http'), buildTopic('git'), buildTopic('nodejs'), buildTopic('express', option)],
    choices: [buildChoice('framework', ['express', 'django'])],
    stages: { all: ['http', 'git', 'nodejs', 'framework'] },
  }),
  slug: 'backend',
  title: 'Backend',
  aliases: { 'http-old': 'http' },
};
const mern = {
  ...buildRoadmap({
    topics: [buildTopic('web', { skill: 'http' }), buildTopic('git'), buildTopic('express'), buildTopic('react')],
    stages: { all: ['web', 'git', 'express', 'react'] },
  }),
  slug: 'mern',
  title: 'MERN',
};
const third = {
  ...buildRoadmap({ topics: [buildTopic('knitting'), buildTopic('git')], stages: { all: ['knitting', 'git'] } }),
  slug: 'third',
};
const roadmaps = new Map([backend, mern, third].map((each) => [each.slug, each]));
const web = { id: 'web', skill: 'http' };

describe('what a project covers', () => {
  it.each<[string, { roadmap: string; topicId: string }[], boolean]>([
    ['the topic itself', [{ roadmap: 'mern', topicId: 'web' }], true],
    ['the same skill in another roadmap', [{ roadmap: 'backend', topicId: 'http' }], true],
    ['the same skill by a name of before', [{ roadmap: 'backend', topicId: 'http-old' }], true],
    ['another topic here', [{ roadmap: 'mern', topicId: 'git' }], false],
    ['a topic of the same name elsewhere, of another skill', [{ roadmap: 'third', topicId: 'web' }], false],
    ['nothing', [], false],
  ])('%s: %j %s', (_, covers, expected) => {
    expect(coversTopic({ covers, skills: skillsOf(roadmaps, covers) }, 'mern', web)).toBe(expected);
  });

  it('counts a topic by its name even where its roadmap is gone', () => {
    const covers = [{ roadmap: 'gone', topicId: 'web' }];
    expect(skillsOf(roadmaps, covers)).toEqual([]);
    expect(coversTopic({ covers, skills: [] }, 'gone', web)).toBe(true);
  });

  it('reaches every roadmap that has the skill, and no other', () => {
    const reached = (roadmap: string, topicId: string) =>
      roadmapsReached(roadmaps, [{ roadmap, topicId }]).map(({ slug }) => slug);
    expect(reached('backend', 'http')).toEqual(['backend', 'mern']);
    expect(reached('backend', 'git')).toEqual(['backend', 'mern', 'third']);
    expect(reached('backend', 'nodejs')).toEqual(['backend']);
    expect(reached('gone', 'git')).toEqual([]);
  });
});

describe('offers', () => {
  const done = mark('done', { proof: 'shown', updatedAt: '2026-10-01T10:00:00.000Z' });
  const there = { roadmap: backend, way: buildWay({ http: done, git: 'done', nodejs: 'done' }) };

  it('name what is open here and done there, with its proof and its day', () => {
    const offers = offersFor({ roadmap: mern, way: buildWay({ git: 'learning' }) }, [there]);
    expect(offers.map(({ topicId }) => topicId)).toEqual(['web', 'git']);
    expect(offers[0]).toEqual({
      topicId: 'web',
      choiceId: null,
      from: {
        roadmap: 'backend',
        roadmapTitle: 'Backend',
        topicId: 'http',
        title: 'http',
        proof: 'shown',
        doneAt: '2026-10-01T10:00:00.000Z',
      },
    });
  });

  it.each<[TopicState, boolean]>([
    ['not_started', true],
    ['learning', true],
    ['done', false],
    ['skipped', false],
  ])('are made for what is %s: %s', (state, isOffered) => {
    const offers = offersFor({ roadmap: mern, way: buildWay({ git: state }) }, [there]);
    expect(offers.some(({ topicId }) => topicId === 'git')).toBe(isOffered);
  });

  it('say of which choice an option is that is not taken', () => {
    const knows = { roadmap: mern, way: buildWay({ express: 'done' }) };
    const choiceOf = (taken: string[]) =>
      offersFor({ roadmap: backend, way: buildWay({}, { framework: taken }) }, [knows]).map(({ choiceId }) => choiceId);
    expect(choiceOf([])).toEqual(['framework']);
    expect(choiceOf(['express'])).toEqual([null]);
  });

  it('take the strongest proof, whichever roadmap it is from', () => {
    const weak = { roadmap: third, way: buildWay({ git: 'done' }) };
    const strong = { roadmap: backend, way: buildWay({ git: mark('done', { proof: 'confirmed' }) }) };
    for (const order of [
      [weak, strong],
      [strong, weak],
    ]) {
      const [offer] = offersFor({ roadmap: mern, way: buildWay() }, order);
      expect(offer?.from).toMatchObject({ roadmap: 'backend', proof: 'confirmed' });
    }
  });

  it('never come from the roadmap itself', () => {
    const here = { roadmap: mern, way: buildWay({ git: 'done' }) };
    expect(offersFor(here, [here])).toEqual([]);
  });

  const states = fc.constantFrom<TopicState>('not_started', 'learning', 'done', 'skipped');
  const wayOn = ({ topics }: typeof mern) =>
    fc.record(Object.fromEntries(topics.map(({ id }) => [id, states]))).map((marks) => buildWay(marks));

  it('hold to the law: open here, done there, the same skill, each once; and marking them leaves none', () => {
    fc.assert(
      fc.property(wayOn(mern), wayOn(backend), wayOn(third), (way, b, t) => {
        const others = [
          { roadmap: backend, way: b },
          { roadmap: third, way: t },
        ];
        const offers = offersFor({ roadmap: mern, way }, others);
        expect(new Set(offers.map(({ topicId }) => topicId)).size).toBe(offers.length);
        for (const { topicId, from } of offers) {
          expect(['not_started', 'learning']).toContain(way.topics[topicId]?.state);
          const other = others.find(({ roadmap }) => roadmap.slug === from.roadmap);
          expect(other?.way.topics[from.topicId]?.state).toBe('done');
          const skill = (on: typeof mern, id: string) => on.topics.find((topic) => topic.id === id)?.skill;
          expect(skill(mern, topicId)).toBe(skill(other?.roadmap ?? third, from.topicId));
        }
        const marks = Object.fromEntries(offers.map(({ topicId }) => [topicId, mark('done', { known: true })]));
        const after = { choices: {}, topics: { ...way.topics, ...marks } };
        expect(offersFor({ roadmap: mern, way: after }, others)).toEqual([]);
      }),
    );
  });
});
