import type { Meeting } from '@waymark/contract';
import { expect, it } from 'vitest';
import { lineOf, sheetOf } from './sheet.fixture';
import { addItem, addLine, agendaBody, moveLine, removeLine, tickLine } from './sheet-acts';

const sheet = sheetOf(['a', 'b', 'c'].map((id) => lineOf(id)));
const order = ({ agenda }: Meeting) => agenda.lines.map(({ id }) => id).join('');

it('moves a line before another or to the end, and nothing once either has gone', () => {
  expect(order(moveLine('c', 'a').apply(sheet))).toBe('cab');
  expect(order(moveLine('a', 'c').apply(sheet))).toBe('bac');
  expect(order(moveLine('a', null).apply(sheet))).toBe('bca');
  expect(order(moveLine('a', 'gone').apply(sheet))).toBe('abc');
  expect(order(moveLine('gone', 'a').apply(sheet))).toBe('abc');
});

it('does the same when it is done once more, as it is after the other was there first', () => {
  const all = [
    moveLine('c', 'a'),
    tickLine('b', true),
    removeLine(lineOf('a')),
    addLine('New', 'learner'),
    addItem({ who: 'mentor', what: 'Read', topicId: null, projectId: null, day: null, isDone: false }),
  ];
  for (const { apply } of all) expect(apply(apply(sheet))).toEqual(apply(sheet));
});

it('names to the server what the server has named, and a change that is taken away', () => {
  const added = addLine('New', 'mentor').apply(sheet);
  expect(agendaBody(added, undefined).lines.map(({ id }) => id)).toEqual(['a', 'b', 'c', undefined]);
  const change = { key: 'k' } as NonNullable<Meeting['agenda']['lines'][number]['change']>;
  expect([removeLine(lineOf('a')).removed, removeLine(lineOf('k', { change })).removed]).toEqual([undefined, 'k']);
});
