import { beforeEach, expect, it } from 'vitest';
import { askForReview, finishedProject, type Member, mentored, signInAgain } from '../../../test/build.js';
import { lettersTo } from '../../../test/letters.js';
import { here, serve } from '../../../test/near-web.js';
import { day, hour, minute, startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';
import { notifyDue } from '../notifications/keep-notifying.js';
import { Notification } from '../notifications/notifications.model.js';
import { checkDueLinks } from './check-links.js';
import { ProjectLinks } from './links.model.js';

const app = await startApp();
let status = 404;
let port = 0;

beforeEach(async () => {
  // Those of the test before would be looked at on each of the days.
  await ProjectLinks.deleteMany({});
  status = 404;
  port = await serve((_req, res) => {
    res.writeHead(status).end();
  });
  app.deps.outbound = here;
});

const demo = (path = 'shortener') => `http://demo.example:${port}/${path}`;

/** A project with a demo, sent for review or not. */
async function shown({ isSent = true, ...project }: object & { isSent?: boolean } = {}) {
  const { learner, mentor } = await mentored(app);
  const mine = await finishedProject(learner, [], { repoUrl: null, demoUrl: demo(), ...project });
  if (isSent) await askForReview(learner, mine.id);
  const change = async (body: object) => {
    const again = await signInAgain(learner);
    const { version } = await again.ok('readProject', { params: { id: mine.id } });
    return again.ok('changeProject', { params: { id: mine.id }, headers: { 'if-match': `"${version}"` }, body });
  };
  return { learner, mentor, mine, change };
}

/** What a member was told of dead links: how many have not been read, and how often in all. */
async function toldOf({ id }: Member) {
  const found = await Notification.find({ memberId: id, kind: 'dead-link' }).lean();
  return {
    unread: found.filter(({ isUnread }) => isUnread).length,
    all: found.reduce((sum, { count }) => sum + count, 0),
  };
}

/** A day at a time, several processes looking at once. */
async function pass(days: number) {
  for (let i = 0; i < days; i += 1) {
    app.advance(day);
    await Promise.all([checkDueLinks(app.deps), checkDueLinks(app.deps)]);
  }
}

it('tells the learner once, when seven days are over, and nobody else', async () => {
  const { learner, mentor, mine } = await shown();
  await checkDueLinks(app.deps);
  await pass(6);
  expect(await toldOf(learner)).toEqual({ unread: 0, all: 0 });
  await pass(1);
  expect(await toldOf(learner)).toEqual({ unread: 1, all: 1 });
  const { items } = await (await signInAgain(learner)).ok('listNotifications');
  expect(items[0]).toMatchObject({ kind: 'dead-link', by: null, path: `projects/${mine.id}`, isRead: false });
  await pass(30);
  expect(await toldOf(learner)).toEqual({ unread: 1, all: 1 });
  expect(await toldOf(mentor)).toEqual({ unread: 0, all: 0 });
});

it('writes of it, and leads to the project', async () => {
  const { learner, mine } = await shown();
  await Account.updateOne({ _id: learner.id }, { $set: { verifiedAt: app.now(), digest: 'at-once' } });
  await checkDueLinks(app.deps);
  await pass(7);
  await notifyDue(app.deps);
  const [letter] = (await lettersTo(app, learner.email)).filter(({ kind }) => kind === 'digest');
  expect(letter?.subject).toContain('A link of it has led nowhere for a week');
  expect(letter?.text).toContain(`/projects/${mine.id}`);
});

it('looks on the very day that a grace ends, however often it was looked at before', async () => {
  const { learner, mine } = await shown();
  await checkDueLinks(app.deps);
  await pass(3);
  await (await signInAgain(learner)).ok('checkLinks', { params: { id: mine.id } });
  await checkDueLinks(app.deps);
  await pass(3);
  expect((await toldOf(learner)).all).toBe(0);
  await pass(1);
  expect((await toldOf(learner)).all).toBe(1);
});

it('waits with what could not be looked at, and tells of it once it is dead for sure', async () => {
  const { learner } = await shown();
  await checkDueLinks(app.deps);
  await pass(6);
  status = 503;
  await pass(3);
  expect((await toldOf(learner)).all).toBe(0);
  status = 404;
  app.advance(6 * hour);
  await checkDueLinks(app.deps);
  expect((await toldOf(learner)).all).toBe(1);
});

it('begins anew with another address; an edited one is told of no more', async () => {
  const { learner, mine, change } = await shown();
  await checkDueLinks(app.deps);
  await pass(7);
  expect(await toldOf(learner)).toEqual({ unread: 1, all: 1 });
  expect((await ProjectLinks.findOne({ _id: mine.id }).lean())?.deadSince).toBeInstanceOf(Date);
  await change({ demoUrl: demo('moved') });
  expect((await ProjectLinks.findOne({ _id: mine.id }).lean())?.deadSince, 'at once').toBeNull();
  app.advance(minute);
  await checkDueLinks(app.deps);
  expect(await toldOf(learner)).toEqual({ unread: 0, all: 1 });
  await pass(6);
  expect(await toldOf(learner)).toEqual({ unread: 0, all: 1 });
  await pass(1);
  expect(await toldOf(learner)).toEqual({ unread: 1, all: 2 });
  await change({ demoUrl: null });
  await checkDueLinks(app.deps);
  expect(await toldOf(learner)).toEqual({ unread: 0, all: 2 });
});

it('is over when it answers again, and tells anew of the next time', async () => {
  const { learner } = await shown();
  await checkDueLinks(app.deps);
  await pass(7);
  status = 200;
  await pass(7);
  expect(await toldOf(learner)).toEqual({ unread: 0, all: 1 });
  status = 404;
  await pass(7);
  expect(await toldOf(learner), 'dead since today').toEqual({ unread: 0, all: 1 });
  await pass(7);
  expect(await toldOf(learner)).toEqual({ unread: 1, all: 2 });
});

it('leaves unread what was told of the review beside it', async () => {
  const { learner, mentor, change } = await shown();
  await checkDueLinks(app.deps);
  const again = await signInAgain(mentor);
  const [review] = (await again.ok('listReviews')).items;
  await again.ok('claimReview', { params: { id: review?.id ?? '' } });
  await pass(7);
  expect(await toldOf(learner)).toMatchObject({ unread: 1 });
  await change({ demoUrl: demo('moved') });
  await checkDueLinks(app.deps);
  expect(await toldOf(learner)).toMatchObject({ unread: 1 });
});

it.each([
  ['was never sent for review', { isSent: false }, {}],
  ['is for nobody else', {}, { visibility: 'private' }],
  ['was put away', {}, { isArchived: true }],
])('says nothing of a project that %s', async (_name, begun, changes) => {
  const { learner, change } = await shown(begun);
  if (Object.keys(changes).length > 0) await change(changes);
  await checkDueLinks(app.deps);
  await pass(30);
  expect((await toldOf(learner)).all).toBe(0);
});
