import { expect, it } from 'vitest';
import type { Member } from '../../../test/build.js';
import { signInAgain } from '../../../test/build.js';
import { lettersTo } from '../../../test/letters.js';
import { approval, asked, at, seen } from '../../../test/reviewing.js';
import { day, hour, startApp } from '../../../test/start.js';
import { Job } from '../../jobs/jobs.model.js';
import { Account } from '../accounts/accounts.model.js';
import { settleDue } from '../reviews/keep-reviewing.js';
import { adoptReviews, notifyDue } from './keep-notifying.js';
import { Notification } from './notifications.model.js';

const app = await startApp();

/** For how many days the last that a member did not read reminds them, and how often it counts. */
async function reminder({ id }: Member) {
  const told = await Notification.findOne({ memberId: id, isUnread: true }).lean();
  return told?.kind === 'nudge' ? { days: told.days, count: told.count } : null;
}

/** A day at a time, some processes looking all the while: when each was reminded. */
async function remindedOn(member: Member, days: number): Promise<number[]> {
  const found: number[] = [];
  for (let i = 1; i <= days; i += 1) {
    app.advance(day);
    await settleDue(app.deps, app.now());
    const before = (await reminder(member))?.count ?? 0;
    await Promise.all(Array.from({ length: 4 }, () => notifyDue(app.deps)));
    const after = (await reminder(member))?.count ?? 0;
    if (after > before) found.push(i);
    expect(after - before).toBeLessThanOrEqual(before === 0 ? 99 : 1);
  }
  return found;
}

it('reminds who is asked after 3, 7 and 14 days, each time once, and then lets them be', async () => {
  const { mentor, learner } = await asked(app);
  expect(await remindedOn(mentor, 20)).toEqual([3, 7, 14]);
  expect(await reminder(mentor)).toEqual({ days: 14, count: 4 });
  expect(await reminder(learner)).toBeNull();
});

it('writes to them each time, though they did not read the letter before', async () => {
  const { mentor } = await asked(app);
  await Account.updateOne({ _id: mentor.id }, { $set: { verifiedAt: app.now(), digest: 'at-once' } });
  await notifyDue(app.deps);
  await remindedOn(mentor, 15);
  const subjects = (await lettersTo(app, mentor.email)).flatMap(({ kind, subject }) =>
    kind === 'digest' ? subject : [],
  );
  expect(subjects).toEqual([
    'Link shortener (Backend Developer): Lea Learner asks for a review',
    'Link shortener (Backend Developer): Lea Learner has waited for a review for 3 days',
    'Link shortener (Backend Developer): Lea Learner has waited for a review for 7 days',
    'Link shortener (Backend Developer): Lea Learner has waited for a review for 14 days',
  ]);
});

it('reminds the learner once the ball is theirs, and counts from then', async () => {
  const { mentor, learner, review } = await asked(app);
  await remindedOn(mentor, 2);
  const again = await signInAgain(mentor);
  await again.ok('claimReview', at(review.id));
  await again.ok('giveVerdict', { ...at(review.id), body: { ...approval([]), decision: 'changes_requested' } });
  expect(await remindedOn(learner, 8)).toEqual([3, 7]);
  expect(await reminder(mentor)).toBeNull();
});

it('reminds of nothing that is closed, parked or gone', async () => {
  const { mentor, learner, mine, review } = await asked(app);
  await learner.ok('withdrawReview', seen(review));
  expect(await remindedOn(mentor, 4)).toEqual([]);
  expect(await Job.countDocuments({ _id: `nudge:${review.id}` })).toBe(0);
  const fresh = await signInAgain(learner);
  const next = await fresh.ok('askForReview', { params: { id: mine.id }, body: { question: 'And now?' } });
  await Job.updateOne({ _id: `nudge:${next.id}` }, { $set: { dueAt: new Date(app.now().getTime() + 30 * day) } });
  // Nothing ran for a month: it is parked by then, and nobody is reminded.
  app.advance(30 * day);
  expect(await notifyDue(app.deps)).toBeGreaterThan(0);
  expect((await (await signInAgain(learner)).ok('readReview', at(next.id))).state).toBe('parked');
  expect(await reminder(mentor)).toBeNull();
  expect(await reminder(learner)).toBeNull();
});

it('takes up reviews that were open before there were reminders', async () => {
  const { mentor } = await asked(app);
  await Job.deleteMany({});
  app.advance(3 * day + hour);
  await Promise.all([adoptReviews(app.now()), adoptReviews(app.now())]);
  expect(await adoptReviews(app.now())).toBe(0);
  await notifyDue(app.deps);
  expect(await reminder(mentor)).toEqual({ days: 3, count: 2 });
});
