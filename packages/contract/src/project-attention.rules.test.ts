import { describe, expect, it } from 'vitest';
import { addDays } from './days.rules.js';
import { defaultPlan } from './forecast.rules.js';
import { attentionDue, pausesOf } from './mentoring.rules.js';
import type { Pause } from './progress.js';
import { deadLink, type ProjectFacts, projectAttention, unansweredChanges } from './project-attention.rules.js';

const project = { id: '0'.repeat(24), title: 'Link shortener' };
const nothing: ProjectFacts = { project, changesSince: null, graceEnded: null };
const asked = { ...nothing, changesSince: '2026-11-01' };
const dead = { ...nothing, graceEnded: '2026-11-08' };
const learner = (more: { pauses?: Pause[]; hoursLeft?: number; startedOn?: string } = {}) => {
  const { pauses = [], hoursLeft = 40, startedOn = '2026-08-01' } = more;
  return { plan: { ...defaultPlan, pauses }, hoursLeft, startedOn };
};
/** What is due on a day. */
const dueOn = (day: string, facts: ProjectFacts, more: Parameters<typeof learner>[0] = {}) =>
  attentionDue(projectAttention(learner(more), [facts]), day, more.pauses).map(({ reason }) => reason);

describe('changes that nobody answers', () => {
  it('need attention after seven days, and name the project', () => {
    expect(unansweredChanges(asked, pausesOf(learner()))).toEqual([
      { reason: 'unanswered-changes', since: '2026-11-08', topicId: null, project },
    ]);
    expect(dueOn('2026-11-07', asked)).toEqual([]);
    expect(dueOn('2026-11-08', asked)).toEqual(['unanswered-changes']);
  });

  it('end when it is not the learner’s turn any more, and begin anew with the next changes', () => {
    expect(dueOn('2026-12-01', { ...asked, changesSince: null })).toEqual([]);
    const again = { ...asked, changesSince: '2026-11-20' };
    expect(dueOn('2026-11-26', again)).toEqual([]);
    expect(dueOn('2026-11-27', again)).toEqual(['unanswered-changes']);
  });

  it('do not count the days of a pause', () => {
    const pauses = [{ from: '2026-11-03', to: '2026-11-05' }];
    expect(dueOn('2026-11-10', asked, { pauses })).toEqual([]);
    expect(dueOn('2026-11-11', asked, { pauses })).toEqual(['unanswered-changes']);
  });
});

describe('a dead link', () => {
  it('needs attention from the day on which its grace is over', () => {
    expect(deadLink(dead)).toEqual([{ reason: 'dead-link', since: '2026-11-08', topicId: null, project }]);
    expect(dueOn('2026-11-07', dead)).toEqual([]);
    expect(dueOn('2026-11-08', dead)).toEqual(['dead-link']);
  });

  it('ends with another address, or when the old one answers: none has lost its grace then', () => {
    expect(deadLink(nothing)).toEqual([]);
    expect(dueOn('2026-12-01', nothing)).toEqual([]);
  });
});

describe.each([
  ['unanswered changes', asked],
  ['a dead link', dead],
])('like all attention, %s', (_name, facts) => {
  it('wait until somebody has followed for two weeks', () => {
    const startedOn = '2026-10-31';
    expect(dueOn('2026-11-13', facts, { startedOn })).toEqual([]);
    expect(dueOn('2026-11-14', facts, { startedOn })).toHaveLength(1);
  });

  it('leave alone who pauses, until they go on', () => {
    const pauses = [{ from: '2026-11-07', to: '2026-11-20' }];
    for (let day = '2026-11-07'; day <= '2026-11-20'; day = addDays(day, 1))
      expect(dueOn(day, facts, { pauses })).toEqual([]);
    expect(dueOn('2026-11-22', facts, { pauses })).toHaveLength(1);
    expect(dueOn('2027-03-01', facts, { pauses: [{ from: '2026-11-07', to: null }] })).toEqual([]);
  });

  it('leave alone who is finished', () => {
    expect(dueOn('2026-12-01', facts, { hoursLeft: 0 })).toEqual([]);
    expect(dueOn('2026-12-01', facts, { hoursLeft: 1 })).toHaveLength(1);
  });
});

it('keeps each project to lines of its own, the oldest first', () => {
  const other = { id: '1'.repeat(24), title: 'Chat' };
  const found = projectAttention(learner(), [
    { ...asked, graceEnded: '2026-11-10' },
    { project: other, changesSince: null, graceEnded: '2026-11-02' },
  ]);
  expect(found.map(({ since, reason, project: about }) => [since, reason, about?.title])).toEqual([
    ['2026-11-02', 'dead-link', 'Chat'],
    ['2026-11-08', 'unanswered-changes', 'Link shortener'],
    ['2026-11-10', 'dead-link', 'Link shortener'],
  ]);
});
