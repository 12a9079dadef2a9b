import { expect, it } from 'vitest';
import { askForReview, everything, finishedProject, join, type Member, renew, signUp } from '../../../test/build.js';
import { approval, asked, at, coreTopics, seen } from '../../../test/reviewing.js';
import { day, hour, minute, startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';
import { eraseAccounts } from '../accounts/erase-accounts.js';
import { settleDue } from '../reviews/keep-reviewing.js';
import { aboutReview, Notification } from './notifications.model.js';

const app = await startApp();

const listed = async (member: Member) => (await member.ok('listNotifications')).items;
const about = (id: string) => ({ kind: 'review' as const, id });
const unread = async (member: Member) => (await member.ok('countNotifications')).unread;
/** What a member was told of and did not read, the newest first. */
const news = async (member: Member) =>
  (await member.ok('listNotifications', { query: { only: 'unread' } })).items.map(({ kind }) => kind);

/** Another who sees the learner's projects. */
async function secondMentor(learner: Member): Promise<Member> {
  const mate = await signUp(app, { name: 'Max Mentor' });
  const { code } = await mate.ok('createCohort', { body: { name: 'Another', roadmap: 'backend' } });
  await join(learner, code ?? '', everything);
  return mate;
}

it('tells who is asked, and never who asked', async () => {
  const { mentor, learner, mine, review } = await asked(app);
  expect(await listed(mentor)).toEqual([
    {
      id: expect.any(String),
      kind: 'requested',
      about: about(review.id),
      title: mine.title,
      path: `reviews/${review.id}`,
      learner: review.learner,
      by: review.learner,
      days: null,
      count: 1,
      at: app.now().toISOString(),
      isRead: false,
    },
  ]);
  expect(await listed(learner)).toEqual([]);
  expect([await unread(mentor), await unread(learner)]).toEqual([1, 0]);
});

it('tells each side of what the other does, as one per review until it is read', async () => {
  const { mentor, learner, review } = await asked(app);
  const id = at(review.id);
  await mentor.ok('claimReview', id);
  // Who takes it on has read of it.
  expect([await news(mentor), await news(learner)]).toEqual([[], ['claim']]);
  await mentor.ok('sayInReview', { ...id, body: { text: 'Where are the tests?' } });
  await mentor.ok('giveVerdict', { ...id, body: { ...approval([]), decision: 'changes_requested' } });
  const [one, ...others] = await listed(learner);
  expect(one).toMatchObject({ kind: 'request-changes', count: 3, by: { id: mentor.id } });
  expect(others).toEqual([]);
  const after = await learner.ok('readReview', id);
  await learner.ok('resubmit', seen(after));
  expect([await news(mentor), await news(learner)]).toEqual([['resubmit'], []]);
  await mentor.ok('claimReview', id);
  expect(await listed(learner)).toMatchObject([
    { kind: 'claim', count: 1, isRead: false },
    { kind: 'request-changes', count: 3, isRead: true },
  ]);
  await mentor.ok('renewClaim', id);
  expect((await listed(learner))[0]).toMatchObject({ kind: 'claim', count: 1 });
  await mentor.ok('passBall', { ...id, headers: { 'if-match': `"${(await mentor.ok('readReview', id)).version}"` } });
  expect(await news(learner)).toEqual(['pass']);
  await learner.ok('passBall', seen(await learner.ok('readReview', id)));
  expect([await news(mentor), await news(learner)]).toEqual([['pass'], []]);
  await mentor.ok('giveVerdict', { ...id, body: approval([]) });
  expect(await news(learner)).toEqual(['approve']);
  await learner.ok('thankForReview', seen(await learner.ok('readReview', id)));
  expect([await news(mentor), await news(learner)]).toEqual([['thank'], []]);
});

it('takes it from the others once one has it, and gives it back with the review', async () => {
  const { mentor, learner } = await asked(app);
  const mate = await secondMentor(learner);
  const topics = coreTopics(app).slice(0, 1);
  const review = await askForReview(learner, (await finishedProject(learner, topics)).id);
  const id = at(review.id);
  expect([(await news(mentor)).length, await news(mate)]).toEqual([2, ['requested']]);
  await mentor.ok('claimReview', id);
  expect([(await news(mentor)).length, await news(mate), await news(learner)]).toEqual([1, [], ['claim']]);
  await mentor.ok('releaseReview', id);
  expect([await news(mate), await news(learner)]).toEqual([['release'], ['release']]);
  // Who gave it back is not told of it.
  expect(await news(mentor)).toEqual(['requested']);
  await mate.ok('claimReview', id);
  app.advance(72 * hour);
  await settleDue(app.deps, app.now());
  expect(
    await Notification.find({ about: aboutReview(review.id), isUnread: true, kind: 'lapse' }).distinct('memberId'),
  ).toHaveLength(3);
  expect(await Notification.findOne({ about: aboutReview(review.id), kind: 'lapse' }).lean()).toMatchObject({
    actorId: null,
  });
});

it('begins anew once it was read: by name, by opening the review, and all up to what was seen', async () => {
  const { mentor, learner, review } = await asked(app);
  const say = (text: string) => learner.ok('sayInReview', { ...at(review.id), body: { text } });
  const [first] = await listed(mentor);
  await mentor.ok('readNotification', { params: { id: first?.id ?? '' } });
  await mentor.ok('readNotification', { params: { id: first?.id ?? '' } });
  expect(await unread(mentor)).toBe(0);
  await mentor.ok('claimReview', at(review.id));
  await say('One more thing');
  expect(await news(learner)).toEqual([]);
  expect(await listed(mentor)).toMatchObject([
    { kind: 'said', count: 1, isRead: false },
    { kind: 'requested', isRead: true },
  ]);
  await mentor.ok('seeAbout', { body: about(review.id) });
  expect(await unread(mentor)).toBe(0);
  await say('And another');
  const until = app.now().toISOString();
  app.advance(minute);
  const topics = coreTopics(app).slice(0, 1);
  await askForReview(learner, (await finishedProject(learner, topics)).id);
  await mentor.ok('readNotifications', { body: { until } });
  expect(await news(mentor)).toEqual(['requested']);
});

it('is one per review, however many things happen at once', async () => {
  const { mentor, learner, review } = await asked(app);
  await mentor.ok('seeAbout', { body: about(review.id) });
  await mentor.ok('claimReview', at(review.id));
  const said = await Promise.all(
    Array.from({ length: 8 }, (_, i) => learner.call('sayInReview', { ...at(review.id), body: { text: `Word ${i}` } })),
  );
  expect(said.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
  expect((await listed(mentor)).filter(({ isRead }) => !isRead)).toMatchObject([{ kind: 'said', count: 8 }]);
});

it('is kept or not with what it tells of: an act that fails tells nobody', async () => {
  const { mentor, learner, review } = await asked(app);
  await mentor.ok('seeAbout', { body: about(review.id) });
  const withdrawn = await learner.call('withdrawReview', { ...at(review.id), headers: { 'if-match': '"9"' } });
  expect(withdrawn.problem.code).toBe('stale');
  const key = { 'idempotency-key': 'the-same-comment-twice' };
  const body = { text: 'Once' };
  await mentor.ok('claimReview', at(review.id));
  for (const _ of [1, 2]) await learner.ok('sayInReview', { ...at(review.id), body, headers: key });
  expect((await listed(mentor))[0]).toMatchObject({ kind: 'said', count: 1 });
});

it('pages through them, the newest first', async () => {
  const { mentor, learner, review } = await asked(app);
  const topics = coreTopics(app).slice(0, 1);
  const made = [review.id];
  for (let i = 0; i < 4; i += 1) {
    if (i % 2 === 0) app.advance(minute);
    made.unshift((await askForReview(learner, (await finishedProject(learner, topics)).id)).id);
  }
  const seenIds: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await mentor.ok('listNotifications', { query: { limit: 2, ...(cursor && { cursor }) } });
    seenIds.push(...page.items.map(({ about }) => about.id));
    cursor = page.nextCursor;
  }
  expect(seenIds).toEqual(made);
});

it('leaves a mentor nothing of a learner whose grant has ended, and tells them no more', async () => {
  const { mentor, learner, grant, review } = await asked(app);
  const mate = await secondMentor(learner);
  await mentor.ok('claimReview', at(review.id));
  await learner.ok('sayInReview', { ...at(review.id), body: { text: 'A word' } });
  expect(await listed(mentor)).toHaveLength(2);
  await learner.ok('endGrant', { params: { id: grant.id } });
  expect(await listed(mentor)).toEqual([]);
  // It goes back to those who are asked still.
  expect(await news(mate)).toEqual(['lapse']);
  await learner.ok('sayInReview', { ...at(review.id), body: { text: 'Another' } });
  const topics = coreTopics(app).slice(0, 1);
  await askForReview(learner, (await finishedProject(learner, topics)).id);
  expect(await listed(mentor)).toEqual([]);
  expect(await listed(mate)).toHaveLength(2);
});

it('leaves who is asked no more nothing, when the learner asks somebody else', async () => {
  const { mentor, learner, review } = await asked(app);
  const mate = await secondMentor(learner);
  app.advance(8 * day);
  const { accessToken } = (await learner.call('signIn', { body: { email: learner.email, password: learner.password } }))
    .body;
  learner.token = accessToken;
  const now = await learner.ok('readReview', at(review.id));
  const body = { audience: { kind: 'mentor' as const, mentorId: mate.id } };
  await learner.ok('askSomeoneElse', { ...seen(now), body });
  expect(await Notification.find({ about: aboutReview(review.id) }).distinct('kind')).toEqual(['ask']);
  expect((await Notification.find({ about: aboutReview(review.id) }).distinct('memberId')).map(String)).toEqual([
    mate.id,
  ]);
  expect(mentor.id).not.toBe(mate.id);
});

it('leaves who was asked nothing, when the learner turns to the pool', async () => {
  const { mentor, learner, review } = await asked(app);
  const volunteer = await signUp(app, { name: 'Vic Volunteer' });
  await volunteer.ok('changeReviewer', { body: { promiseDays: null, inPool: true, isNamed: false } });
  expect(await news(mentor)).toEqual(['requested']);
  app.advance(8 * day);
  await Promise.all([renew(learner), renew(mentor), renew(volunteer)]);
  const body = { audience: { kind: 'pool' as const } };
  await learner.ok('askSomeoneElse', { ...seen(await learner.ok('readReview', at(review.id))), body });
  expect([await listed(mentor), await listed(volunteer)]).toEqual([[], []]);
  await volunteer.ok('claimReview', at(review.id));
  expect(await news(learner)).toEqual(['claim']);
  await learner.ok('sayInReview', { ...at(review.id), body: { text: 'Welcome' } });
  expect([await listed(mentor), await news(volunteer)]).toEqual([[], ['said']]);
});

it('goes with the project, and with the account', async () => {
  const { mentor, learner, mine, review } = await asked(app);
  const { version } = await learner.ok('readProject', { params: { id: mine.id } });
  await learner.ok('deleteProject', { params: { id: mine.id }, headers: { 'if-match': `"${version}"` } });
  expect(await Notification.countDocuments({ about: aboutReview(review.id) })).toBe(0);
  const topics = coreTopics(app).slice(0, 1);
  await askForReview(learner, (await finishedProject(learner, topics)).id);
  const exported = JSON.parse((await mentor.call('exportMe')).text);
  expect(exported.notifications).toMatchObject([{ kind: 'requested', isRead: false, count: 1 }]);
  await Account.updateOne({ _id: mentor.id }, { $set: { eraseAfter: app.now() } });
  await eraseAccounts(app.now());
  expect(await Notification.countDocuments({ memberId: mentor.id })).toBe(0);
});
