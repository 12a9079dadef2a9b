import { describe, expect, it } from 'vitest';
import { buildChoice, buildRoadmap, buildTopic, buildWay, mark } from '../test/build-roadmap.js';
import { cellOf, emptyRows, type MatrixProject, proposeBrief } from './matrix.rules.js';
import type { Brief } from './roadmaps.js';

const brief = (id: string, covers: string[], max = 10): Brief => ({
  ...{ id, title: id, goal: 'g', level: 'starter' as Brief['level'], effortHours: { min: 1, max } },
  ...{ requirements: [], covers, stretch: [] },
});
const option = { requirement: 'option' } as const;
const roadmap = {
  ...buildRoadmap({
    topics: [
      buildTopic('http'),
      buildTopic('dns'),
      buildTopic('git'),
      buildTopic('go', option),
      buildTopic('rust', option),
    ],
    choices: [buildChoice('language', ['go', 'rust'])],
    stages: { all: ['http', 'dns', 'git', 'language'] },
  }),
  slug: 'backend',
  briefs: [brief('one', ['http']), brief('two', ['http', 'dns']), brief('three', ['dns', 'git'], 5)],
};
const project = (covers: string[], more: Partial<MatrixProject> = {}): MatrixProject => ({
  ...{ id: 'p', build: 'finished', repoUrl: 'https://git.example/a', demoUrl: null, briefId: null, skills: [] },
  covers: covers.map((topicId) => ({ roadmap: 'backend', topicId, where: '' })),
  met: { covers: [], skills: [] },
  ...more,
});
const done = buildWay({ http: mark('done') });
const met = { covers: [{ roadmap: 'backend', topicId: 'http' }], skills: [] };

describe('what a project does for a topic', () => {
  it.each<[string, string, Partial<MatrixProject>, ReturnType<typeof cellOf>]>([
    ['nothing, where it does not name it', 'dns', {}, null],
    ['nothing, where there is no such topic', 'css', {}, null],
    ['shows it', 'http', {}, 'shown'],
    ['confirms it', 'http', { met }, 'confirmed'],
    ['confirms it by its skill', 'http', { met: { covers: [], skills: ['http'] } }, 'confirmed'],
    ['shows it, where another is confirmed', 'http', { met: { ...met, covers: [] } }, 'shown'],
    ['names it, while it is built', 'http', { build: 'building', met }, 'covers'],
    ['names it, without a link', 'http', { repoUrl: null, met }, 'covers'],
  ])('%s', (_, topicId, more, cell) => expect(cellOf(roadmap, done, topicId, project(['http'], more))).toBe(cell));

  it('names what is not done yet', () => {
    expect(cellOf(roadmap, buildWay({}), 'http', project(['http'], { met }))).toBe('covers');
  });
});

describe('what to build next', () => {
  it('is what no project names, of what is on the way', () => {
    expect(emptyRows(roadmap, done, [])).toEqual(['http', 'dns', 'git']);
    expect(emptyRows(roadmap, done, [project(['http'], { build: 'idea' })])).toEqual(['dns', 'git']);
    expect(emptyRows(roadmap, buildWay({ dns: mark('skipped') }), [])).toEqual(['http', 'git']);
    const taken = { ...done, choices: { language: ['go'] } };
    expect(emptyRows(roadmap, taken, [])).toEqual(['http', 'dns', 'git', 'go']);
    expect(emptyRows(roadmap, done, [project([], { skills: ['dns'] })])).toEqual(['http', 'git']);
  });

  const proposed = (...given: Parameters<typeof proposeBrief>) => {
    const found = proposeBrief(...given);
    return found && [found.brief.id, found.fills, found.learned];
  };

  it('is the brief that fills most of it, then what is learned, then what is short', () => {
    expect(proposed(roadmap, done, [])).toEqual(['two', ['http', 'dns'], ['http']]);
    expect(proposed(roadmap, buildWay({}), [])).toEqual(['three', ['dns', 'git'], []]);
    expect(proposed(roadmap, done, [project(['dns'])])?.[0]).toBe('one');
    expect(proposed(roadmap, buildWay({ git: mark('done') }), [project(['dns'])])).toEqual(['three', ['git'], ['git']]);
  });

  it('is no brief that is answered already, and none that fills nothing', () => {
    expect(proposed(roadmap, done, [project([], { briefId: 'two' })])?.[0]).toBe('three');
    expect(proposed(roadmap, done, [project(['http', 'dns', 'git'])])).toBeNull();
  });
});
