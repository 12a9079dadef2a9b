import { expect, it } from 'vitest';
import { askForReview, finishedProject, join, type Member, mentored, renew, signUp } from '../../../test/build.js';
import { approval, asked, at, coreTopics, queueOf, seen } from '../../../test/reviewing.js';
import { day, startApp } from '../../../test/start.js';
import { notifyDue } from '../notifications/keep-notifying.js';
import { Review } from './reviews.model.js';

const app = await startApp();
const [first] = coreTopics(app);

const said = { promiseDays: null, inPool: false, isNamed: false };
const takes = (mentor: Member, capacity: number | null) => mentor.ok('changeReviewer', { body: { ...said, capacity } });
const inHand = async (mentor: Member) => (await mentor.ok('readReviewer')).inHand;
const unread = async (member: Member) => (await member.ok('countNotifications')).unread;

/** A mentor, their learner, and as many reviews that wait for them. */
async function waiting(count: number) {
  const { mentor, learner, grant, cohort } = await mentored(app);
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const mine = await finishedProject(learner, [first], { title: `Project ${i}` });
    ids.push((await askForReview(learner, mine.id)).id);
  }
  return { mentor, learner, grant, code: cohort.code, ids: ids as [string, string, string] };
}

const refusedOf = async (mentor: Member, id: string) => (await mentor.call('claimReview', at(id))).problem.code;

it('is nothing that anybody has to say, and what is left out stays as it is', async () => {
  const mentor = await signUp(app);
  const nothing = { ...said, capacity: null, away: null, inHand: 0 };
  expect(await mentor.ok('readReviewer')).toEqual(nothing);
  expect(await takes(mentor, 3)).toEqual({ ...nothing, capacity: 3 });
  const body = { promiseDays: 2, inPool: true, isNamed: false };
  expect(await mentor.ok('changeReviewer', { body })).toEqual({ ...nothing, ...body, capacity: 3 });
  for (const capacity of [0, 51, 1.5]) {
    const { problem } = await mentor.call('changeReviewer', { body: { ...said, capacity } });
    expect([problem.code, problem.errors?.[0]?.path]).toEqual(['invalid', 'capacity']);
  }
});

it('lets a reviewer take on no more than they said, until they finish one or give one back', async () => {
  const { mentor, learner, ids } = await waiting(3);
  await takes(mentor, 1);
  await mentor.ok('claimReview', at(ids[0]));
  expect(await inHand(mentor)).toBe(1);
  const refused = await mentor.call('claimReview', at(ids[1]));
  expect([refused.status, refused.problem.code]).toEqual([409, 'hands-full']);
  expect(refused.problem.detail).toContain('give one back');
  expect((await learner.ok('readReview', at(ids[1]))).claim).toBeNull();
  // What they hold is theirs to keep.
  await mentor.ok('claimReview', at(ids[0]));
  await mentor.ok('renewClaim', at(ids[0]));
  await mentor.ok('releaseReview', at(ids[0]));
  await mentor.ok('claimReview', at(ids[1]));
  expect(await refusedOf(mentor, ids[0])).toBe('hands-full');
  await mentor.ok('giveVerdict', { ...at(ids[1]), body: approval([first]) });
  await mentor.ok('claimReview', at(ids[0]));
  // Less than they hold by now: nothing is taken from them.
  await takes(mentor, 2);
  await mentor.ok('claimReview', at(ids[2]));
  expect(await takes(mentor, 1)).toMatchObject({ capacity: 1, inHand: 2 });
  await mentor.ok('renewClaim', at(ids[0]));
  await takes(mentor, null);
  expect(await inHand(mentor)).toBe(2);
});

it('counts what waits for the learner’s answer, and not what has lapsed', async () => {
  const { mentor, ids } = await waiting(2);
  await takes(mentor, 1);
  const held = await mentor.ok('claimReview', at(ids[0]));
  await mentor.ok('passBall', seen(held));
  // It is theirs while the learner thinks, however long that takes.
  await Review.updateOne({ _id: ids[0] }, { $set: { 'claim.until': app.now() } });
  expect(await refusedOf(mentor, ids[1])).toBe('hands-full');
  await mentor.ok('releaseReview', at(ids[0]));
  await mentor.ok('claimReview', at(ids[1]));
  // Nobody has looked at the clock since.
  await Review.updateOne({ _id: ids[1] }, { $set: { 'claim.until': app.now() } });
  expect(await inHand(mentor)).toBe(0);
  await mentor.ok('claimReview', at(ids[0]));
});

it('is told last: whose review it is, and who has it, comes before', async () => {
  const { mentor, learner, ids } = await waiting(2);
  await takes(mentor, 1);
  await mentor.ok('claimReview', at(ids[0]));
  const mate = await signUp(app, { name: 'Max Mentor' });
  const { code } = await mate.ok('createCohort', { body: { name: 'Another', roadmap: 'backend' } });
  await join(learner, code ?? '');
  await mate.ok('claimReview', at(ids[1]));
  expect(await refusedOf(mentor, ids[1])).toBe('review-claimed');
});

it.each(Array.from({ length: 10 }, (_, round) => round + 1))(
  'two claims at the last place, round %i: one has it',
  async (round) => {
    const { mentor, code, ids } = await waiting(1);
    // Of another learner: the two acts have no document in common but the mentor's own.
    const other = await signUp(app, { name: `Lea ${round}` });
    await join(other, code);
    const theirs = await askForReview(other, (await finishedProject(other, [first])).id);
    await takes(mentor, 1);
    const answers = await Promise.all([ids[0], theirs.id].map((id) => mentor.call('claimReview', at(id))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('hands-full');
    expect(await inHand(mentor)).toBe(1);
  },
);

it('tells of no new request, and reminds of none, before there is a place again', async () => {
  const { mentor, learner, mine, review } = await asked(app);
  await takes(mentor, 1);
  await mentor.ok('claimReview', at(review.id));
  expect(await unread(mentor)).toBe(0);
  const other = await finishedProject(learner, [first], { title: 'Another' });
  const next = await askForReview(learner, other.id);
  expect([await unread(mentor), (await queueOf(mentor)).includes(next.id)]).toEqual([0, true]);
  // Of the one that they hold they are told.
  const held = await mentor.ok('passBall', seen(await mentor.ok('readReview', at(review.id))));
  await learner.ok('passBall', seen(held));
  expect((await mentor.ok('listNotifications', { query: { only: 'unread' } })).items).toMatchObject([
    { kind: 'pass', title: mine.title },
  ]);
  // Theirs for three days more, on the second of which they keep it for longer.
  for (let i = 0; i < 2; i += 1) {
    app.advance(2 * day);
    await renew(mentor);
    await mentor.ok('renewClaim', at(review.id));
  }
  const aboutNext = async () =>
    (await mentor.ok('listNotifications', { query: { only: 'unread' } })).items.filter(
      ({ title }) => title === 'Another',
    );
  await notifyDue(app.deps);
  expect(await aboutNext()).toEqual([]);
  await mentor.ok('giveVerdict', { ...at(review.id), body: approval([first]) });
  app.advance(3 * day);
  await renew(mentor);
  await notifyDue(app.deps);
  expect(await aboutNext()).toMatchObject([{ kind: 'nudge', days: 7 }]);
});

it('is read by the learners who can ask them, while it is reached, and by nobody else', async () => {
  const { mentor, learner, ids, grant } = await waiting(2);
  const busy = async (member: Member) => (await member.ok('listReviewersOfMine')).items;
  await takes(mentor, 1);
  expect(await busy(learner)).toEqual([]);
  await mentor.ok('claimReview', at(ids[0]));
  expect(await busy(learner)).toEqual([{ mentorId: mentor.id, awayUntil: null, inHand: 1 }]);
  expect(await busy(mentor)).toEqual([]);
  expect(await busy(await signUp(app))).toEqual([]);
  // Asking is never in the way of it.
  const other = await finishedProject(learner, [first], { title: 'Another' });
  await askForReview(learner, other.id, { mentorId: mentor.id });
  const away = { from: '2040-01-01', to: '2040-02-20' };
  await mentor.ok('changeReviewer', { body: { ...said, away } });
  expect(await busy(learner)).toMatchObject([{ awayUntil: away.to }]);
  const consent = { progress: true, activity: true, notes: true, projects: false };
  await learner.ok('changeGrant', { ...at(grant.id), body: { consent } });
  expect(await busy(learner)).toEqual([]);
});

it('lists who is busy page by page', async () => {
  const learner = await signUp(app);
  const ids: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    const mentor = await signUp(app);
    const { code } = await mentor.ok('createCohort', { body: { name: 'One', roadmap: 'backend' } });
    await join(learner, code ?? '');
    await mentor.ok('changeReviewer', { body: { ...said, away: { from: '2040-01-01', to: '2040-02-20' } } });
    ids.push(mentor.id);
  }
  const one = await learner.ok('listReviewersOfMine', { query: { limit: 2 } });
  const two = await learner.ok('listReviewersOfMine', { query: { limit: 2, cursor: one.nextCursor ?? '' } });
  expect([one.items.length, two.items.length, two.nextCursor]).toEqual([2, 1, null]);
  expect([...one.items, ...two.items].map(({ mentorId }) => mentorId)).toEqual(ids.toSorted());
});

it('leaves with the member who said it', async () => {
  const mentor = await signUp(app);
  await mentor.ok('changeReviewer', { body: { ...said, capacity: 4, away: { from: '2040-03-01', to: '2040-03-02' } } });
  const { text } = await mentor.call('exportMe');
  expect(JSON.parse(text).reviewer).toEqual([{ ...said, capacity: 4, away: { from: '2040-03-01', to: '2040-03-02' } }]);
});
