import { type ReviewStanding, standingAfter } from '@waymark/contract';
import { expect, it } from 'vitest';
import { askForReview, finishedProject, type Member, renew, setTopic } from '../../../test/build.js';
import { approval, asked, at, coreTopics, queueOf, seen } from '../../../test/reviewing.js';
import { day, hour, startApp } from '../../../test/start.js';
import { standingOf } from './keep-review.js';
import { settleDue } from './keep-reviewing.js';
import { Review, ReviewEventEntry, type ReviewEventRecord, type ReviewRecord } from './reviews.model.js';
import { Verdict } from './verdicts.model.js';

const app = await startApp();
const [first, second, third] = coreTopics(app);
const changes = { decision: 'changes_requested' as const, text: 'Answer 410 for an ended link.', topics: [] };

async function proofOf(learner: Member) {
  const { topics, summary } = await learner.ok('readEnrolment', { params: { slug: 'backend' } });
  return [...[first, second, third].map((id) => topics[id]?.proof), summary.shown, summary.confirmed];
}

it('goes from a question to topics that are confirmed', async () => {
  const { mentor, learner, mine, review } = await asked(app);
  expect(review).toMatchObject({
    state: 'requested',
    revision: 1,
    ballWith: 'mentor',
    audience: { kind: 'mentors' },
    question: 'Is the redirect sound?',
    snapshot: { title: mine.title, repoUrl: mine.repoUrl, covers: mine.covers },
    abilities: { claim: false, withdraw: true, resubmit: true, ask: false },
    ahead: 0,
    usualWaitHours: null,
  });
  expect(await queueOf(mentor)).toEqual([review.id]);
  expect((await learner.ok('listMyReviews')).items).toMatchObject([{ id: review.id, ballWith: 'mentor' }]);
  expect((await mentor.ok('listMyReviews')).items).toEqual([]);
  const claimed = await mentor.ok('claimReview', at(review.id));
  expect(claimed).toMatchObject({
    state: 'in_review',
    claim: { mentor: { id: mentor.id } },
    abilities: { verdict: true },
  });
  const asking = await mentor.ok('giveVerdict', { ...at(review.id), body: changes });
  expect(asking).toMatchObject({ state: 'changes_requested', ballWith: 'learner', claim: null });
  expect(await queueOf(mentor)).toEqual([]);
  expect((await mentor.ok('listReviews', { query: { turn: 'learners' } })).items.map(({ id }) => id)).toEqual([
    review.id,
  ]);
  expect(await proofOf(learner)).toEqual(['shown', 'shown', null, 2, 0]);

  await learner.ok('changeProject', { ...seen({ id: mine.id, version: 1 }), body: { writeUp: 'Now with 410.' } });
  const again = await learner.ok('resubmit', seen(asking));
  expect(again).toMatchObject({
    state: 'requested',
    revision: 2,
    ballWith: 'mentor',
    snapshot: { writeUp: 'Now with 410.' },
  });
  expect(again.revisions.map(({ number }) => number)).toEqual([1, 2]);
  await mentor.ok('claimReview', at(review.id));
  const approved = await mentor.ok('giveVerdict', { ...at(review.id), body: approval([first, second]) });
  expect(approved).toMatchObject({ state: 'approved', ballWith: null });
  expect((await learner.ok('listMyReviews')).items).toEqual([]);
  expect(approved.verdicts.map(({ decision, revision, reviewer }) => [decision, revision, reviewer?.name])).toEqual([
    ['changes_requested', 1, 'Mia Mentor'],
    ['approved', 2, 'Mia Mentor'],
  ]);
  expect(await proofOf(learner)).toEqual(['confirmed', 'confirmed', null, 2, 2]);
  expect(approved.events.map(({ kind }) => kind)).toEqual([
    'requested',
    'claim',
    'request-changes',
    'resubmit',
    'claim',
    'approve',
  ]);
  // The first revision is as it was, whatever the project is now.
  const was = await mentor.ok('readRevision', { params: { id: mine.id, number: 1 } });
  expect(was).toMatchObject({ number: 1, writeUp: '', covers: mine.covers });
  expect((await learner.ok('thankForReview', seen(approved))).abilities.thank).toBe(false);
});

it('confirms only what is met, in a project that still shows it, and by the latest verdict', async () => {
  const { mentor, learner, mine, review } = await asked(app);
  await mentor.ok('claimReview', at(review.id));
  const mixed = [...approval([first]).topics, ...approval([second], 'partly').topics];
  await mentor.ok('giveVerdict', { ...at(review.id), body: { ...approval([]), topics: mixed } });
  expect(await proofOf(learner)).toEqual(['confirmed', 'shown', null, 2, 1]);
  // Un-ticking hides it, ticking again brings it back.
  await setTopic(learner, first, { state: 'learning' });
  expect((await proofOf(learner))[4]).toBe(0);
  await setTopic(learner, first, { state: 'done' });
  expect((await proofOf(learner))[0]).toBe('confirmed');
  // Another project's “not met” takes nothing away; the same project's does.
  const other = await finishedProject(learner, [first], { title: 'Another' });
  const elsewhere = await askForReview(learner, other.id);
  await mentor.ok('claimReview', at(elsewhere.id));
  await mentor.ok('giveVerdict', { ...at(elsewhere.id), body: approval([first], 'not_met') });
  expect((await proofOf(learner))[0]).toBe('confirmed');
  const asking = await askForReview(learner, mine.id);
  await mentor.ok('claimReview', at(asking.id));
  await mentor.ok('giveVerdict', { ...at(asking.id), body: approval([first], 'not_met') });
  expect((await proofOf(learner))[0]).toBe('shown');
  expect(asking.revision).toBe(2);
});

it('keeps what was confirmed when the grant ends, and not when the project is deleted', async () => {
  const { mentor, learner, mine, review } = await asked(app);
  await mentor.ok('claimReview', at(review.id));
  await mentor.ok('giveVerdict', { ...at(review.id), body: approval([first]) });
  const [grant] = (await learner.ok('listGrants')).items;
  await learner.ok('endGrant', at(grant?.id ?? ''));
  expect((await proofOf(learner))[0]).toBe('confirmed');
  expect((await mentor.call('readReview', at(review.id))).status).toBe(404);
  expect((await learner.ok('readReview', at(review.id))).state).toBe('approved');
  await learner.ok('deleteProject', seen({ id: mine.id, version: 1 }));
  expect((await proofOf(learner))[0]).toBe('learned');
  expect((await learner.call('readReview', at(review.id))).status).toBe(404);
});

it('lets go of what a mentor holds when they may see it no more, and it keeps its place', async () => {
  const { mentor, learner, review } = await asked(app);
  await mentor.ok('claimReview', at(review.id));
  app.advance(hour);
  await Promise.all([renew(mentor), renew(learner)]);
  const [grant] = (await learner.ok('listGrants')).items;
  if (!grant) throw new Error('there is a grant');
  await learner.ok('changeGrant', { ...at(grant.id), body: { consent: { ...grant.consent, projects: false } } });
  expect((await mentor.call('giveVerdict', { ...at(review.id), body: approval([first]) })).status).toBe(404);
  const now = await learner.ok('readReview', at(review.id));
  expect(now).toMatchObject({ state: 'requested', claim: null, ballSince: review.ballSince });
});

it('takes one open review per project', async () => {
  const { learner, mine } = await asked(app);
  const again = await learner.call('askForReview', { ...at(mine.id), body: { question: 'Twice?' } });
  expect([again.status, again.problem.code]).toEqual([409, 'review-open']);
});

it('says why an act cannot be done, and the review stays as it is', async () => {
  const { mentor, learner, review } = await asked(app);
  const body = { audience: { kind: 'mentors' } };
  const codes = async (...acts: Promise<{ problem: { code: string } }>[]) =>
    (await Promise.all(acts)).map(({ problem }) => problem.code);
  expect(
    await codes(
      mentor.call('renewClaim', at(review.id)),
      learner.call('passBall', seen(review)),
      learner.call('askSomeoneElse', { ...seen(review), body }),
      learner.call('withdrawReview', { ...seen(review), headers: { 'if-match': '"7"' } }),
      learner.call('withdrawReview', at(review.id)),
    ),
  ).toEqual(['review-not-held', 'not-your-turn', 'promise-holds', 'stale', 'if-match-required']);
  expect(await learner.ok('readReview', at(review.id))).toEqual(review);
  await Review.updateOne({ _id: review.id }, { $set: { state: 'parked', ballWith: null } });
  expect(await codes(mentor.call('claimReview', at(review.id)))).toEqual(['review-parked']);
  await Review.updateOne({ _id: review.id }, { $set: { state: 'requested', ballWith: 'mentor' } });
  await learner.ok('withdrawReview', seen(review));
  expect(await codes(mentor.call('claimReview', at(review.id)))).toEqual(['review-closed']);
});

it('refuses a verdict on what the revision does not cover, and keeps nothing of it', async () => {
  const { mentor, review } = await asked(app, [first]);
  await mentor.ok('claimReview', at(review.id));
  const body = { ...approval([first, third]), requirements: [{ id: 'none', verdict: 'met' as const, text: '' }] };
  const refused = await mentor.call('giveVerdict', { ...at(review.id), body });
  expect(refused.status).toBe(422);
  expect(refused.problem.errors?.map(({ path }) => path)).toEqual(['topics.1.topicId', 'requirements.0.id']);
  expect(await mentor.ok('readReview', at(review.id))).toMatchObject({ state: 'in_review', verdicts: [] });
});

it('wants a sentence on every topic that it judges, and names the topic that has none', async () => {
  const { mentor, learner, review } = await asked(app, [first, second]);
  await mentor.ok('claimReview', at(review.id));
  const body = approval([first, second]);
  const [whole, mute] = body.topics;
  if (!whole || !mute) throw new Error('two topics are judged');
  const { text: _, ...without } = mute;
  for (const topic of [{ ...mute, text: '' }, { ...mute, text: ' . ' }, without]) {
    const refused = await mentor.call('giveVerdict', { ...at(review.id), body: { ...body, topics: [whole, topic] } });
    expect(refused.status).toBe(422);
    expect(refused.problem.errors).toEqual([{ path: 'topics.1.text', message: 'Say at least one sentence' }]);
  }
  const silent = await mentor.call('giveVerdict', { ...at(review.id), body: { ...body, text: '!' } });
  expect(silent.problem.errors?.map(({ path }) => path)).toEqual(['text']);
  expect(await mentor.ok('readReview', at(review.id))).toMatchObject({ state: 'in_review', verdicts: [] });
  const topics = [whole, { ...mute, text: ' The cache is never emptied. ' }];
  await mentor.ok('giveVerdict', { ...at(review.id), body: { ...body, topics } });
  const { verdicts } = await learner.ok('readReview', at(review.id));
  expect(verdicts[0]?.topics.map(({ text }) => text)).toEqual(['It holds.', 'The cache is never emptied.']);
});

it('still reads verdicts from before each topic had a sentence', async () => {
  const { mentor, learner, review } = await asked(app, [first]);
  await mentor.ok('claimReview', at(review.id));
  await mentor.ok('giveVerdict', { ...at(review.id), body: approval([first]) });
  const old = [{ roadmap: 'backend', topicId: first, verdict: 'met' }];
  await Verdict.updateOne({ reviewId: review.id }, { $set: { topics: old } });
  const { verdicts } = await learner.ok('readReview', at(review.id));
  expect(verdicts[0]?.topics).toEqual([{ ...old[0], text: '' }]);
});

it('lapses after 72 hours and is parked after 28 days, by the clock alone', async () => {
  const { mentor, learner, review } = await asked(app);
  await mentor.ok('claimReview', at(review.id));
  app.advance(72 * hour);
  await Promise.all([renew(mentor), renew(learner)]);
  // Nobody has looked at the clock yet, and it is free already.
  expect(await learner.ok('readReview', at(review.id))).toMatchObject({
    state: 'requested',
    ballSince: review.ballSince,
  });
  expect(await settleDue(app.deps, app.now())).toBeGreaterThan(0);
  expect(await settleDue(app.deps, app.now())).toBe(0);
  const lapsed = await learner.ok('readReview', at(review.id));
  expect(lapsed.events.at(-1)).toMatchObject({ kind: 'lapse', by: null });
  app.advance(28 * day);
  await settleDue(app.deps, app.now());
  await Promise.all([renew(mentor), renew(learner)]).catch(() => undefined);
  expect((await Review.findById(review.id).lean())?.state).toBe('parked');
});

it('can be made again from its events alone', async () => {
  for (const record of await Review.find().lean<ReviewRecord[]>()) {
    const events = await ReviewEventEntry.find({ reviewId: record._id }).sort({ place: 1 }).lean<ReviewEventRecord[]>();
    const made = events.reduce<ReviewStanding | null>(
      (before, { kind, at: when, actorId, revision, audience }) =>
        standingAfter(before, { kind, at: when, actorId, revision, ...(audience && { audience }) }),
      null,
    );
    expect(made).toEqual(standingOf(record));
    expect(events.map(({ place }) => place)).toEqual(events.map((_, place) => place + 1));
    expect(record.version).toBe(events.length);
  }
  expect(await Review.countDocuments()).toBeGreaterThan(5);
});
