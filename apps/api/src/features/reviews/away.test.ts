import { expect, it } from 'vitest';
import { askForReview, finishedProject, type Member, renew, signUp } from '../../../test/build.js';
import { lettersTo } from '../../../test/letters.js';
import { asked, at, coreTopics, queueOf, seen } from '../../../test/reviewing.js';
import { day, hour, startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';
import { eraseAccounts } from '../accounts/erase-accounts.js';
import { notifyDue } from '../notifications/keep-notifying.js';
import { Notification } from '../notifications/notifications.model.js';
import { settleDue } from './keep-reviewing.js';
import { Reviewer } from './reviewers.model.js';

const app = await startApp();
const [first] = coreTopics(app);

const said = { promiseDays: 3, inPool: false, isNamed: false };
const dayOf = (days: number) => new Date(app.now().getTime() + days * day).toISOString().slice(0, 10);
const midnight = (days: number) => `${dayOf(days)}T00:00:00.000Z`;

/** From so many days from today to so many, or not at all. */
const isAway = (mentor: Member, ...days: [from: number, to: number] | []) =>
  mentor.ok('changeReviewer', {
    body: { ...said, away: days.length === 2 ? { from: dayOf(days[0]), to: dayOf(days[1]) } : null },
  });

/** One that this mentor alone was asked for. */
async function askedAlone() {
  const world = await asked(app);
  const other = await finishedProject(world.learner, [first], { title: 'For one' });
  return { ...world, alone: await askForReview(world.learner, other.id, { mentorId: world.mentor.id }) };
}

async function pass(ms: number, ...members: Member[]): Promise<void> {
  app.advance(ms);
  for (const member of members) await renew(member);
}

it('is some days of the mentor’s own zone, and ends by itself', async () => {
  const mentor = await signUp(app, { timeZone: 'Pacific/Kiritimati' });
  const away = { from: dayOf(2), to: dayOf(3) };
  expect((await mentor.ok('changeReviewer', { body: { ...said, away } })).away).toEqual(away);
  // Tomorrow begins there at ten in the morning of UTC.
  const kept = await Reviewer.findOne({ _id: mentor.id }).lean();
  expect([kept?.away?.startsAt.toISOString(), kept?.away?.endsAt.toISOString()]).toEqual([
    `${dayOf(1)}T10:00:00.000Z`,
    `${dayOf(3)}T10:00:00.000Z`,
  ]);
  await pass(3 * day - 1, mentor);
  expect((await mentor.ok('readReviewer')).away).toEqual(away);
  app.advance(1);
  expect((await mentor.ok('readReviewer')).away).toBeNull();
});

it.each<[string, number, number, string]>([
  ['ends before it begins', 5, 4, 'away.to'],
  ['takes more than sixty days', 1, 61, 'away.to'],
  ['is over', -9, -1, 'away.to'],
  ['is far ahead', 367, 370, 'away.from'],
])('is not kept where it %s', async (_, from, to, path) => {
  const mentor = await signUp(app);
  const { problem } = await mentor.call('changeReviewer', {
    body: { ...said, away: { from: dayOf(from), to: dayOf(to) } },
  });
  expect([problem.code, problem.errors?.map((each) => each.path)]).toEqual(['invalid', [path]]);
  expect((await isAway(mentor, 1, 60)).away).toEqual({ from: dayOf(1), to: dayOf(60) });
});

it('moves what was promised, and lets the learner ask somebody else at once', async () => {
  const { mentor, learner, alone, review } = await askedAlone();
  await isAway(mentor, 1, 4);
  const before = await learner.ok('readReview', at(alone.id));
  expect(before).toMatchObject({ away: null, abilities: { ask: false } });
  expect(before.promisedBy).toBe(new Date(Date.parse(alone.ballSince) + 7 * day).toISOString());
  const others = { ...seen(before), body: { audience: { kind: 'mentors' as const } } };
  expect((await learner.call('askSomeoneElse', others)).problem.code).toBe('promise-holds');
  await pass(day, learner);
  const now = await learner.ok('readReview', at(alone.id));
  expect(now.away).toEqual({
    mentor: { id: mentor.id, name: 'Mia Mentor', handle: expect.any(String) },
    until: dayOf(3),
  });
  expect([now.abilities.ask, now.promisedBy]).toEqual([true, before.promisedBy]);
  expect((await learner.ok('listMyReviews')).items.find(({ id }) => id === alone.id)?.away?.until).toBe(dayOf(3));
  // What all mentors were asked for is nobody's promise.
  expect(await learner.ok('readReview', at(review.id))).toMatchObject({ away: null, abilities: { ask: false } });
  expect((await learner.ok('listReviewersOfMine')).items).toEqual([
    { mentorId: mentor.id, awayUntil: dayOf(3), inHand: null },
  ]);
  const moved = await learner.ok('askSomeoneElse', others);
  expect([moved.ballSince, moved.away]).toEqual([alone.ballSince, null]);
});

it('keeps what was moved once it is over, and cuts it where they are back sooner', async () => {
  const { mentor, learner, alone } = await askedAlone();
  const promised = async () => (await learner.ok('readReview', at(alone.id))).promisedBy;
  const moved = (ms: number) => new Date(Date.parse(alone.ballSince) + 3 * day + ms).toISOString();
  await isAway(mentor, 1, 10);
  expect(await promised()).toBe(moved(10 * day));
  // Ten hours after the second day began.
  await pass(2 * day, mentor, learner);
  expect((await isAway(mentor)).away).toBeNull();
  const cut = Date.parse(midnight(0)) - Date.parse(midnight(-1)) + 10 * hour;
  expect(await promised()).toBe(moved(cut));
  expect(await learner.ok('readReview', at(alone.id))).toMatchObject({ away: null, abilities: { ask: false } });
  // The next holiday takes nothing from the last one.
  await isAway(mentor, 30, 31);
  expect(await promised()).toBe(moved(cut));
  await isAway(mentor);
  expect((await mentor.ok('readReviewer')).away).toBeNull();
});

it('brings no reminder, and no letter about what is asked of them until they are back', async () => {
  const { mentor, learner } = await asked(app);
  const writeTo = { $set: { verifiedAt: app.now(), digest: 'at-once' as const } };
  await Account.updateOne({ _id: mentor.id }, writeTo);
  await isAway(mentor, 0, 7);
  const subjects = async () =>
    (await lettersTo(app, mentor.email)).flatMap(({ kind, subject }) => (kind === 'digest' ? subject : []));
  const other = await finishedProject(learner, [first], { title: 'While away' });
  await askForReview(learner, other.id);
  await notifyDue(app.deps);
  for (let i = 0; i < 7; i += 1) {
    app.advance(day);
    await notifyDue(app.deps);
  }
  const told = await Notification.find({ memberId: mentor.id }).lean();
  expect([told.map(({ kind }) => kind), await subjects()]).toEqual([['requested', 'requested'], []]);
  // Midnight after the seventh day.
  app.advance(14 * hour - 1);
  await notifyDue(app.deps);
  expect(await subjects()).toEqual([]);
  app.advance(1);
  await notifyDue(app.deps);
  expect(await subjects()).toHaveLength(1);
  // From then on they are reminded again.
  app.advance(7 * day);
  await notifyDue(app.deps);
  const reminded = await Notification.find({ memberId: mentor.id, kind: 'nudge' }).lean();
  expect(reminded.map(({ days }) => days)).toEqual([14, 14]);
});

it('holds back no letter about their own work, and writes of the rest when they are back sooner', async () => {
  const { mentor, learner } = await asked(app);
  await Account.updateOne({ _id: learner.id }, { $set: { verifiedAt: app.now(), digest: 'at-once' } });
  const mine = await finishedProject(mentor, [first], { title: 'The mentor’s own' });
  const theirs = await finishedProject(learner, [first], { title: 'Of the learner' });
  // The learner reviews, too, and is away.
  const { code } = await learner.ok('createCohort', { body: { name: 'Turned round', roadmap: 'backend' } });
  const consent = { progress: true, activity: true, notes: true, projects: true };
  await mentor.ok('joinCohort', { body: { code: code ?? '', consent } });
  await isAway(learner, 0, 20);
  await askForReview(mentor, mine.id, { mentorId: learner.id });
  const own = await askForReview(learner, theirs.id);
  // What is asked of them as a learner is their own work.
  await mentor.ok('passBall', seen(await mentor.ok('claimReview', at(own.id))));
  await notifyDue(app.deps);
  const subjects = async () =>
    (await lettersTo(app, learner.email)).flatMap(({ kind, subject }) => (kind === 'digest' ? subject : []));
  expect(await subjects()).toEqual([expect.stringContaining('Of the learner')]);
  await isAway(learner);
  await notifyDue(app.deps);
  expect(await subjects()).toEqual([
    expect.stringContaining('Of the learner'),
    expect.stringContaining('The mentor’s own'),
  ]);
});

it('writes when they are back by what they said last', async () => {
  const { mentor, learner } = await asked(app);
  await Account.updateOne({ _id: mentor.id }, { $set: { verifiedAt: app.now(), digest: 'at-once' } });
  await isAway(mentor, 0, 20);
  await learner.ok('askForHelp', {
    body: { about: { kind: 'topic', roadmap: 'backend', topicId: first }, sentence: 'What is a socket?' },
  });
  await notifyDue(app.deps);
  await isAway(mentor, 0, 1);
  await notifyDue(app.deps);
  const digests = async () => (await lettersTo(app, mentor.email)).filter(({ kind }) => kind === 'digest');
  expect(await digests()).toEqual([]);
  app.advance(2 * day);
  await notifyDue(app.deps);
  const [letter, ...more] = await digests();
  expect([letter?.text.includes('asks for help'), more]).toEqual([true, []]);
});

it('lets what they hold lapse into its old place', async () => {
  const { mentor, learner, review, alone } = await askedAlone();
  await mentor.ok('claimReview', at(review.id));
  await isAway(mentor, 0, 30);
  expect(await learner.ok('readReview', at(review.id))).toMatchObject({
    away: { mentor: { id: mentor.id }, until: dayOf(30) },
    abilities: { ask: true },
  });
  await pass(3 * day, mentor, learner);
  await settleDue(app.deps, app.now());
  const lapsed = await learner.ok('readReview', at(review.id));
  expect(lapsed).toMatchObject({ state: 'requested', claim: null, ballSince: review.ballSince });
  expect(await queueOf(mentor)).toEqual([review.id, alone.id]);
});

it('goes with the member', async () => {
  const mentor = await signUp(app);
  await isAway(mentor, 0, 3);
  await mentor.ok('deleteMe');
  app.advance(8 * day);
  await eraseAccounts(app.now());
  expect(await Reviewer.exists({ _id: mentor.id })).toBeNull();
});
