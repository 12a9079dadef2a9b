import { expect, it } from 'vitest';
import type { Digest, ReviewNews } from './notifications.js';
import { concernedBy, letterDueAt, nextMorning, nextNudgeAt, nudgeDue, tellingOf } from './notifications.rules.js';
import { ReviewActKind } from './reviews.js';

const utc = (text: string) => new Date(`${text}:00Z`);

it.each<[ReviewNews, string]>([
  ['requested', 'asked'],
  ['ask', 'asked'],
  ['claim', 'learner'],
  ['release', 'learner asked'],
  ['lapse', 'learner holder asked'],
  ['approve', 'learner'],
  ['request-changes', 'learner'],
  ['comment', 'learner'],
  ['withdraw', 'holder'],
  ['thank', 'holder'],
  ['park', 'learner holder'],
  ['said', 'learner holder'],
  ['dead-link', 'learner'],
])('%s is told to: %s', (kind, whom) => {
  for (const after of [
    { ballWith: 'mentor', claim: {} },
    { ballWith: null, claim: null },
  ] as const)
    expect(concernedBy(kind, after)).toEqual(whom.split(' '));
});

it.each<ReviewNews>(['pass', 'resubmit', 'reopen', 'nudge'])('%s is told to whoever must act', (kind) => {
  expect(concernedBy(kind, { ballWith: 'learner', claim: {} })).toEqual(['learner']);
  expect(concernedBy(kind, { ballWith: 'mentor', claim: {} })).toEqual(['holder']);
  expect(concernedBy(kind, { ballWith: 'mentor', claim: null })).toEqual(['asked']);
  expect(concernedBy(kind, { ballWith: null, claim: null })).toEqual([]);
});

it('tells of every act but renewing, as which claiming one’s own counts', () => {
  const silent = ReviewActKind.options.filter((kind) => tellingOf(kind, false) === null);
  expect(silent).toEqual(['renew']);
  expect([tellingOf('claim', true), tellingOf('claim', false)]).toEqual([null, 'claim']);
});

it.each([
  [0, null, 3],
  [2.99, null, 3],
  [3, 3, 7],
  [6.99, 3, 7],
  [7, 7, 14],
  // Nothing ran meanwhile: what was left out is not made up for.
  [10, 7, 14],
  [14, 14, null],
  [400, 14, null],
])('after %f days the reminder is that of %j, and the next comes after %j', (days, due, next) => {
  const since = utc('2040-01-01T10:00');
  const at = (count: number) => new Date(since.getTime() + count * 86_400_000);
  expect(nudgeDue(since, at(days))).toBe(due);
  expect(nextNudgeAt(since, at(days))).toEqual(next === null ? null : at(next));
});

it.each([
  ['UTC', '2040-01-02T07:59', '2040-01-02T08:00'],
  ['UTC', '2040-01-02T08:00', '2040-01-03T08:00'],
  ['Asia/Kolkata', '2040-01-02T10:00', '2040-01-03T02:30'],
  ['America/Los_Angeles', '2040-01-02T23:00', '2040-01-03T16:00'],
  // The clocks go forward, and back, in the night before.
  ['Europe/Berlin', '2026-03-28T20:00', '2026-03-29T06:00'],
  ['Europe/Berlin', '2026-10-24T20:00', '2026-10-25T07:00'],
])('the morning after is in %s after %s: %s', (zone, now, morning) => {
  expect(nextMorning(zone, utc(now))).toEqual(utc(morning));
});

it('takes the morning to begin on the minute', () => {
  expect(nextMorning('UTC', new Date('2040-01-02T10:30:41.500Z'))).toEqual(utc('2040-01-03T08:00'));
  expect(nextMorning('UTC', new Date('2040-01-02T07:59:59.999Z'))).toEqual(utc('2040-01-02T08:00'));
});

it.each<[Digest, string | null]>([
  ['at-once', '2040-01-02T10:30'],
  ['hourly', '2040-01-02T11:30'],
  ['daily', '2040-01-03T08:00'],
  ['off', null],
])('a letter to who wants them %s is due at %s', (digest, due) => {
  expect(letterDueAt(digest, 'UTC', utc('2040-01-02T10:30'))).toEqual(due && utc(due));
});
