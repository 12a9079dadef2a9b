import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { confirm, follow, type Member, mentored, setTopic, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { lettersTo } from '../../../test/letters.js';
import { asked, coreTopics } from '../../../test/reviewing.js';
import { day, hour, startApp } from '../../../test/start.js';
import { Job } from '../../jobs/jobs.model.js';
import { Account } from '../accounts/accounts.model.js';
import { Grant, type GrantRecord } from '../mentoring/grants.model.js';
import { Reviewer } from '../reviews/reviewers.model.js';
import { notifyDue } from './keep-notifying.js';
import { unsubscribeUrl } from './unsubscribe.js';

const app = await startApp();
const weeklies = async ({ email }: Member) =>
  (await lettersTo(app, email)).filter(({ kind }) => kind.endsWith('-week'));
const flat = (text = '') => text.replaceAll(/\s+/g, ' ');
const textOf = async (member: Member) => flat((await weeklies(member)).map(({ text }) => text).join('\n'));
/** Wants it, with the address confirmed. */
async function wants(member: Member, weekly: 'learning' | 'mentoring' | 'both') {
  await confirm(member);
  const { version } = await member.ok('readMe');
  return member.ok('changeMe', { body: { weekly }, headers: { 'if-match': `"${version}"` } });
}
/** Until the next letters are due: the tests' clock begins on a Monday at ten. */
async function aWeekLater(processes = 1) {
  app.advance(7 * day);
  await Promise.all(Array.from({ length: processes }, () => notifyDue(app.deps)));
}
const walker = async () => {
  const learner = await signUp(app, { name: 'Lea Learner' });
  await follow(learner);
  await setTopic(learner, coreTopics(app)[0], { state: 'done' });
  return learner;
};

it('comes to nobody who did not ask for it', async () => {
  const learner = await confirm(await walker());
  expect((await learner.ok('readMe')).weekly).toBe('off');
  await aWeekLater();
  expect(await weeklies(learner)).toEqual([]);
});

it('tells a learner of their week, how far they are, and the next step', async () => {
  const learner = await walker();
  await wants(learner, 'learning');
  const { summary, next } = await learner.ok('readEnrolment', { params: { slug: 'backend' } });
  await aWeekLater();
  const [letter] = await weeklies(learner);
  const { done, required, percent, shown, confirmed } = summary;
  expect(flat(letter?.text)).toContain('Your week: 1 of');
  expect(flat(letter?.text)).toContain('and 1 topic done.');
  expect(flat(letter?.text)).toContain(
    `${done} of ${required} done (${percent} %), ${shown} shown, ${confirmed} confirmed.`,
  );
  expect(letter?.url).toBe(`${app.address}/roadmaps/backend/topics/${next[0]}`);
});

it('leaves once a week, however many processes look, ten times over', async () => {
  const { mentor, learner } = await asked(app);
  await wants(mentor, 'mentoring');
  await wants(learner, 'learning');
  for (let round = 1; round <= 10; round += 1) {
    await aWeekLater(2);
    await notifyDue(app.deps);
    expect((await weeklies(mentor)).length, 'a review waits').toBe(round);
  }
  expect(await weeklies(learner), 'nothing was done after the first week').toHaveLength(1);
});

it('is not told twice of one week to who moves to another zone on a Monday', async () => {
  const { mentor } = await asked(app);
  await wants(mentor, 'mentoring');
  await aWeekLater();
  await Account.updateOne({ _id: mentor.id }, { $set: { timeZone: 'Pacific/Honolulu' } });
  await Job.updateOne({ _id: `weekly:${mentor.id}` }, { $set: { dueAt: app.now() } });
  app.advance(8 * hour);
  await notifyDue(app.deps);
  expect(await weeklies(mentor)).toHaveLength(1);
});

it.each(['paused', 'nowhere on the way', 'not confirmed'])('writes to no learner who is %s', async (why) => {
  const learner = why === 'nowhere on the way' ? await signUp(app) : await walker();
  await wants(learner, 'learning');
  if (why === 'paused') {
    const from = app.now().toISOString().slice(0, 10);
    await follow(learner, { plan: { pauses: [{ from, to: null }] } });
  }
  if (why === 'not confirmed') await Account.updateOne({ _id: learner.id }, { $unset: { verifiedAt: 1 } });
  await aWeekLater();
  expect(await weeklies(learner)).toEqual([]);
});

it('tells a mentor whose turn it is, and leads to that review', async () => {
  const { mentor, review } = await asked(app);
  await wants(mentor, 'mentoring');
  await aWeekLater();
  const [letter] = await weeklies(mentor);
  expect(flat(letter?.text)).toMatch(/Your turn: 1 review, the oldest has waited for \d days\./);
  expect(flat(letter?.text)).toContain('1 learner was active');
  expect(letter?.url).toBe(`${app.address}/reviews/${review.id}`);
});

/** Somebody who is stuck, and what their mentor hears of it. */
async function quietLearner() {
  const made = await mentored(app);
  await setTopic(made.learner, coreTopics(app)[0], { state: 'learning' });
  app.advance(40 * day);
  return made;
}
async function hearsOf(mentor: Member) {
  await Account.updateOne({ _id: mentor.id }, { $set: { weekly: 'mentoring', verifiedAt: app.now() } });
  await Job.create({
    ...{ _id: `weekly:${mentor.id}`, kind: 'weekly', about: mentor.id, dueAt: app.now() },
    ...{ lockedUntil: new Date(0), attempts: 0, asked: 1 },
  });
  await notifyDue(app.deps);
  return textOf(mentor);
}

it('says who needs attention, in a sentence, and its learner reads that somebody heard of it', async () => {
  const { mentor, learner } = await quietLearner();
  expect(await hearsOf(mentor)).toContain('Needs attention: 1 learner. Lea Learner has been');
  const looks = mongoose.connection.collection('looks');
  expect(await looks.countDocuments({ learnerId: new mongoose.Types.ObjectId(learner.id), what: 'list' })).toBe(1);
});

it.each(['ended', 'closed', 'narrowed'])('says nothing of a learner who %s what they share', async (how) => {
  const { mentor, learner } = await quietLearner();
  const nothing = { progress: false, activity: false, notes: false, projects: false };
  await Grant.updateMany(
    { learnerId: learner.id },
    how === 'narrowed' ? {} : { $set: { isLive: false, ...(how === 'ended' && { endedAt: app.now() }) } },
  );
  if (how === 'narrowed') {
    const grant = await Grant.findOne({ learnerId: learner.id }).orFail();
    const { changeGrant } = await import('../mentoring/keep-grants.js');
    const moment = { today: app.now().toISOString().slice(0, 10), now: app.now() };
    await changeGrant(String(grant._id), learner.id, nothing, moment);
  }
  expect(await hearsOf(mentor)).toBe('');
});

it('writes nothing to who has no learners', async () => {
  expect(await hearsOf(await signUp(app))).toBe('');
});

it('counts to a hundred of five thousand learners', async () => {
  const { mentor, learner } = await quietLearner();
  const one = await Grant.findOne({ learnerId: learner.id }).orFail().lean<GrantRecord>();
  const newId = () => new mongoose.Types.ObjectId();
  const copies = Array.from({ length: 4999 }, () => ({
    ...one,
    _id: newId(),
    learnerId: newId(),
    enrolmentId: newId(),
  }));
  await Grant.collection.insertMany(copies);
  expect(await hearsOf(mentor)).toContain('Needs attention: 100 or more learners. Lea Learner has been');
});

it('counts to a hundred also where the first hundred rows are of fifty learners', async () => {
  const { mentor, learner } = await quietLearner();
  const one = await Grant.findOne({ learnerId: learner.id }).orFail().lean<GrantRecord>();
  const newId = () => new mongoose.Types.ObjectId();
  const copies = Array.from({ length: 149 }, newId).flatMap((learnerId) =>
    [1, 2].map(() => ({ ...one, _id: newId(), learnerId, enrolmentId: newId(), cohortId: newId() })),
  );
  await Grant.collection.insertMany(copies);
  expect(await hearsOf(mentor)).toContain('Needs attention: 100 or more learners.');
});

it('does not come to a mentor who is away', async () => {
  const { mentor } = await quietLearner();
  const at = (days: number) => app.now().getTime() + days * day;
  await Reviewer.updateOne(
    { _id: mentor.id },
    { $set: { away: { from: '', to: '', startsAt: new Date(at(-1)), endsAt: new Date(at(1)) } } },
    { upsert: true },
  );
  expect(await hearsOf(mentor)).toBe('');
});

it('is ended by its own link, and the digest is not', async () => {
  const { mentor } = await asked(app);
  await wants(mentor, 'both');
  const token = unsubscribeUrl(app.deps, mentor.id, 'weekly').split('/').at(-1) ?? '';
  const anyone = clientOf(app);
  expect(await anyone.ok('stopMailing', { body: { token } })).toEqual({ weekly: 'off', before: 'both' });
  expect(await mentor.ok('readMe')).toMatchObject({ weekly: 'off', digest: 'hourly' });
  await aWeekLater();
  expect(await weeklies(mentor)).toEqual([]);
  expect(await anyone.ok('resumeMailing', { body: { token } })).toEqual({ weekly: 'both', before: 'both' });
  await aWeekLater();
  expect((await weeklies(mentor)).length).toBeGreaterThan(0);
});
