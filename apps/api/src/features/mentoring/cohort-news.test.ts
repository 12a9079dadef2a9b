import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { cohort, join, type Member, mentored, mentorToo, nothing, signUp } from '../../../test/build.js';
import { startApp } from '../../../test/start.js';
import { toldIn } from '../../../test/told.js';
import { Account } from '../accounts/accounts.model.js';
import { notifyDue } from '../notifications/keep-notifying.js';
import { Grant } from './grants.model.js';

const app = await startApp();
const { digests, prefer } = toldIn(app);
const at = (id: string) => ({ params: { id } });
const news = async (member: Member) => {
  const { items } = await member.ok('listNotifications', { query: { only: 'unread' } });
  return items.map(({ kind, title, path, by }) => ({ kind, title, path, by: by?.id }));
};
const archive = async (mentor: Member, id: string) => {
  const { version } = await mentor.ok('readCohort', at(id));
  const headers = { 'if-match': `"${version}"` };
  return mentor.ok('changeCohort', { ...at(id), headers, body: { isArchived: true } });
};

it('tells who is asked, until they answer or it is withdrawn', async () => {
  const { mentor, cohort: made } = await mentored(app);
  const asked = await signUp(app);
  const offer = () => mentor.ok('offerCohort', { ...at(made.id), body: { handle: asked.account.handle } });
  await offer();
  await offer();
  const told = { kind: 'cohort-offer', title: made.name, path: 'mentoring', by: mentor.id };
  expect(await news(asked), 'once').toEqual([told]);
  const [open] = (await asked.ok('listMyCohortOffers')).items;
  await mentor.ok('withdrawCohortOffer', { params: { id: made.id, offerId: open?.id ?? '' } });
  expect(await news(asked)).toEqual([]);
  await offer();
  const [again] = (await asked.ok('listMyCohortOffers')).items;
  await asked.ok('declineCohortOffer', at(again?.id ?? ''));
  expect(await news(asked)).toEqual([]);
});

it('tells the learners of a mentor who came later, but not who joins after that', async () => {
  const { mentor, learner, cohort: made } = await mentored(app);
  const [later, next] = await Promise.all([signUp(app), signUp(app)]);
  await mentorToo(mentor, made.id, later);
  await join(next, made.code);
  await notifyDue(app.deps);
  const told = { kind: 'cohort-mentor', title: made.name, path: `cohorts/${made.id}`, by: later.id };
  expect([await news(learner), await news(next), await news(mentor)]).toEqual([[told], [], []]);
  await learner.ok('declineMentor', { params: { id: made.id, mentorId: later.id } });
  expect(await news(learner), 'who answered has read it').toEqual([]);
});

it('tells a mentor who was taken out, and nobody who left', async () => {
  const { mentor, cohort: made } = await mentored(app);
  const later = await signUp(app);
  await mentorToo(mentor, made.id, later);
  await mentor.ok('removeCohortMentor', { params: { id: made.id, mentorId: later.id } });
  const told = { kind: 'mentor-removed', title: made.name, path: 'mentoring', by: mentor.id };
  expect(await news(later)).toEqual([told]);
  await mentorToo(mentor, made.id, later);
  expect(await news(later), 'who is back').toEqual([]);
  await later.ok('removeCohortMentor', { params: { id: made.id, mentorId: later.id } });
  expect([await news(later), await news(mentor)]).toEqual([[], []]);
});

it('tells everybody of an archive, however many, and nobody who left before', async () => {
  const { mentor, learner, cohort: made } = await mentored(app);
  const [later, gone] = await Promise.all([signUp(app), signUp(app)]);
  await mentorToo(mentor, made.id, later);
  await notifyDue(app.deps);
  await join(gone, made.code);
  const [grant] = await Grant.find({ cohortId: made.id, learnerId: learner.id }).lean();
  if (!grant) throw new Error('the learner is in it');
  // Of these thousands nothing is needed here but that they are in it.
  const crowd = Array.from({ length: 240 }, () => new mongoose.Types.ObjectId());
  const { _id: _, ...given } = grant;
  await Grant.insertMany(
    crowd.map((learnerId) => ({ ...given, learnerId, enrolmentId: new mongoose.Types.ObjectId() })),
  );
  await archive(mentor, made.id);
  await gone.ok('leaveCohort', at(made.id));
  await notifyDue(app.deps);
  const told = { kind: 'cohort-archived', title: made.name, path: `cohorts/${made.id}`, by: mentor.id };
  expect([(await news(learner))[0], await news(later), await news(gone), await news(mentor)]).toEqual([
    ...[told, [told], [], []],
  ]);
  const count = await app.deps.connection.collection('notifications').countDocuments({ kind: 'cohort-archived' });
  expect(count).toBe(242);
});

it('writes a letter of it to who wants letters', async () => {
  const mentor = await signUp(app, { name: 'Mira' });
  const made = await cohort(mentor, { name: 'Evening class' });
  const learner = await signUp(app);
  await join(learner, made.code, nothing);
  await Account.updateOne({ _id: learner.id }, { verifiedAt: app.now() });
  await prefer(learner, 'at-once');
  await archive(mentor, made.id);
  await notifyDue(app.deps);
  expect((await digests(learner)).map(({ subject }) => subject)).toMatchObject([
    expect.stringMatching(/^Evening class .*: Mira put it into the archive/),
  ]);
});
