import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWalk, buildWay, mark, noon, smallRoadmap, today, withMark } from '../test/build-roadmap.js';
import { addDays, daysBetween } from './days.rules.js';
import { defaultPlan } from './forecast.rules.js';
import type { Consent } from './grants.js';
import { attentionDue, attentionFor, medianGap, mentorSeesProject } from './mentoring.rules.js';
import { summarise } from './progress.rules.js';
import type { Visibility } from './projects.js';

type Learner = Parameters<typeof attentionFor>[0];

/** Somebody on whom nothing is due: in step, active today, no target. */
function buildLearner(more: Partial<Learner> = {}): Learner {
  return { way: buildWay(), plan: defaultPlan, hoursLeft: 40, startedOn: '2026-08-01', activeDays: [today], ...more };
}
const learning = (day: string) => mark('learning', { updatedAt: noon(day) });
const dueOn = (day: string, more: Partial<Learner>) => attentionDue(attentionFor(buildLearner(more)), day);
const firstDue = (more: Partial<Learner>) => attentionFor(buildLearner({ activeDays: [], ...more }))[0];

describe('the median gap', () => {
  it.each<[string, string[], number | null]>([
    ['of nothing', [], null],
    ['of two gaps', ['2026-11-01', '2026-11-02', '2026-11-03'], null],
    ['of three', ['2026-11-01', '2026-11-02', '2026-11-12', '2026-11-15'], 3],
    [
      'of four lies between the two in the middle',
      ['2026-11-01', '2026-11-02', '2026-11-04', '2026-11-10', '2026-11-20'],
      4,
    ],
    ['is not moved by one long pause', ['2026-01-01', '2026-11-01', '2026-11-03', '2026-11-05'], 2],
  ])('%s', (_name, days, gap) => {
    expect(medianGap(days)).toBe(gap);
  });
});

describe('who needs attention', () => {
  it.each<[string, Partial<Learner>, { reason: string; since: string; topicId: string | null } | undefined]>([
    [
      'stuck: from fourteen days of learning on',
      { way: buildWay({ sql: learning('2026-11-01') }) },
      { reason: 'stuck', since: '2026-11-15', topicId: 'sql' },
    ],
    [
      'stuck: from fourteen days after the last thing that was done on it',
      { way: { ...buildWay({ sql: learning('2026-11-01') }), touched: { sql: noon('2026-11-10') } } },
      { reason: 'stuck', since: '2026-11-24', topicId: 'sql' },
    ],
    [
      'stuck: from the learning on, where something was done before it',
      { way: { ...buildWay({ sql: learning('2026-11-01') }), touched: { sql: noon('2026-10-10') } } },
      { reason: 'stuck', since: '2026-11-15', topicId: 'sql' },
    ],
    ['not stuck on what is done', { way: buildWay({ sql: mark('done') }) }, undefined],
    [
      'quiet: longer than seven days',
      { activeDays: ['2026-11-01'] },
      { reason: 'quiet', since: '2026-11-09', topicId: null },
    ],
    [
      'quiet: longer than twice the usual gap',
      { activeDays: ['2026-10-02', '2026-10-12', '2026-10-22', '2026-11-01'] },
      { reason: 'quiet', since: '2026-11-22', topicId: null },
    ],
    [
      'behind: 40 hours at 6 a week are 47 days',
      { plan: { ...defaultPlan, targetDate: '2026-12-31' } },
      { reason: 'behind-target', since: '2026-11-15', topicId: null },
    ],
    [
      'a target long past counts from the day that it could not be kept',
      { plan: { ...defaultPlan, targetDate: '2026-10-31' } },
      { reason: 'behind-target', since: '2026-09-15', topicId: null },
    ],
    ['no target, no day, nothing in learning: no data, no reason', {}, undefined],
  ])('%s', (_name, more, expected) => {
    expect(firstDue(more)).toEqual(expected);
  });

  it('not on the day before', () => {
    const more = { way: buildWay({ sql: learning('2026-11-08') }), activeDays: ['2026-11-14'] };
    expect(dueOn('2026-11-21', more)).toEqual([]);
    expect(dueOn('2026-11-22', more).map(({ reason }) => reason)).toEqual(['quiet', 'stuck']);
  });

  it('keeps each to one line of its own, the oldest first', () => {
    const way = buildWay({ sql: learning('2026-10-01'), http: learning('2026-09-01') });
    const found = dueOn(today, { way, activeDays: ['2026-10-01'] });
    expect(found).toEqual([
      { reason: 'stuck', since: '2026-09-15', topicId: 'http' },
      { reason: 'quiet', since: '2026-10-09', topicId: null },
      { reason: 'stuck', since: '2026-10-15', topicId: 'sql' },
    ]);
  });

  it('leaves out options that are not taken any more, given the roadmap', () => {
    const way = buildWay({ go: learning('2026-10-01') }, { language: ['python'] });
    expect(firstDue({ roadmap: smallRoadmap, way })).toBeUndefined();
    expect(firstDue({ roadmap: smallRoadmap, way: { ...way, choices: { language: ['go'] } } })?.topicId).toBe('go');
  });
});

describe('the laws of attention', () => {
  const anyLearner = fc
    .record({
      walk: anyWalk,
      startedDaysAgo: fc.integer({ min: 0, max: 120 }),
      active: fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 20 }),
      target: fc.option(fc.integer({ min: -60, max: 400 })),
      hoursPerWeek: fc.integer({ min: 1, max: 80 }),
    })
    .map(({ walk, startedDaysAgo, active, target, hoursPerWeek }) => ({
      roadmap: walk.roadmap,
      way: walk.way,
      plan: { ...defaultPlan, hoursPerWeek, targetDate: target === null ? null : addDays(today, target) },
      hoursLeft: summarise(walk.roadmap, walk.way).hoursLeft,
      startedOn: addDays(today, -startedDaysAgo),
      activeDays: active.map((ago) => addDays(today, -ago)).sort(),
    }));
  const holds = (law: (learner: Learner & { roadmap: NonNullable<Learner['roadmap']> }) => void) =>
    fc.assert(fc.property(anyLearner, law), { numRuns: 100 });

  it('never before fourteen days of following', () => {
    holds((learner) => {
      for (const { since } of attentionFor(learner))
        expect(daysBetween(learner.startedOn, since)).toBeGreaterThanOrEqual(14);
    });
  });

  it('never for the finished', () => {
    holds((learner) => {
      const choices = Object.fromEntries(learner.roadmap.choices.map((choice) => [choice.id, choice.options]));
      const way = learner.roadmap.topics.reduce((all, { id }) => withMark(all, id, 'done'), {
        ...learner.way,
        choices,
      });
      const { hoursLeft } = summarise(learner.roadmap, way);
      if (hoursLeft === 0) expect(attentionFor({ ...learner, way, hoursLeft })).toEqual([]);
      expect(attentionFor({ ...learner, hoursLeft: 0 })).toEqual([]);
    });
  });

  it('is the same for the same facts in any order, and only grows as days pass', () => {
    holds((learner) => {
      const found = attentionFor(learner);
      const topics = Object.fromEntries(Object.entries(learner.way.topics).reverse());
      expect(attentionFor({ ...learner, way: { ...learner.way, topics } })).toEqual(found);
      for (let ago = 30; ago >= -30; ago -= 10) {
        const earlier = attentionDue(found, addDays(today, -ago));
        const later = attentionDue(found, addDays(today, 1 - ago));
        expect(later.slice(0, earlier.length)).toEqual(earlier);
        expect(later.every((each) => each.since <= addDays(today, 1 - ago))).toBe(true);
      }
    });
  });

  it('more hours a week never make somebody late earlier', () => {
    holds((learner) => {
      const lateFrom = (hoursPerWeek: number) =>
        attentionFor({ ...learner, plan: { ...learner.plan, hoursPerWeek } }).find(
          (each) => each.reason === 'behind-target',
        )?.since ?? '';
      expect(lateFrom(40) >= lateFrom(20)).toBe(true);
    });
  });
});

describe('what a mentor sees of projects', () => {
  const consent = (projects: boolean): Consent => ({ progress: true, activity: true, notes: true, projects });
  it.each<[Visibility, boolean, boolean]>([
    ['private', true, false],
    ['private', false, false],
    ['mentors', true, true],
    ['mentors', false, false],
    ['unlisted', true, true],
    ['public', true, true],
    ['public', false, false],
  ])('%s, consented %s: %s', (visibility, projects, sees) => {
    expect(mentorSeesProject({ visibility }, consent(projects))).toBe(sees);
  });
});
