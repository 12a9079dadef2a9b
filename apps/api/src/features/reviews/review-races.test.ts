import { expect, it } from 'vitest';
import { askForReview, everything, finishedProject, join, type Member, mentored, signUp } from '../../../test/build.js';
import { at, seen } from '../../../test/reviewing.js';
import { backendOf, startApp } from '../../../test/start.js';
import { settleDue } from './keep-reviewing.js';
import { Review, ReviewEventEntry } from './reviews.model.js';

const app = await startApp();
const topicId = backendOf(app).topics[0]?.id ?? '';
const { mentor, learner } = await mentored(app);
const rounds = Array.from({ length: 10 }, (_, round) => round + 1);

async function ask() {
  const mine = await finishedProject(learner, [topicId]);
  return askForReview(learner, mine.id);
}

const verdict = {
  decision: 'approved',
  text: 'Sound.',
  topics: [{ roadmap: 'backend', topicId, verdict: 'met', text: 'It holds.' }],
};

/** What both were answered: exactly one has won, and the other was told why, in a way that can be acted on. */
async function race(one: Promise<{ status: number; text: string }>, other: Promise<{ status: number; text: string }>) {
  const answers = await Promise.all([one, other]);
  const won = answers.filter(({ status }) => status < 300);
  expect(won, answers.map(({ status, text }) => `${status} ${text.slice(0, 200)}`).join('\n')).toHaveLength(1);
  const lost = answers.find(({ status }) => status >= 300);
  expect([409, 412]).toContain(lost?.status);
  return JSON.parse(lost?.text ?? '{}').code as string;
}

it.each(rounds)('two claims, round %i: one has it', async () => {
  const review = await ask();
  const mate = await comeToMentor();
  const code = await race(mentor.call('claimReview', at(review.id)), mate.call('claimReview', at(review.id)));
  expect(code).toBe('review-claimed');
  expect(await ReviewEventEntry.countDocuments({ reviewId: review.id, kind: 'claim' })).toBe(1);
});

let second: Member | undefined;
/** Another who sees the learner's projects. */
async function comeToMentor(): Promise<Member> {
  if (second) return second;
  second = await signUp(app, { name: 'Max Mentor' });
  const { code } = await second.ok('createCohort', { body: { name: 'Another', roadmap: 'backend' } });
  await join(learner, code ?? '', everything);
  return second;
}

it.each(rounds)('claim against withdraw, round %i: one of the two', async () => {
  const review = await ask();
  const code = await race(mentor.call('claimReview', at(review.id)), learner.call('withdrawReview', seen(review)));
  const { state } = await learner.ok('readReview', at(review.id));
  expect([state, code]).toEqual(state === 'withdrawn' ? ['withdrawn', 'review-closed'] : ['in_review', 'stale']);
});

it.each(rounds)('verdict against a new revision, round %i: one of the two', async () => {
  const review = await ask();
  const claimed = await mentor.ok('claimReview', at(review.id));
  const code = await race(
    mentor.call('giveVerdict', { ...at(review.id), body: verdict }),
    learner.call('resubmit', seen(claimed)),
  );
  const { state, revision } = await learner.ok('readReview', at(review.id));
  expect([state, revision, code]).toEqual(
    state === 'approved' ? ['approved', 1, 'stale'] : ['in_review', 2, 'revision-passed'],
  );
});

it.each(rounds)('a new revision against the lapse of the claim, round %i: one of the two', async () => {
  const review = await ask();
  const claimed = await mentor.ok('claimReview', at(review.id));
  await Review.updateOne({ _id: review.id }, { $set: { 'claim.until': app.now() } });
  const [answered, moved] = await Promise.all([
    learner.call('resubmit', seen(claimed)),
    settleDue(app.deps, app.now()),
  ]);
  const kinds = (await ReviewEventEntry.find({ reviewId: review.id }).sort({ place: 1 }).lean()).map(
    ({ kind }) => kind,
  );
  // Whoever was quicker, the claim has lapsed once, and the learner either did it or was told.
  expect(kinds.filter((kind) => kind === 'lapse')).toHaveLength(1);
  const isDone = answered.status === 201;
  expect([isDone, moved]).toEqual(isDone ? [true, 0] : [false, 1]);
  if (!isDone) expect(answered.problem.code).toBe('stale');
  expect(kinds.includes('resubmit')).toBe(isDone);
});

it.each(rounds)('asked twice at once, round %i: one review, one revision', async () => {
  const mine = await finishedProject(learner, [topicId]);
  const asking = { ...at(mine.id), body: { question: 'Once?' } };
  const code = await race(learner.call('askForReview', asking), learner.call('askForReview', asking));
  expect(code).toBe('review-open');
  expect(await Review.countDocuments({ projectId: mine.id })).toBe(1);
});

it.each(rounds)('verdict against the end of the grant, round %i: given before it, or not at all', async () => {
  const { mentor: mia, learner: lea, grant } = await mentored(app);
  const mine = await finishedProject(lea, [topicId]);
  const review = await askForReview(lea, mine.id);
  await mia.ok('claimReview', at(review.id));
  const [given] = await Promise.all([
    mia.call('giveVerdict', { ...at(review.id), body: verdict }),
    lea.ok('endGrant', at(grant.id)),
  ]);
  const { state } = await lea.ok('readReview', at(review.id));
  expect([given.status, state]).toEqual(given.status === 200 ? [200, 'approved'] : [404, 'requested']);
});

it.each(rounds)('claim against the end of the grant, round %i: it waits for others', async () => {
  const { mentor: mia, learner: lea, grant } = await mentored(app);
  const mine = await finishedProject(lea, [topicId]);
  const review = await askForReview(lea, mine.id);
  const [claimed] = await Promise.all([mia.call('claimReview', at(review.id)), lea.ok('endGrant', at(grant.id))]);
  expect([200, 404]).toContain(claimed.status);
  expect(await lea.ok('readReview', at(review.id))).toMatchObject({ state: 'requested', claim: null });
});
