import { expect, it } from 'vitest';
import { judgeRoster, mostRosterLines, partsOf, readCell, readRoster, rosterPartLines } from './rosters.rules.js';

const line = (row: number, name: string, email: string) => ({ row, name, email });

it.each([
  [
    'name first',
    [
      ['Name', 'Email'],
      ['Ada', 'ada@example.org'],
    ],
  ],
  [
    'address first, in another case',
    [
      ['E-MAIL', 'NAME'],
      ['ada@example.org', 'Ada'],
    ],
  ],
  [
    'with a byte order mark and blanks',
    [
      ['\ufeff name ', ' E-Mail Address'],
      [' Ada ', ' ada@example.org '],
    ],
  ],
  [
    'with other columns',
    [
      ['id', 'email', 'group', 'full_name'],
      ['7', 'ada@example.org', 'b', 'Ada'],
    ],
  ],
])('reads a header: %s', (_name, table) => {
  expect(readRoster(table)).toEqual({ lines: [line(2, 'Ada', 'ada@example.org')] });
});

it('reads a list without a header by its first address, and leaves empty lines out', () => {
  const table = [['Ada', 'ada@example.org'], ['', ' '], ['Bo', 'not an address'], ['Cy']];
  expect(readRoster(table)).toEqual({
    lines: [line(1, 'Ada', 'ada@example.org'), line(3, 'Bo', 'not an address'), line(4, 'Cy', '')],
  });
  expect(readRoster([['ada@example.org']])).toEqual({ lines: [line(1, '', 'ada@example.org')] });
});

it('says what is wrong with the whole', () => {
  expect(readRoster([])).toEqual({ wrong: 'empty' });
  expect(readRoster([['Name', 'Email']])).toEqual({ wrong: 'empty' });
  expect(
    readRoster([
      ['Name', 'Phone'],
      ['Ada', '7'],
    ]),
  ).toEqual({ wrong: 'no-email' });
  const most = Array.from({ length: mostRosterLines }, (_, i) => [`m${i}@example.org`]);
  expect(readRoster(most)).toHaveProperty('lines');
  expect(readRoster([...most, ['one@example.org']])).toEqual({ wrong: 'too-long' });
});

it.each([
  ["'=HYPERLINK(1)", '=HYPERLINK(1)'],
  ["''+1", '+1'],
  ["'@ada", '@ada'],
  ["'t Hooft", "'t Hooft"],
  ["O'Neill", "O'Neill"],
])('takes off what guards a spreadsheet from a formula, and nothing else: %s', (cell, text) => {
  expect(readCell(cell)).toBe(text);
});

it('judges the whole file of what was said part by part', () => {
  const lines = ['a@x.org', 'b@x.org', 'A@X.org', 'no', 'c@x.org', 'd@x.org', 'e@x.org'].map((email) => ({ email }));
  const results = ['invite', 'in-cohort', 'invite', 'not-an-address', 'invited', 'invite', 'invite'] as const;
  expect(judgeRoster(lines, results, 2)).toEqual([
    ...['invite', 'in-cohort', 'twice', 'not-an-address', 'invited', 'invite', 'beyond-limit'],
  ]);
});

it('cuts it into parts that the server takes', () => {
  const lines = Array.from({ length: 2 * rosterPartLines + 1 }, (_, i) => i);
  expect(partsOf(lines).map((part) => part.length)).toEqual([rosterPartLines, rosterPartLines, 1]);
  expect(partsOf(lines).flat()).toEqual(lines);
  expect(partsOf([])).toEqual([]);
});
