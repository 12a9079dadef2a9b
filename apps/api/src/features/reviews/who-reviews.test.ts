import { expect, it } from 'vitest';
import { askForReview, cohort, everything, finishedProject, join, project, signUp } from '../../../test/build.js';
import { approval, asked, at, coreTopics, queueOf, seen } from '../../../test/reviewing.js';
import { startApp } from '../../../test/start.js';

const app = await startApp();
const [first, _second, _third] = coreTopics(app);

it('asks nobody about what nobody may see, and withdraws what becomes private', async () => {
  const { learner, mine, review } = await asked(app);
  await learner.ok('changeProject', { ...seen({ id: mine.id, version: 1 }), body: { visibility: 'private' } });
  expect((await learner.ok('readReview', at(review.id))).state).toBe('withdrawn');
  const again = await learner.call('askForReview', { ...at(mine.id), body: { question: 'And now?' } });
  expect([again.status, again.problem.code]).toEqual([409, 'project-private']);
});

it('is for those who are asked: a mentor, a cohort’s mentors, the pool', async () => {
  const { mentor, learner, mine } = await asked(app, [first]);
  const [outside, swimmer] = await Promise.all([signUp(app), signUp(app)]);
  const other = await finishedProject(learner, [first], { title: 'For one' });
  const nobody = await learner.call('askForReview', {
    ...at(other.id),
    body: { question: 'You?', mentorId: outside.id },
  });
  expect(nobody.problem.code).toBe('nobody-to-ask');
  const forOne = await askForReview(learner, other.id, { mentorId: mentor.id });
  expect(forOne.audience).toEqual({ kind: 'mentor', mentorId: mentor.id });

  const made = await cohort(outside, { name: 'Summer' });
  await join(learner, made.code, { projects: false });
  const third = await finishedProject(learner, [first], { title: 'For a cohort' });
  const audience = { kind: 'cohort' as const, cohortId: made.id };
  // Who learns in a cohort decides what its mentors see: without projects there is nobody there to ask.
  const blind = await learner.call('askForReview', { ...at(third.id), body: { question: 'You?', audience } });
  expect(blind.problem.code).toBe('nobody-to-ask');
  const grant = (await learner.ok('listGrants')).items.find((each) => each.mentor.id === outside.id);
  await learner.ok('changeGrant', { ...at(grant?.id ?? ''), body: { consent: everything } });
  const forCohort = await askForReview(learner, third.id, { audience });
  expect(await queueOf(outside)).toContain(forCohort.id);
  expect((await mentor.call('readReview', at(forCohort.id))).status).toBe(404);

  const fourth = await finishedProject(learner, [first], { title: 'For the pool' });
  const dry = await learner.call('askForReview', {
    ...at(fourth.id),
    body: { question: 'Anyone?', audience: { kind: 'pool' } },
  });
  expect(dry.problem.code).toBe('nobody-to-ask');
  await swimmer.ok('changeReviewer', { body: { promiseDays: 3, inPool: true, isNamed: false } });
  const forPool = await askForReview(learner, fourth.id, { audience: { kind: 'pool' } });
  expect(await queueOf(swimmer)).toEqual([forPool.id]);
  await swimmer.ok('claimReview', at(forPool.id));
  // Whoever else is in the pool has nothing to do with it any more.
  const late = await signUp(app);
  await late.ok('changeReviewer', { body: { promiseDays: null, inPool: true, isNamed: false } });
  expect((await late.call('readReview', at(forPool.id))).status).toBe(404);
  await swimmer.ok('giveVerdict', { ...at(forPool.id), body: approval([first]) });
  expect((await swimmer.ok('readReview', at(forPool.id))).state).toBe('approved');
  expect((await learner.ok('listProjectReviews', at(mine.id))).items).toHaveLength(1);
});

it('is never one’s own, even in the pool', async () => {
  const { learner, review } = await asked(app);
  await learner.ok('changeReviewer', { body: { promiseDays: null, inPool: true, isNamed: false } });
  for (const name of ['claimReview', 'renewClaim', 'releaseReview'] as const) {
    expect((await learner.call(name, at(review.id))).problem.code).toBe('own-review');
  }
  const verdict = await learner.call('giveVerdict', { ...at(review.id), body: approval([first]) });
  expect(verdict.problem.code).toBe('own-review');
  expect(await queueOf(learner)).toEqual([]);
  const mine = await project(learner, { visibility: 'mentors' });
  const alone = await learner.call('askForReview', { ...at(mine.id), body: { question: 'Me?', mentorId: learner.id } });
  expect(alone.problem.code).toBe('nobody-to-ask');
});

it('tells a mentor who may not ask for a learner nothing of whom that learner could ask', async () => {
  const { mentor, learner, review } = await asked(app);
  const [stranger, theirs] = await Promise.all([signUp(app), signUp(app)]);
  const made = await cohort(theirs, { name: 'Another' });
  await join(learner, made.code);
  const told = async (mentorId: string) => {
    const body = { audience: { kind: 'mentor', mentorId } };
    const { status, problem } = await mentor.call('askSomeoneElse', { ...seen(review), body });
    return [status, problem.code, problem.detail];
  };
  expect(await told(stranger.id)).toEqual(await told(theirs.id));
  expect((await told(stranger.id))[1]).toBe('not-your-turn');
});
