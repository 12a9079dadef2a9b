import { imageReference } from '@waymark/contract';
import { expect, it } from 'vitest';
import { askForReview, everything, mentored, project, signUp } from '../../../test/build.js';
import { addImage, look, picture, tinyPng } from '../../../test/pictures.js';
import { at, seen } from '../../../test/reviewing.js';
import { day, startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { anyone } from './image-address.js';
import { seenImages } from './seen-images.js';

const app = await startApp();

it('has no address but the ones that were signed, and those for two days', async () => {
  const ada = await signUp(app);
  const { address } = await addImage(ada, (await project(ada)).id, await picture(45, 30));
  const [imageId, viewing, until, proof] = (address.split('/').at(-1) ?? '').split('.');
  const forged = [
    `${imageId}.anyone.${until}.${proof}`,
    `${imageId}.${viewing}.${Number(until) + 1}.${proof}`,
    `${'0'.repeat(24)}.${viewing}.${until}.${proof}`,
    `${imageId}.${viewing}.${until}.${'A'.repeat(43)}`,
  ];
  for (const pass of forged) expect((await look(ada, `/api/images/${pass}`)).status, pass).toBe(404);
  expect((await look(ada, address)).status).toBe(200);
  app.advance(2 * day);
  expect((await look(ada, address)).status).toBe(404);
  app.advance(-2 * day);
});

it('is shown to mentors as long as they may see the project, and only what its write-up shows', async () => {
  const { mentor, learner, grant } = await mentored(app);
  const { id } = await project(learner, { visibility: 'mentors' });
  const [shown, hidden] = [await addImage(learner, id, tinyPng), await addImage(learner, id, await picture())];
  await learner.ok('changeProject', {
    ...seen({ id, version: 1 }),
    body: { writeUp: imageReference(shown.name, 'x') },
  });
  const { items } = await mentor.ok('listImages', at(id));
  expect(items.map(({ name }) => name)).toEqual([shown.name]);
  expect((await learner.ok('listImages', at(id))).items.map(({ name }) => name)).toEqual([shown.name, hidden.name]);
  const address = items[0]?.address ?? '';
  expect((await look(mentor, address)).status).toBe(200);

  await learner.ok('changeProject', { ...seen({ id, version: 2 }), body: { writeUp: 'Taken out' } });
  expect((await look(mentor, address)).status).toBe(404);
  await learner.ok('changeProject', {
    ...seen({ id, version: 3 }),
    body: { writeUp: imageReference(shown.name, 'x') },
  });
  expect((await look(mentor, address)).status).toBe(200);
  await learner.ok('changeProject', { ...seen({ id, version: 4 }), body: { visibility: 'private' } });
  expect([(await look(mentor, address)).status, (await mentor.call('listImages', at(id))).status]).toEqual([404, 404]);
  await learner.ok('changeProject', { ...seen({ id, version: 5 }), body: { visibility: 'mentors' } });
  expect((await look(mentor, address)).status).toBe(200);
  await learner.ok('endGrant', at(grant.id));
  expect((await look(mentor, address)).status).toBe(404);
});

it('is shown to no mentor of what was put away, to none who may not see projects, and to none who is shut out', async () => {
  const { mentor, learner, grant } = await mentored(app);
  const { id } = await project(learner, { visibility: 'mentors' });
  const { name } = await addImage(learner, id, tinyPng);
  await learner.ok('changeProject', { ...seen({ id, version: 1 }), body: { writeUp: imageReference(name, 'x') } });
  const address = (await mentor.ok('listImages', at(id))).items[0]?.address ?? '';
  const status = async () => (await look(mentor, address)).status;
  const archive = (isArchived: boolean, version: number) =>
    learner.ok('changeProject', { ...seen({ id, version }), body: { isArchived } });
  const consent = (projects: boolean) =>
    learner.ok('changeGrant', { ...at(grant.id), body: { consent: { ...everything, projects } } });
  const shutOut = (change: object) => Account.updateOne({ _id: mentor.id }, change);
  expect(await status()).toBe(200);
  await archive(true, 2);
  expect([await status(), (await mentor.call('listImages', at(id))).status]).toEqual([404, 404]);
  expect((await learner.ok('listImages', at(id))).items).toHaveLength(1);
  await archive(false, 3);
  expect(await status()).toBe(200);
  await consent(false);
  expect(await status()).toBe(404);
  await consent(true);
  expect(await status()).toBe(200);
  await shutOut({ $set: { disabledAt: app.now() } });
  expect(await status()).toBe(404);
  await shutOut({ $unset: { disabledAt: 1 } });
  expect(await status()).toBe(200);
});

it('stays with a revision that shows it, until its learner deletes it', async () => {
  const { mentor, learner } = await mentored(app);
  const { id } = await project(learner, { visibility: 'mentors', repoUrl: 'https://example.org/a' });
  const { name } = await addImage(learner, id, tinyPng);
  await learner.ok('changeProject', { ...seen({ id, version: 1 }), body: { writeUp: imageReference(name, 'x') } });
  await askForReview(learner, id);
  await learner.ok('changeProject', { ...seen({ id, version: 2 }), body: { writeUp: 'Without it' } });
  const [image] = (await mentor.ok('listImages', at(id))).items;
  expect((await look(mentor, image?.address ?? '')).status).toBe(200);
  await learner.ok('deleteImage', { params: { id, name } });
  expect((await look(mentor, image?.address ?? '')).status).toBe(404);
  expect((await mentor.ok('listImages', at(id))).items).toEqual([]);
});

it('is shown to anybody while its project is open, and its learner is here', async () => {
  const grace = await signUp(app);
  const { id } = await project(grace, { visibility: 'unlisted' });
  const { name } = await addImage(grace, id, tinyPng);
  await addImage(grace, id, await picture());
  await grace.ok('changeProject', { ...seen({ id, version: 1 }), body: { writeUp: imageReference(name, 'x') } });
  const toAnybody = async () => {
    const record = await Project.findOne({ _id: id }).lean<ProjectRecord>();
    return record && seenImages(record, anyone);
  };
  expect(await toAnybody()).toEqual(new Set([name]));
  const shown = [true, false, true, false, true];
  const changes = [{ visibility: 'public' }, { visibility: 'mentors' }, { visibility: 'public' }, { isArchived: true }];
  for (const [place, change] of [...changes, { isArchived: false }].entries()) {
    await grace.ok('changeProject', { ...seen({ id, version: place + 2 }), body: change as { isArchived: boolean } });
    expect((await toAnybody()) !== null, JSON.stringify(change)).toBe(shown[place]);
  }
  await grace.ok('deleteMe');
  expect(await toAnybody()).toBeNull();
});
