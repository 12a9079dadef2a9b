import { expect, it } from 'vitest';
import { joinAnswers, splitFile } from './split-file';

const act = (at: string, words = '') => ({ id: at, at, words });

it('sends projects before acts, and acts before ways', () => {
  const lists = { enrolments: [1], activity: [act('b'), act('a')], projects: [2] };
  expect(splitFile({ lists })).toEqual([
    { part: 'projects', items: [2] },
    { part: 'activity', items: [act('a'), act('b')] },
    { part: 'enrolments', items: [1] },
  ]);
});

it.each([
  ['small ones', Array.from({ length: 60 }, (_, place) => place)],
  ['large ones', Array.from({ length: 60 }, () => 120_000)],
  ['of both', Array.from({ length: 60 }, (_, place) => (place % 7) * 17_000)],
  ['one as large as can be', [740_000]],
])('keeps each piece below what the API takes, and loses nothing: %s', (_, sizes) => {
  const projects = sizes.map((length, id) => ({ id, writeUp: 'ä'.repeat(length) }));
  const pieces = splitFile({ lists: { projects } });
  expect(pieces.flatMap(({ items }) => items)).toEqual(projects);
  for (const piece of pieces) expect(new TextEncoder().encode(JSON.stringify(piece)).length).toBeLessThan(1_600_000);
});

it('keeps each piece to what one transaction can do', () => {
  expect(splitFile({ lists: { projects: Array.from({ length: 401 }, () => 0) } })).toHaveLength(3);
});

it('never parts acts of one moment', () => {
  const activity = Array.from({ length: 1700 }, (_, place) => act(String(Math.floor(place / 3)).padStart(4, '0')));
  const pieces = splitFile({ lists: { activity } });
  expect(pieces.length).toBeGreaterThan(1);
  const moments = pieces.map(({ items }) => new Set(items.map((item) => (item as { at: string }).at)));
  for (const [place, own] of moments.entries()) {
    for (const at of moments[place + 1] ?? []) expect(own.has(at)).toBe(false);
  }
});

it('sums what the pieces of a part were answered', () => {
  const answer = (added: number) => ({ part: 'activity' as const, counts: { added, same: 1 }, items: [added] });
  expect(joinAnswers([answer(1), { ...answer(5), part: 'projects' as const }, answer(2)])).toEqual([
    { part: 'projects', counts: { added: 5, same: 1 }, items: [5] },
    { part: 'activity', counts: { added: 3, same: 2 }, items: [1, 2] },
  ]);
});
