import { expect, it } from 'vitest';
import { countTopics, filterStages, noFilter } from './map-filter';
import { smallEnrolment, smallRoadmap } from './small-way.fixture';
import { visibleIds } from './use-map-keys';
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
  expect(countTopics(stages)).toBe(8);
});

it('hides what is done or skipped, and a fork once its place is filled', () => {
  expect(left({ hideDone: true })).toEqual(['extra', 'rest', 'manager', 'npm', 'pip']);
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
  expect(countTopics(filterStages(stages, { ...noFilter, mark: 'not_started' }))).toBe(4);
  expect(left({ mark: 'confirmed' })).toEqual([]);
});
