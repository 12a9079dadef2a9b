import { imageReference } from '@waymark/contract';
import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { askForReview, mentored, project, renew, signUp } from '../../../test/build.js';
import { addImage, look, picture, tinyPng } from '../../../test/pictures.js';
import { at, seen } from '../../../test/reviewing.js';
import { day, startApp } from '../../../test/start.js';
import { eraseAccounts } from '../accounts/erase-accounts.js';
import { Image } from './images.model.js';
import { sweepImages } from './settle-images.js';

const app = await startApp();

/** How many pieces of pictures there are, of whoever they are. */
const pieces = () => app.deps.connection.collection('images.chunks').countDocuments();
const kept = (projectId: string) =>
  Image.countDocuments({ 'metadata.projectId': new mongoose.Types.ObjectId(projectId) });

it('goes with its project, and with its member', async () => {
  const ada = await signUp(app);
  const [one, two] = [await project(ada), await project(ada)];
  const { address } = await addImage(ada, one.id, tinyPng);
  await addImage(ada, two.id, tinyPng);
  expect([await kept(one.id), await kept(two.id), await pieces()]).toEqual([1, 1, 2]);
  await ada.ok('deleteProject', seen(one));
  expect([await kept(one.id), await kept(two.id), await pieces()]).toEqual([0, 1, 1]);
  expect((await look(ada, address)).status).toBe(404);
  await ada.ok('deleteMe');
  await eraseAccounts(new Date(app.now().getTime() + 8 * day));
  expect([await kept(two.id), await pieces()]).toEqual([0, 0]);
});

it('is swept a week after nothing names it any more, and no sooner', async () => {
  const ada = await signUp(app);
  const { id } = await project(ada);
  const used = await addImage(ada, id, await picture(20, 20));
  await addImage(ada, id, await picture(21, 20));
  await ada.ok('changeProject', { ...seen({ id, version: 1 }), body: { writeUp: imageReference(used.name, 'x') } });
  app.advance(7 * day - 1000);
  expect([await sweepImages(app.now()), await kept(id)]).toEqual([0, 2]);
  app.advance(1000);
  expect([await sweepImages(app.now()), await kept(id)]).toEqual([1, 1]);
  await renew(ada);
  await ada.ok('changeProject', { ...seen({ id, version: 2 }), body: { writeUp: '' } });
  expect([await sweepImages(app.now()), await kept(id)]).toEqual([0, 1]);
  app.advance(6 * day);
  await renew(ada);
  // Brought back by an undo: its week begins anew when it is taken out again.
  await ada.ok('changeProject', { ...seen({ id, version: 3 }), body: { writeUp: imageReference(used.name, 'x') } });
  app.advance(2 * day);
  expect(await sweepImages(app.now())).toBe(0);
  await renew(ada);
  await ada.ok('changeProject', { ...seen({ id, version: 4 }), body: { writeUp: 'Gone' } });
  app.advance(7 * day);
  expect([await sweepImages(app.now()), await kept(id), await pieces()]).toEqual([1, 0, 0]);
});

it('is not swept while a revision shows it', async () => {
  const { learner } = await mentored(app);
  const { id } = await project(learner, { visibility: 'mentors' });
  const { name } = await addImage(learner, id, tinyPng);
  await learner.ok('changeProject', { ...seen({ id, version: 1 }), body: { writeUp: imageReference(name, 'x') } });
  await askForReview(learner, id);
  await learner.ok('changeProject', { ...seen({ id, version: 2 }), body: { writeUp: '' } });
  app.advance(8 * day);
  expect([await sweepImages(app.now()), await sweepImages(app.now()), await kept(id)]).toEqual([0, 0, 1]);
  await renew(learner);
  await learner.ok('deleteProject', seen({ id, version: 3 }));
  expect([await kept(id), (await learner.call('readProject', at(id))).status]).toEqual([0, 404]);
});
