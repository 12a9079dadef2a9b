import { expect, it } from 'vitest';
import { follow, type Member, makeOwner, signUp } from '../../../test/build.js';
import { backendOf, day, startApp } from '../../../test/start.js';
import { DeadLink } from './dead-links.model.js';

const app = await startApp();
const [topic] = backendOf(app).topics;
const resource = topic?.resources[0];
const params = { slug: 'backend', topicId: topic?.id ?? '', resourceId: resource?.id ?? '' };
const room = { params: { slug: 'backend', topicId: params.topicId } };
const owner = await makeOwner(await signUp(app));

async function learner(): Promise<Member> {
  const member = await signUp(app);
  await follow(member);
  return member;
}

it('goes from a report to the owner’s list and away, and names nobody', async () => {
  const [ada, bob] = [await learner(), await learner()];
  const firstDay = app.now().toISOString().slice(0, 10);
  await ada.ok('reportDeadLink', { params });
  await ada.ok('reportDeadLink', { params });
  app.advance(day / 480);
  await bob.ok('reportDeadLink', { params });
  expect((await ada.ok('readRoom', room)).reported).toEqual([resource?.id]);
  const { items } = await owner.ok('listDeadLinks');
  expect(items).toEqual([
    {
      roadmap: 'backend',
      topicId: topic?.id,
      resourceId: resource?.id,
      topic: topic?.title,
      title: resource?.title,
      url: resource?.url,
      reports: 2,
      firstDay,
      lastDay: firstDay,
    },
  ]);
  await bob.ok('withdrawDeadLink', { params });
  expect((await owner.ok('listDeadLinks')).items.map(({ reports }) => reports)).toEqual([1]);
  await owner.ok('dismissDeadLink', { params });
  expect((await owner.ok('listDeadLinks')).items).toEqual([]);
  expect((await owner.call('dismissDeadLink', { params })).status).toBe(404);
  expect((await ada.ok('readRoom', room)).reported, 'who reported it still sees that').toEqual([resource?.id]);
  await bob.ok('reportDeadLink', { params });
  expect((await owner.ok('listDeadLinks')).items.map(({ reports }) => reports)).toEqual([1]);
  await DeadLink.deleteMany({});
});

it('is settled once the roadmap names another address', async () => {
  const ada = await learner();
  await ada.ok('reportDeadLink', { params });
  await DeadLink.updateMany({}, { $set: { url: 'https://example.org/as-it-was' } });
  expect((await owner.ok('listDeadLinks')).items).toEqual([]);
  expect((await ada.ok('readRoom', room)).reported).toEqual([]);
  await ada.ok('reportDeadLink', { params });
  expect((await owner.ok('listDeadLinks')).items).toHaveLength(1);
  await DeadLink.deleteMany({});
});

it('takes no report of what there is not, nor of who does not follow', async () => {
  const [ada, bob] = [await learner(), await signUp(app)];
  const none = { ...params, resourceId: 'no-such' };
  expect((await ada.call('reportDeadLink', { params: none })).status).toBe(404);
  expect((await bob.call('reportDeadLink', { params })).status).toBe(404);
  expect((await ada.call('listDeadLinks')).status).toBe(403);
  expect((await ada.call('reportDeadLink', { params })).status).toBe(204);
});
