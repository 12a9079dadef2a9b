import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { exportLearners } from '../../src/features/mentoring/export-learners.js';
import { Grant } from '../../src/features/mentoring/grants.model.js';
import { everything, mentored } from '../build.js';
import { letterTo } from '../letters.js';
import { at } from '../reviewing.js';
import { startApp } from '../start.js';

const app = await startApp();
const rowsAtOnce = 200;

/** A mentor with so many learners that this one is on the second page of a file of them. */
async function onTheSecondPage() {
  const world = await mentored(app);
  const given = await Grant.findOne({ _id: world.grant.id }).lean();
  const id = () => new mongoose.Types.ObjectId();
  const before = Array.from({ length: rowsAtOnce }, () => ({
    ...{ ...given, _id: id(), learnerId: id(), enrolmentId: id(), learnerName: 'a name before all others' },
  }));
  await Grant.insertMany(before);
  const now = app.now();
  const pages = exportLearners(world.mentor.id, { sort: 'name' }, { today: '2040-01-02', now });
  const next = async () => String((await pages.next()).value);
  return { ...world, next };
}

it.each([
  ['paused', 'pauseGrant'],
  ['ended', 'endGrant'],
  ['narrowed', 'changeGrant'],
] as const)('a file that is being read has nothing more of who has %s', async (_, act) => {
  const { learner, grant, next } = await onTheSecondPage();
  await next();
  expect(await next()).not.toContain('Lea Learner');
  const body = act === 'changeGrant' ? { body: { consent: { ...everything, progress: false } } } : {};
  await learner.call(act, { ...at(grant.id), ...body });
  const second = await next();
  if (act === 'changeGrant') expect(second).toMatch(/^Lea Learner,[^,]*,backend,[^,]*,,,,,,/);
  else expect(second).not.toContain('Lea Learner');
});

it('has them, where nothing is taken back', async () => {
  const { next } = await onTheSecondPage();
  await next();
  await next();
  expect(await next()).toMatch(/^Lea Learner,[^,]*,backend,[^,]*,0,0,0,\d+,/);
});

it('a learner who stays after all shares what they shared, and what they had paused is paused', async () => {
  const { mentor, learner, grant } = await mentored(app);
  const prove = () => learner.ok('stepUp', { body: { password: learner.password } });
  await prove();
  await learner.ok('deleteMe');
  expect((await mentor.call('readLearner', at(learner.id))).status).toBe(404);
  const token = (await letterTo(app, learner.email, 'account-deleted')).url.split('/').at(-1);
  await mentor.ok('keepAccount', { body: { token: token ?? '' } });
  expect((await mentor.ok('readLearner', at(learner.id))).consent).toEqual(everything);
  const kept = await Grant.findOne({ _id: grant.id }).lean();
  expect(kept).toMatchObject({ isLive: true, pausedAt: null });
  expect(kept?.isLeaving).toBeUndefined();
  const second = await mentored(app);
  await second.learner.ok('pauseGrant', at(second.grant.id));
  await second.learner.ok('stepUp', { body: { password: second.learner.password } });
  await second.learner.ok('deleteMe');
  const other = (await letterTo(app, second.learner.email, 'account-deleted')).url.split('/').at(-1);
  await mentor.ok('keepAccount', { body: { token: other ?? '' } });
  expect((await second.mentor.call('readLearner', at(second.learner.id))).status).toBe(404);
});
