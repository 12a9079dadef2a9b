import { expect, it } from 'vitest';
import { namesTogether, reopenableSince, reopenUntil, suggestionIssues } from './talk.rules.js';

const now = new Date('2040-01-10T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

it('lets a request be opened again for a week, and no longer', () => {
  expect(reopenUntil(null, now)).toBeNull();
  expect(reopenUntil(daysAgo(0), now)).toEqual(daysAgo(-7));
  expect(reopenUntil(daysAgo(6), now)).toEqual(daysAgo(-1));
  expect(reopenUntil(daysAgo(7), now)).toBeNull();
  expect(reopenableSince(now)).toEqual(daysAgo(7));
});

it.each([
  [{ kind: 'link', url: 'https://example.org/', words: '' }, []],
  [{ kind: 'link', url: null, words: 'Look' }, ['url']],
  [{ kind: 'next', url: null, words: '' }, []],
  [{ kind: 'next', url: 'https://example.org/', words: '' }, ['url']],
  [{ kind: 'words', url: null, words: 'Rest a day' }, []],
  [{ kind: 'words', url: null, words: '' }, ['words']],
] as const)('of %j it says beside which field something is wrong', (suggestion, paths) => {
  expect(suggestionIssues(suggestion).map(({ path }) => path)).toEqual(paths);
});

it.each([
  [[], ''],
  [['Mira'], 'Mira'],
  [['Mira', 'Tom'], 'Mira and Tom'],
  [['Mira', 'Tom', 'Ada'], 'Mira, Tom and Ada'],
  [['Mira', 'Tom', 'Ada', 'Bo'], 'Mira, Tom and 2 others'],
])('names %j as a sentence does', (names, text) => {
  expect(namesTogether(names)).toBe(text);
});
