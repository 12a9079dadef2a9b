import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { type Member, renew } from '../../../test/build.js';
import { at } from '../../../test/reviewing.js';
import { hour, minute, startApp } from '../../../test/start.js';
import { toldIn } from '../../../test/told.js';
import { Account } from '../accounts/accounts.model.js';
import { Review, type ReviewRecord } from '../reviews/reviews.model.js';
import { notifyDue } from './keep-notifying.js';
import { aboutReview, Notification, type NotificationRecord } from './notifications.model.js';
import { sendDigest } from './send-digest.js';

const app = await startApp();
const withoutMail = await startApp({ isLoopback: false, publicUrl: 'https://way.example.org' });

const { digests, prefer, toldMentor } = toldIn(app);
const about = (id: string) => ({ kind: 'review' as const, id });
const subjects = async (member: Member) => (await digests(member)).map(({ subject }) => subject);

it('writes at once to who wants that: of which project and roadmap, and leads there', async () => {
  const { mentor, learner, another } = await toldMentor();
  const review = await another('Link shortener');
  await notifyDue(app.deps);
  const [letter, ...others] = await digests(mentor);
  expect(others).toEqual([]);
  expect(letter?.subject).toBe('Link shortener (Backend Developer): Lea Learner asks for a review');
  expect(letter?.url).toBe(`${app.address}/reviews/${review.id}`);
  expect(letter?.text).toContain(`No more letters like this:\n${app.address}/unsubscribe/`);
  expect(await digests(learner)).toEqual([]);
});

it('tells of each review once until it is read, and then anew', async () => {
  const { mentor, learner, another } = await toldMentor();
  const review = await another();
  await notifyDue(app.deps);
  await mentor.ok('claimReview', at(review.id));
  const say = (text: string) => learner.ok('sayInReview', { ...at(review.id), body: { text } });
  await say('One');
  await notifyDue(app.deps);
  await say('Two');
  await notifyDue(app.deps);
  expect(await subjects(mentor)).toEqual([
    'Another (Backend Developer): Lea Learner asks for a review',
    'Another (Backend Developer): Lea Learner wrote something',
  ]);
  // Another review is told of alone.
  await another('Poll');
  await notifyDue(app.deps);
  expect((await subjects(mentor)).at(-1)).toBe('Poll (Backend Developer): Lea Learner asks for a review');
  await mentor.ok('seeAbout', { body: about(review.id) });
  await say('Three');
  await notifyDue(app.deps);
  expect((await subjects(mentor)).at(-1)).toBe('Another (Backend Developer): Lea Learner wrote something');
  expect(await subjects(mentor)).toHaveLength(4);
});

it('gathers an hour’s news in one letter, without what was read meanwhile', async () => {
  const { mentor, another } = await toldMentor('hourly');
  const [first] = [await another('First'), await another('Second'), await another('Third')];
  app.advance(59 * minute);
  await notifyDue(app.deps);
  expect(await digests(mentor)).toEqual([]);
  await renew(mentor);
  await mentor.ok('seeAbout', { body: about(first?.id ?? '') });
  app.advance(minute);
  await notifyDue(app.deps);
  const [letter, ...others] = await digests(mentor);
  expect(others).toEqual([]);
  expect(letter?.subject).toMatch(/^(Second|Third) \(Backend Developer\) and 1 more$/);
  expect(letter?.url).toBe(`${app.address}/notifications`);
  expect(letter?.text).toContain('Second (Backend Developer): Lea Learner asks for a review.');
  expect(letter?.text).not.toContain('First');
});

it('writes nothing where all of it was read', async () => {
  const { mentor, another } = await toldMentor('hourly');
  await another();
  await mentor.ok('readNotifications', { body: { until: app.now().toISOString() } });
  app.advance(hour);
  expect(await notifyDue(app.deps)).toBeGreaterThan(0);
  expect(await digests(mentor)).toEqual([]);
});

it('waits for the morning where the member is', async () => {
  const { mentor, another } = await toldMentor('daily', 'Asia/Tokyo');
  await another();
  const there = () => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZone: 'Asia/Tokyo' }).format(app.now());
  for (let i = 0; i < 24 && (await digests(mentor)).length === 0; i += 1) {
    app.advance(hour);
    await notifyDue(app.deps);
  }
  expect([await subjects(mentor), there()]).toEqual([
    ['Another (Backend Developer): Lea Learner asks for a review'],
    '08',
  ]);
});

it.each(['off', 'not confirmed', 'disabled', 'going'])('writes to nobody who is %s', async (why) => {
  const { mentor, another } = await toldMentor(why === 'off' ? 'off' : 'at-once');
  if (why === 'not confirmed') await Account.updateOne({ _id: mentor.id }, { $unset: { verifiedAt: 1 } });
  if (why === 'disabled') await Account.updateOne({ _id: mentor.id }, { $set: { disabledAt: app.now() } });
  if (why === 'going') await Account.updateOne({ _id: mentor.id }, { $set: { eraseAfter: app.now() } });
  await another();
  await notifyDue(app.deps);
  expect(await digests(mentor)).toEqual([]);
  // What was not told waits for when it can be.
  await Account.updateOne(
    { _id: mentor.id },
    { $set: { verifiedAt: app.now(), digest: 'hourly' }, $unset: { disabledAt: 1, eraseAfter: 1 } },
  );
  await sendDigest(app.deps, mentor.id, app.now());
  expect(await digests(mentor)).toHaveLength(1);
});

it('writes nothing where the instance sends no mail, and marks nothing as told', async () => {
  const { mentor, another } = await toldMentor();
  await another();
  expect(await notifyDue({ ...withoutMail.deps, now: app.now })).toBeGreaterThan(0);
  expect(await digests(mentor)).toEqual([]);
  expect(
    await Notification.countDocuments({ memberId: mentor.id, mailedAt: mongoose.trusted({ $exists: true }) }),
  ).toBe(0);
});

it('says nothing of a learner whose grant ended before the letter left', async () => {
  const { mentor, learner, grant, another } = await toldMentor('hourly');
  await another();
  await learner.ok('endGrant', { params: { id: grant.id } });
  app.advance(hour);
  await notifyDue(app.deps);
  expect(await digests(mentor)).toEqual([]);
});

it('leaves once, however many processes look', async () => {
  const { mentor, another } = await toldMentor();
  await another();
  await Promise.all(Array.from({ length: 6 }, () => notifyDue(app.deps)));
  expect(await digests(mentor)).toHaveLength(1);
});

it('tells of everything, where it is more than one letter takes, and of what lies behind what is no more', async () => {
  const { mentor, learner, another } = await toldMentor('hourly');
  const review = await another('Oldest');
  const one = await Review.findOne({ _id: review.id }).orFail().lean<ReviewRecord>();
  const told = await Notification.findOne({ memberId: mentor.id }).orFail().lean<NotificationRecord>();
  /** As many more, each a moment later than the one before. */
  const tellOf = async (count: number, isThere: boolean) => {
    const newId = () => new mongoose.Types.ObjectId();
    const reviews = Array.from({ length: count }, () => ({ ...one, _id: newId(), projectId: newId() }));
    if (isThere) await Review.insertMany(reviews);
    const at = (place: number) => new Date(app.now().getTime() + place);
    await Notification.insertMany(
      reviews.map(({ _id }, place) => ({ ...told, _id: newId(), about: aboutReview(_id), at: at(place + 1) })),
    );
  };
  const untold = () =>
    Notification.countDocuments({
      memberId: mentor.id,
      isUnread: true,
      mailedAt: mongoose.trusted({ $exists: false }),
    });
  await tellOf(100, true);
  app.advance(hour);
  await notifyDue(app.deps);
  expect(await untold()).toBe(0);
  expect(await subjects(mentor)).toEqual([
    // The copies have no revision that says what they are about.
    'Oldest and 99 more',
    'Oldest (Backend Developer): Lea Learner asks for a review',
  ]);
  for (const member of [mentor, learner]) await renew(member);
  await mentor.ok('readNotifications', { body: { until: app.now().toISOString() } });
  await another('Behind');
  await tellOf(100, false);
  app.advance(hour);
  await notifyDue(app.deps);
  expect((await subjects(mentor)).at(-1)).toBe('Behind (Backend Developer): Lea Learner asks for a review');
  expect(await untold()).toBe(0);
});

it('comes sooner for who wants it sooner', async () => {
  const { mentor, another } = await toldMentor('daily');
  await another();
  await prefer(mentor, 'at-once');
  await notifyDue(app.deps);
  expect(await digests(mentor)).toHaveLength(1);
});
