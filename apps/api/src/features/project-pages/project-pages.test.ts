import { imageReference } from '@waymark/contract';
import { expect, it } from 'vitest';
import { finishedProject, type Member } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { addImage, pngWithText, tinyPng } from '../../../test/pictures.js';
import { approval, asked, at, coreTopics, seen } from '../../../test/reviewing.js';
import { send } from '../../../test/send.js';
import { backendOf, startApp } from '../../../test/start.js';

const app = await startApp();
const stranger = clientOf(app);
const [first, second] = coreTopics(app);

const show = (learner: Member, id: string, body: { isNamed: boolean; newAddress?: boolean } = { isNamed: false }) =>
  learner.ok('changeProjectPage', { params: { id }, body });
const look = (key: string | null) => stranger.call('readProjectPage', { params: { key: key ?? '' } });
const read = async (key: string | null) => (await look(key)).body;

async function setVisibility(learner: Member, id: string, visibility: 'private' | 'mentors' | 'unlisted' | 'public') {
  const { version } = await learner.ok('readProject', { params: { id } });
  return learner.ok('changeProject', { ...seen({ id, version }), body: { visibility } });
}

/** A project of which one topic is confirmed and one is not, unlisted. */
async function confirmed(isMentorNamed: boolean) {
  const world = await asked(app, undefined, {
    writeUp: '# Built by hand',
    summary: 'A small one',
    visibility: 'unlisted',
  });
  const { mentor, review } = world;
  await mentor.ok('changeReviewer', { body: { promiseDays: null, inPool: false, isNamed: isMentorNamed } });
  await mentor.ok('claimReview', at(review.id));
  const words = {
    ...approval([first]),
    topics: [...approval([first]).topics, ...approval([second], 'not_met').topics],
  };
  await mentor.ok('giveVerdict', { ...at(review.id), body: words });
  return world;
}

it('is there for who has its address while the project is unlisted or public, and for nobody else', async () => {
  const { learner, mine } = await confirmed(true);
  expect(await learner.ok('readProjectPageSettings', { params: { id: mine.id } })).toEqual({
    key: null,
    isNamed: false,
  });
  const { key } = await show(learner, mine.id);
  expect(key).toMatch(/^[\w-]{22}$/);
  for (const visibility of ['unlisted', 'public'] as const) {
    await setVisibility(learner, mine.id, visibility);
    expect((await look(key)).status).toBe(200);
  }
  for (const visibility of ['mentors', 'private'] as const) {
    await setVisibility(learner, mine.id, visibility);
    expect((await look(key)).problem.code).toBe('not-found');
  }
  await setVisibility(learner, mine.id, 'unlisted');
  expect((await look(key)).status).toBe(200);
  const { version } = await learner.ok('readProject', { params: { id: mine.id } });
  await learner.ok('changeProject', { ...seen({ id: mine.id, version }), body: { isArchived: true } });
  expect((await look(key)).problem.code).toBe('not-found');
});

it('shows the project with what was confirmed in it, and no word of what was not', async () => {
  const { learner, mine } = await confirmed(true);
  const { key } = await show(learner, mine.id);
  const answered = await look(key);
  const titleOf = (topicId: string) => backendOf(app).topics.find(({ id }) => id === topicId)?.title;
  expect(answered.body).toMatchObject({
    ...{ title: mine.title, summary: 'A small one', writeUp: '# Built by hand', build: 'finished' },
    ...{ learner: null, revision: 1, approvedRevision: 1, brief: null },
    topics: [
      { topicId: first, title: titleOf(first), confirmed: { revision: 1, reviewer: null } },
      { topicId: second, title: titleOf(second), confirmed: null },
    ],
  });
  for (const hidden of ['not_met', 'The redirect is right', 'visibility', learner.id, mine.id]) {
    expect(answered.text).not.toContain(hidden);
  }
});

it('shows the images of its write-up to whoever has its address, and no others', async () => {
  const { learner, mine } = await confirmed(true);
  const { key } = await show(learner, mine.id);
  const [shown, unused] = [
    await addImage(learner, mine.id, tinyPng),
    await addImage(learner, mine.id, pngWithText('Another')),
  ];
  const { version } = await learner.ok('readProject', { params: { id: mine.id } });
  const writeUp = imageReference(shown.name, 'A diagram');
  await learner.ok('changeProject', { ...seen({ id: mine.id, version }), body: { writeUp } });
  const { images } = await read(key);
  expect(images.map(({ name }) => name)).toEqual([shown.name]);
  const path = images[0]?.address ?? '';
  expect((await send(app.address, { method: 'GET', path })).status).toBe(200);
  expect(unused.name).not.toBe(shown.name);
  await setVisibility(learner, mine.id, 'private');
  expect((await send(app.address, { method: 'GET', path })).status).toBe(404);
});

it('names learner and reviewer only where both agreed', async () => {
  for (const isMentorNamed of [true, false]) {
    const { learner, mentor, mine } = await confirmed(isMentorNamed);
    const { key } = await show(learner, mine.id, { isNamed: true });
    const named = await read(key);
    expect(named.learner).toEqual({ name: learner.account.name, handle: null });
    expect(named.topics[0]?.confirmed?.reviewer).toBe(isMentorNamed ? mentor.account.name : null);
    await show(learner, mine.id, { isNamed: false });
    const unnamed = await look(key);
    expect(unnamed.body.learner).toBeNull();
    expect(unnamed.text).not.toContain(mentor.account.name);
  }
});

it('links to the public page of its learner where there is one', async () => {
  const { learner, mine } = await confirmed(true);
  const { key } = await show(learner, mine.id, { isNamed: true });
  const sections = { roadmaps: [], proof: false, calendar: false, projects: [mine.id] };
  await learner.ok('changePublicPage', {
    body: { isPublic: true, about: '', sections },
    headers: { 'if-match': '"0"' },
  });
  const { handle } = learner.account;
  expect((await read(key)).learner).toEqual({ name: learner.account.name, handle });
  await setVisibility(learner, mine.id, 'public');
  const page = await stranger.ok('readPublicPage', { params: { handle } });
  expect(page.projects).toMatchObject([{ title: mine.title, page: key }]);
});

it('gets a new address that ends the one before, and keeps it else', async () => {
  const { learner, mine } = await confirmed(true);
  const { key } = await show(learner, mine.id);
  expect((await show(learner, mine.id, { isNamed: true })).key).toBe(key);
  const renewed = await show(learner, mine.id, { isNamed: true, newAddress: true });
  expect(renewed.key).not.toBe(key);
  expect((await look(key)).status).toBe(404);
  expect((await look(renewed.key)).status).toBe(200);
});

it('says nothing is confirmed in what is not finished any more, as the map does', async () => {
  const { learner, mine } = await confirmed(true);
  const { key } = await show(learner, mine.id);
  const { version } = await learner.ok('readProject', { params: { id: mine.id } });
  await learner.ok('changeProject', { ...seen({ id: mine.id, version }), body: { build: 'building' } });
  expect((await read(key)).topics.map((topic) => topic.confirmed)).toEqual([null, null]);
});

it('is gone with the project, and with a learner who leaves', async () => {
  const { learner, mine } = await confirmed(true);
  const other = await finishedProject(learner, [first], { visibility: 'public' });
  const pages = [await show(learner, mine.id), await show(learner, other.id)];
  const { version } = await learner.ok('readProject', { params: { id: mine.id } });
  await learner.ok('deleteProject', { params: { id: mine.id }, headers: { 'if-match': `"${version}"` } });
  expect((await look(pages[0]?.key ?? '')).status).toBe(404);
  expect((await look(pages[1]?.key ?? '')).status).toBe(200);
  await learner.ok('deleteMe');
  expect((await look(pages[1]?.key ?? '')).status).toBe(404);
});
