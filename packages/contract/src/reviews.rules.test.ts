import { expect, it } from 'vitest';
import {
  claimHours,
  decideReview,
  dueByTime,
  parkAfterDays,
  promisedBy,
  type ReviewAct,
  type ReviewStanding,
  standingAfter,
  timeEvent,
} from './reviews.rules.js';

const learnerId = 'lea';
const hours = (count: number) => new Date(Date.UTC(2040, 0, 1) + count * 3_600_000);
const days = (count: number) => hours(24 * count);

/** What acts come to, one after the other, from a request at hour 0. */
function after(
  ...acts: readonly (readonly [kind: ReviewAct['kind'], actorId: string | null, at: Date, more?: Partial<ReviewAct>])[]
) {
  const event = {
    kind: 'requested',
    at: hours(0),
    actorId: learnerId,
    revision: 1,
    audience: { kind: 'pool' },
  } as const;
  return acts.reduce<ReviewStanding>(
    (before, [kind, actorId, at, more]) => {
      const decided = decideReview(before, { kind, actorId, at, ...more });
      if ('refused' in decided) throw new Error(decided.refused);
      return standingAfter(before, decided.event);
    },
    standingAfter(null, event),
  );
}

/** As time has made it. */
function settled(review: ReviewStanding, now: Date): ReviewStanding {
  const kind = dueByTime(review, now);
  return kind ? settled(standingAfter(review, timeEvent(review, kind, now)), now) : review;
}

it('keeps its place through claim, release and lapse', () => {
  const released = after(['claim', 'mia', hours(2)], ['release', 'mia', hours(5)]);
  expect(released).toMatchObject({
    state: 'requested',
    ballWith: 'mentor',
    ballSince: hours(0),
    claim: null,
    heldBy: 'mia',
  });
  const lapsed = settled(after(['claim', 'mia', hours(2)]), hours(2 + claimHours));
  expect(lapsed).toMatchObject({ state: 'requested', ballWith: 'mentor', ballSince: hours(0), claim: null });
});

it('lapses at the hour, not before, and not while the learner has the ball', () => {
  const claimed = after(['claim', 'mia', hours(2)]);
  expect(dueByTime(claimed, hours(2 + claimHours - 1))).toBeNull();
  expect(dueByTime(claimed, hours(2 + claimHours))).toBe('lapse');
  expect(dueByTime(after(['claim', 'mia', hours(2)], ['renew', 'mia', hours(50)]), hours(2 + claimHours))).toBeNull();
  const passed = after(['claim', 'mia', hours(2)], ['pass', 'mia', hours(3)]);
  expect(passed).toMatchObject({ ballWith: 'learner', ballSince: hours(3) });
  expect(dueByTime(passed, hours(3 + claimHours))).toBeNull();
  const back = after(['claim', 'mia', hours(2)], ['pass', 'mia', hours(3)], ['pass', learnerId, hours(100)]);
  expect(back).toMatchObject({ state: 'in_review', ballWith: 'mentor', ballSince: hours(100) });
  expect(back.claim?.until).toEqual(hours(100 + claimHours));
});

it('is parked after 28 idle days, and time alone is no act', () => {
  const idle = after(['claim', 'mia', hours(0)]);
  expect(settled(idle, days(parkAfterDays - 1)).state).toBe('requested');
  expect(settled(idle, days(parkAfterDays))).toMatchObject({
    state: 'parked',
    ballWith: null,
    parkedFrom: 'requested',
  });
  // A claim that lapsed meanwhile has made it no less idle.
  expect(settled(settled(idle, hours(claimHours)), days(parkAfterDays)).state).toBe('parked');
  const changes = after(['claim', 'mia', hours(1)], ['request-changes', 'mia', hours(2)]);
  const parked = settled(changes, days(40));
  expect(parked).toMatchObject({ state: 'parked', parkedFrom: 'changes_requested' });
  expect(dueByTime(parked, days(400))).toBeNull();
  const reopened = standingAfter(parked, { kind: 'reopen', at: days(41), actorId: learnerId, revision: 1 });
  expect(reopened).toMatchObject({ state: 'changes_requested', ballWith: 'learner', ballSince: days(41) });
});

it('takes a verdict on the revision that was looked at alone', () => {
  const moved = after(['claim', 'mia', hours(1)], ['resubmit', learnerId, hours(2)]);
  expect(moved).toMatchObject({ state: 'in_review', revision: 2, claim: { mentorId: 'mia', revision: 1 } });
  const verdict = { kind: 'approve', actorId: 'mia', at: hours(3) } as const;
  expect(decideReview(moved, verdict)).toEqual({ refused: 'revision-passed' });
  expect(decideReview(moved, { ...verdict, revision: 1 })).toEqual({ refused: 'revision-passed' });
  expect(decideReview(moved, { ...verdict, revision: 2 })).toMatchObject({ event: { kind: 'approve', revision: 2 } });
});

it('goes round again after changes were requested', () => {
  const again = after(
    ['claim', 'mia', hours(1)],
    ['request-changes', 'mia', hours(2)],
    ['resubmit', learnerId, hours(9)],
  );
  expect(again).toMatchObject({
    state: 'requested',
    revision: 2,
    ballWith: 'mentor',
    ballSince: hours(9),
    heldBy: 'mia',
  });
});

it('lets the learner ask somebody else once what was promised is over', () => {
  const waiting = after();
  const ask = {
    kind: 'ask',
    actorId: learnerId,
    audience: { kind: 'mentors' },
    promiseDays: 5,
  } as const;
  expect(promisedBy(waiting, 5)).toEqual(days(5));
  expect(promisedBy(waiting, null)).toEqual(days(7));
  expect(decideReview(waiting, { ...ask, at: hours(5 * 24 - 1) })).toEqual({ refused: 'promise-holds' });
  const decided = decideReview(waiting, { ...ask, at: days(5) });
  if (!('event' in decided)) throw new Error(decided.refused);
  expect(standingAfter(waiting, decided.event)).toMatchObject({ audience: { kind: 'mentors' }, ballSince: hours(0) });
  const passed = after(['claim', 'mia', hours(2)], ['pass', 'mia', hours(3)]);
  expect(decideReview(passed, { ...ask, at: days(20) })).toEqual({ refused: 'not-your-turn' });
});

it('takes thanks once for each verdict', () => {
  const thanked = after(
    ['claim', 'mia', hours(1)],
    ['request-changes', 'mia', hours(2)],
    ['thank', learnerId, hours(3)],
  );
  const again = { kind: 'thank', actorId: learnerId, at: hours(4) } as const;
  expect(decideReview(thanked, again)).toEqual({ refused: 'not-your-turn' });
  const round = [
    ['pass', learnerId, hours(5)],
    ['claim', 'mia', hours(6)],
    ['approve', 'mia', hours(7)],
  ] as const;
  const next = after(
    ['claim', 'mia', hours(1)],
    ['request-changes', 'mia', hours(2)],
    ['thank', learnerId, hours(3)],
    ...round,
  );
  expect(decideReview(next, again)).toMatchObject({ event: { kind: 'thank' } });
});
