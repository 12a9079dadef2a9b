import { expect, it } from 'vitest';
import { keepView } from './keep-view';
import { smallEnrolment, smallRoadmap } from './small-way.fixture';
import { viewOf } from './way-view';

const before = viewOf(smallRoadmap, smallEnrolment({ http: { state: 'learning' } }));
const after = viewOf(smallRoadmap, smallEnrolment({ http: { state: 'learning' }, npm: { state: 'learning' } }));

it('keeps every node that one act did not change, and the stage in which nothing changed', () => {
  const kept = keepView(before, after);
  const changed = [...kept.nodes.values()].filter((node) => before.nodes.get(node.id) !== node).map(({ id }) => id);
  expect(changed.toSorted()).toEqual(['manager', 'npm']);
  expect(kept.stages[0]).toBe(before.stages[0]);
  expect(kept.stages[1]).not.toBe(before.stages[1]);
});

it('is the next view in every figure', () => {
  expect(keepView(before, after).stages).toEqual(after.stages);
  expect(keepView(null, after)).toBe(after);
});
