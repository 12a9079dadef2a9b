import { imageReference } from '@waymark/contract';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { type Member, project, signUp } from '../../../test/build.js';
import { addImage, look, noise, picture, tinyPng } from '../../../test/pictures.js';
import { at, seen } from '../../../test/reviewing.js';
import { startApp } from '../../../test/start.js';
import { fileOf, importAll, importPart, previewPart } from '../../../test/transfer.js';
import { sweepImages } from '../images/settle-images.js';

const app = await startApp();
const none = { added: 0, changed: 0, same: 0, refused: 0 };

/** A project whose write-up shows one of its two images. */
async function illustrated(learner: Member) {
  const { id } = await project(learner);
  const shown = await addImage(learner, id, await picture(64, 48));
  const other = await addImage(learner, id, tinyPng);
  await learner.ok('changeProject', {
    ...seen({ id, version: 1 }),
    body: { writeUp: imageReference(shown.name, 'x') },
  });
  return { id, shown, other };
}

const imagesOf = async (learner: Member) => {
  const [mine] = (await learner.ok('listProjects')).items;
  return { id: mine?.id ?? '', items: (await learner.ok('listImages', at(mine?.id ?? ''))).items };
};

it('takes the images of an export along, under the names that the write-ups use', async () => {
  const ada = await signUp(app);
  const { shown, other } = await illustrated(ada);
  const file = await fileOf(ada);
  const bob = await signUp(app);
  expect((await previewPart(bob, 'images', file.images)).counts).toEqual({ ...none, added: 2 });
  const done = await importAll(bob, file);
  expect(done.images?.counts).toEqual({ ...none, added: 2 });
  const { id, items } = await imagesOf(bob);
  expect(items.map(({ name }) => name)).toEqual([shown.name, other.name]);
  const { writeUp } = await bob.ok('readProject', at(id));
  expect(writeUp).toContain(shown.name);
  const { bytes } = await look(bob, items[0]?.address ?? '');
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 64, height: 48 });
  // What its write-up shows is in use from the first moment on.
  expect(await sweepImages(new Date(app.now().getTime() + 8 * 86_400_000))).toBe(2);
  expect((await imagesOf(bob)).items.map(({ name }) => name)).toEqual([shown.name]);
});

it('takes nothing twice, there or here', async () => {
  const ada = await signUp(app);
  await illustrated(ada);
  const file = await fileOf(ada);
  const bob = await signUp(app);
  await importAll(bob, file);
  for (const member of [ada, bob]) {
    expect((await importPart(member, 'images', file.images)).counts).toEqual({ ...none, same: 2 });
    expect((await imagesOf(member)).items).toHaveLength(2);
  }
});

it('refuses what is no image, one without its project, and one by a wrong name', async () => {
  const ada = await signUp(app);
  await illustrated(ada);
  const [image] = (await fileOf(ada)).images as [{ name: string; project: object }];
  const named = (digit: string) => digit.repeat(32);
  const items = [
    { ...image, name: named('1'), webp: Buffer.from('<svg/>').toString('base64') },
    { ...image, name: named('2'), project: { ...image.project, id: 'f'.repeat(24), title: 'Never was' } },
    { ...image, name: '../../etc/passwd' },
    { ...image, name: named('3'), webp: 'not base64!' },
    { ...image, name: named('4'), webp: Buffer.alloc(1_100_000).toString('base64') },
    { ...image, name: named('5'), webp: (await noise(40)).toString('base64') },
  ];
  expect((await importPart(ada, 'images', items)).counts).toEqual({ ...none, added: 1, refused: 5 });
  expect((await imagesOf(ada)).items.map(({ name }) => name)).toContain(named('5'));
});
