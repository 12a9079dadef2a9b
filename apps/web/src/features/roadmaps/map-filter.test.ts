import { expect, it } from 'vitest';
import { filterStages, noFilter, topicsIn } from './map-filter';
import { smallEnrolment, smallRoadmap } from './small-way.fixture';
import { visibleIds } from './visible-ids';
import { viewOf } from './way-view';

const done = { state: 'done', proof: 'learned' } as const;

const enrolment = smallEnrolment(
  { http: done, dns: { state: 'skipped' }, node: { state: 'done', proof: 'shown' }, python: { state: 'learning' } },
  { language: ['node'] },
);
const { stages } = viewOf(smallRoadmap, enrolment);
const left = (filter: Partial<typeof noFilter>) => visibleIds(filterStages(stages, { ...noFilter, ...filter }));

it('shows everything unless asked', () => {
  expect(left({})).toEqual(['http', 'dns', 'extra', 'language', 'node', 'python', 'rest', 'manager', 'npm', 'pip']);
  expect(topicsIn(stages)).toHaveLength(8);
});

it('hides what is done, and a fork once its place is filled with it', () => {
  expect(left({ hideDone: true })).toEqual(['dns', 'extra', 'rest', 'manager', 'npm', 'pip']);
});

it('hides what is skipped, and a fork that was skipped whole', () => {
  expect(left({ hideSkipped: true })).not.toContain('dns');
  expect(left({ hideSkipped: true })).toContain('http');
  const without = smallEnrolment({ npm: { state: 'skipped' }, pip: { state: 'skipped' } });
  const shown = visibleIds(filterStages(viewOf(smallRoadmap, without).stages, { ...noFilter, hideSkipped: true }));
  expect(shown).not.toContain('manager');
  expect(shown).toContain('language');
});

it('hides both at once', () => {
  expect(left({ hideDone: true, hideSkipped: true })).toEqual(['extra', 'rest', 'manager', 'npm', 'pip']);
});

it('hides a way that is done of a fork that is still open', () => {
  const undecided = smallEnrolment({ node: { state: 'done', proof: 'learned' } });
  const shown = filterStages(viewOf(smallRoadmap, undecided).stages, { ...noFilter, hideDone: true });
  expect(visibleIds(shown)).toEqual(expect.arrayContaining(['language', 'python']));
  expect(visibleIds(shown)).not.toContain('node');
});

it('shows what the roadmap asks for in one way', () => {
  expect(left({ need: 'core' })).toEqual(['http', 'dns', 'rest']);
  expect(left({ need: 'optional' })).toEqual(['extra']);
  expect(left({ need: 'option' })).toEqual(['language', 'node', 'python', 'manager', 'npm', 'pip']);
});

it('keeps a fork whose way is still being walked, with all its ways', () => {
  const walking = smallEnrolment({ node: { state: 'learning' } }, { language: ['node'] });
  const shown = filterStages(viewOf(smallRoadmap, walking).stages, { ...noFilter, hideDone: true });
  expect(visibleIds(shown)).toContain('python');
});

it('finds a topic by part of its title in any case, and drops empty stages', () => {
  expect(left({ text: ' Ht' })).toEqual(['http']);
  expect(filterStages(stages, { ...noFilter, text: 'http' })).toHaveLength(1);
});

it('finds one way of a fork, or the whole fork by its name', () => {
  expect(left({ text: 'pyth' })).toEqual(['language', 'python']);
  expect(left({ text: 'a lang' })).toEqual(['language', 'node', 'python']);
});

it('shows the topics of one mark, and counts them', () => {
  expect(left({ mark: 'shown' })).toEqual(['language', 'node']);
  expect(topicsIn(filterStages(stages, { ...noFilter, mark: 'not_started' }))).toHaveLength(4);
  expect(left({ mark: 'confirmed' })).toEqual([]);
});
