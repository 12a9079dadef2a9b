import { expect, it } from 'vitest';
import { isSameFilter, readFilter, writeFilter } from './filter-address';
import { type MapFilter, noFilter } from './map-filter';

const marks = [null, 'not_started', 'learning', 'learned', 'shown', 'confirmed', 'skipped'] as const;
const needs = [null, 'core', 'optional', 'option'] as const;
const every = [false, true].flatMap((hideDone) =>
  [false, true].flatMap((hideSkipped) =>
    marks.flatMap((mark) => needs.map((need): MapFilter => ({ text: '', hideDone, hideSkipped, mark, need }))),
  ),
);

it('comes back from the address as it went in, each of its settings with each', () => {
  expect(every).toHaveLength(112);
  for (const filter of every) expect(readFilter(writeFilter('', filter))).toEqual(filter);
});

it.each(['rest', 'a b', '100 %', 'C++ & C#', '?q=x', 'größe', 'a,b', '“quoted”'])('keeps the words %s', (text) => {
  expect(readFilter(writeFilter('', { ...noFilter, text })).text).toBe(text);
});

it('leaves no trace when it hides nothing, and leaves alone what else the address says', () => {
  expect(writeFilter('?q=old&mark=done&hide=done', noFilter)).toBe('');
  expect(writeFilter('?roadmap=backend', { ...noFilter, hideDone: true, hideSkipped: true })).toBe(
    '?roadmap=backend&hide=done,skipped',
  );
});

it.each(['?mark=toString', '?mark=finished', '?need=all', '?hide=nothing', '?q='])(
  'ignores what it does not know: %s',
  (search) => {
    expect(readFilter(search)).toEqual(noFilter);
  },
);

it('tells one filter from another', () => {
  expect(isSameFilter(noFilter, { ...noFilter })).toBe(true);
  expect(isSameFilter(noFilter, { ...noFilter, need: 'core' })).toBe(false);
});
