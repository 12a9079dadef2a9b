import { describe, expect, it } from 'vitest';
import { extended, noSelection, onlyShown, type Selection, toggled, unanchored, withAll } from './selection';

const order = ['a', 'b', 'c', 'd', 'e', 'f'];
const ids = ({ ids: selected }: Selection) => [...selected].toSorted();

describe('a range', () => {
  it('goes from the topic last taken to the one pressed, in either direction', () => {
    expect(ids(extended(toggled(noSelection, 'b'), order, 'd'))).toEqual(['b', 'c', 'd']);
    expect(ids(extended(toggled(noSelection, 'd'), order, 'b'))).toEqual(['b', 'c', 'd']);
  });

  it('lets go of what its end moves back over, and of nothing else', () => {
    const apart = toggled(toggled(noSelection, 'f'), 'b');
    const grown = extended(apart, order, 'd');
    expect(ids(grown)).toEqual(['b', 'c', 'd', 'f']);
    expect(ids(extended(grown, order, 'c'))).toEqual(['b', 'c', 'f']);
  });

  it('begins anew where one moved on without selecting', () => {
    const first = extended(toggled(noSelection, 'a'), order, 'b');
    const moved = { ...unanchored(first), anchor: 'e' };
    expect(ids(extended(moved, order, 'f'))).toEqual(['a', 'b', 'e', 'f']);
  });

  it('stays as it is where its end is not on the map', () => {
    const before = toggled(noSelection, 'a');
    expect(extended(before, order, 'z')).toBe(before);
  });
});

describe('the selection', () => {
  it('takes a topic in and out', () => {
    expect(ids(toggled(toggled(noSelection, 'a'), 'b'))).toEqual(['a', 'b']);
    expect(ids(toggled(toggled(noSelection, 'a'), 'a'))).toEqual([]);
  });

  it('takes all, and with all of them in lets all go', () => {
    const some = toggled(noSelection, 'b');
    expect(ids(withAll(some, ['a', 'b', 'c']))).toEqual(['a', 'b', 'c']);
    expect(ids(withAll(withAll(some, ['a', 'b', 'c']), ['a', 'c']))).toEqual(['b']);
  });

  it('lets go of what is hidden', () => {
    const all = withAll(noSelection, order);
    expect(ids(onlyShown(all, new Set(['a', 'c'])))).toEqual(['a', 'c']);
    expect(onlyShown(all, new Set(order))).toBe(all);
  });
});
