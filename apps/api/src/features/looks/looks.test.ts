import type { LookedAt } from '@waymark/contract';
import { expect, it, vi } from 'vitest';
import { everything, join, type Member, makeOwner, mentored, renew, signUp } from '../../../test/build.js';
import { addImage, tinyPng } from '../../../test/pictures.js';
import { asked, at } from '../../../test/reviewing.js';
import { hour, minute, startApp } from '../../../test/start.js';
import { eraseAccounts } from '../accounts/erase-accounts.js';
import { Look } from './looks.model.js';
import { recordLooks } from './record-looks.js';

const app = await startApp();

const looksAt = async (learner: Member) => (await learner.ok('listLooks')).items;
const dashboard = (mentor: Member, learner: Member) =>
  mentor.ok('readLearner', { ...at(learner.id), query: { roadmap: 'backend' } });

it.each<[LookedAt, string, (world: Awaited<ReturnType<typeof asked>>) => Promise<unknown>]>([
  ['list', 'a roster', ({ mentor }) => mentor.ok('listLearners')],
  ['dashboard', 'a dashboard', ({ mentor, learner }) => dashboard(mentor, learner)],
  ['export', 'a file of theirs', ({ mentor }) => mentor.call('exportLearners')],
  ['list', 'a queue', ({ mentor }) => mentor.ok('listReviews')],
  ['review', 'a review', ({ mentor, review }) => mentor.ok('readReview', at(review.id))],
  ['review', 'what was said in it', ({ mentor, review }) => mentor.ok('listComments', at(review.id))],
  ['project', 'a revision', ({ mentor, mine }) => mentor.ok('readRevision', { params: { id: mine.id, number: '1' } })],
  ['images', 'pictures', ({ mentor, mine }) => mentor.ok('listImages', at(mine.id))],
])('writes down “%s” when a mentor reads %s, and says so to its learner alone', async (what, _, act) => {
  const world = await asked(app);
  const { learner, mentor } = world;
  expect(await looksAt(learner)).toEqual([]);
  await act(world);
  const now = app.now().toISOString();
  const known = { id: mentor.id, name: 'Mia Mentor', handle: mentor.account.handle };
  expect(await looksAt(learner)).toMatchObject([{ mentor: known, what, firstAt: now, lastAt: now }]);
  expect(await looksAt(mentor)).toEqual([]);
});

it('writes down a picture that is fetched by its address', async () => {
  const { learner, mentor, mine } = await asked(app);
  const image = await addImage(learner, mine.id, tinyPng);
  await learner.ok('changeProject', {
    ...at(mine.id),
    body: { writeUp: `![x](image:${image.name})` },
    headers: { 'if-match': '"1"' },
  });
  const [seen] = (await mentor.ok('listImages', at(mine.id))).items;
  await Look.deleteMany({ learnerId: learner.id });
  app.advance(6 * minute);
  expect((await mentor.call('readImage', { params: { pass: seen?.address.split('/').at(-1) ?? '' } })).status).toBe(
    200,
  );
  expect(await looksAt(learner)).toMatchObject([{ what: 'images' }]);
});

it('is no look to read what is one’s own', async () => {
  const { learner, review, mine } = await asked(app);
  await learner.ok('readReview', at(review.id));
  await learner.ok('readRevision', { params: { id: mine.id, number: '1' } });
  await learner.ok('listImages', at(mine.id));
  await learner.ok('listReviews');
  expect(await Look.countDocuments({ mentorId: learner.id })).toBe(0);
});

it('is no look that found nothing', async () => {
  const { learner, mentor, grant, review } = await asked(app);
  await learner.ok('endGrant', at(grant.id));
  await mentor.ok('listLearners');
  await mentor.ok('listReviews');
  await mentor.call('readLearner', at(learner.id));
  await mentor.call('readReview', at(review.id));
  expect(await looksAt(learner)).toEqual([]);
});

it('never is an owner’s, who sees no work', async () => {
  const { learner } = await mentored(app);
  const owner = await signUp(app).then(makeOwner);
  await owner.ok('listMembers');
  await owner.ok('readMember', at(learner.id));
  await owner.call('readLearner', at(learner.id));
  await owner.ok('listLearners');
  expect(await Look.countDocuments({ mentorId: owner.id })).toBe(0);
});

it('is told by the hour, its first and last time, not how often', async () => {
  const { mentor, learner } = await mentored(app);
  app.advance(hour - (app.now().getTime() % hour));
  const begin = app.now().toISOString();
  for (const member of [mentor, learner]) await renew(member);
  await dashboard(mentor, learner);
  app.advance(minute);
  await dashboard(mentor, learner);
  app.advance(7 * minute);
  await dashboard(mentor, learner);
  const last = app.now().toISOString();
  expect(await looksAt(learner)).toMatchObject([
    { what: 'dashboard', roadmap: 'backend', hour: begin, firstAt: begin, lastAt: last },
  ]);
  app.advance(hour);
  for (const member of [mentor, learner]) await renew(member);
  await dashboard(mentor, learner);
  expect((await looksAt(learner)).map(({ hour: when }) => Date.parse(when) - Date.parse(begin))).toEqual([hour, 0]);
});

it('costs a page nothing the second time, for five minutes', async () => {
  const { mentor } = await mentored(app);
  const writes = vi.spyOn(Look, 'bulkWrite');
  await mentor.ok('listLearners');
  expect(writes).toHaveBeenCalledTimes(1);
  await mentor.ok('listLearners');
  expect(writes).toHaveBeenCalledTimes(1);
  app.advance(5 * minute);
  await mentor.ok('listLearners');
  expect(writes).toHaveBeenCalledTimes(2);
  writes.mockRestore();
});

it('is one, whoever writes it first: ten processes at once, ten rounds', async () => {
  const { mentor, learner } = await mentored(app);
  for (let round = 0; round < 10; round += 1) {
    const look = { learnerId: learner.id, mentorId: mentor.id, what: 'export', roadmap: 'backend' } as const;
    const now = new Date(app.now().getTime() + round * hour);
    // Each call before the first has ended: none of them remembers.
    await Promise.all(Array.from({ length: 10 }, () => recordLooks([look], now)));
  }
  expect((await looksAt(learner)).filter(({ what }) => what === 'export')).toHaveLength(10);
});

it('is not shown what could not be written down', async () => {
  const { mentor, learner } = await mentored(app);
  const broken = vi.spyOn(Look, 'bulkWrite').mockRejectedValueOnce(new Error('no room left'));
  expect((await mentor.call('readLearner', at(learner.id))).status).toBe(500);
  broken.mockRestore();
  expect((await mentor.call('readLearner', at(learner.id))).status).toBe(200);
  expect(await looksAt(learner)).toHaveLength(1);
});

it('is listed the last hour first, page by page, of all or of one mentor', async () => {
  const { mentor, learner } = await mentored(app);
  const other = await signUp(app, { name: 'Max Mentor' });
  await join(learner, (await other.ok('createCohort', { body: { name: 'Two', roadmap: 'backend' } })).code ?? '');
  const whats = ['list', 'dashboard', 'images', 'review', 'project'] as const;
  for (const [place, what] of whats.entries()) {
    const now = new Date(app.now().getTime() - Math.floor(place / 2) * hour);
    await recordLooks(
      [mentor, other].map(({ id }) => ({ learnerId: learner.id, mentorId: id, what })),
      now,
    );
  }
  const all: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await learner.ok('listLooks', { query: { limit: 3, ...(cursor && { cursor }) } });
    all.push(...page.items.map(({ hour: when, id }) => `${when} ${id}`));
    cursor = page.nextCursor;
  } while (cursor);
  expect(all).toHaveLength(10);
  expect(all).toEqual([...new Set(all)].toSorted().toReversed());
  const theirs = (await learner.ok('listLooks', { query: { mentor: other.id } })).items;
  expect(theirs).toHaveLength(5);
  expect(new Set(theirs.map((look) => look.mentor.name))).toEqual(new Set(['Max Mentor']));
  expect((await learner.call('listLooks', { query: { cursor: 'eA' } })).status).toBe(400);
});

it('leaves with its learner, and goes with them; a mentor who left has no name in it', async () => {
  const { mentor, learner } = await mentored(app, everything);
  await dashboard(mentor, learner);
  const file = JSON.parse((await learner.call('exportMe')).text);
  expect(file.looks).toMatchObject([{ mentorId: mentor.id, what: 'dashboard', roadmap: 'backend' }]);
  await mentor.ok('deleteMe');
  expect(await looksAt(learner)).toMatchObject([{ mentor: { id: mentor.id, name: '' } }]);
  await learner.ok('deleteMe');
  await eraseAccounts(new Date(app.now().getTime() + 8 * 24 * hour));
  expect(await Look.countDocuments({ learnerId: learner.id })).toBe(0);
});
