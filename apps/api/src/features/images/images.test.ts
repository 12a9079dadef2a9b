import { imageLimits } from '@waymark/contract';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { project, signUp } from '../../../test/build.js';
import {
  addImage,
  look,
  movingPng,
  movingWebp,
  noise,
  picture,
  pngBomb,
  pngWithText,
  sending,
  tinyPng,
} from '../../../test/pictures.js';
import { at } from '../../../test/reviewing.js';
import { send } from '../../../test/send.js';
import { startApp } from '../../../test/start.js';

const app = await startApp();
const ada = await signUp(app);
const mine = await project(ada);
const add = (body: Buffer | string, type?: string) => ada.call('addImage', { ...at(mine.id), ...sending(body, type) });

it('keeps a picture as WebP, and gives an address that needs no token', async () => {
  const added = await add(await picture(40, 30));
  expect([added.status, added.body]).toMatchObject([201, { width: 40, height: 30, addedAt: app.now().toISOString() }]);
  const { status, headers, bytes } = await look(ada, added.body.address);
  expect([status, headers.get('content-type'), bytes.length]).toEqual([200, 'image/webp', added.body.bytes]);
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 40, height: 30 });
  expect((await ada.ok('listImages', at(mine.id))).items).toEqual([added.body]);
});

it('shows it and nothing else, asked about anew each time', async () => {
  const { address } = await addImage(ada, mine.id, await picture(41, 30));
  const { headers } = await look(ada, address);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': 'inline; filename="image.webp"',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
  });
  const asked = { method: 'GET', path: address, headers: { 'if-none-match': headers.get('etag') ?? '' } };
  const again = await send(app.address, asked);
  expect([again.status, again.text]).toEqual([304, '']);
});

it('is one picture, however often it is sent, and another one in another project', async () => {
  const bytes = await picture(42, 30);
  const first = await add(bytes);
  const [second, third] = await Promise.all([add(bytes), add(bytes)]);
  expect([first.status, second.status, third.status]).toEqual([201, 200, 200]);
  expect([second.body, third.body]).toEqual([first.body, first.body]);
  const other = await addImage(ada, (await project(ada)).id, bytes);
  expect([other.name, other.address === first.body.address]).toEqual([first.body.name, false]);
  const racing = await picture(43, 30);
  const raced = await Promise.all([add(racing), add(racing)]);
  expect(raced.map(({ status }) => status).toSorted()).toEqual([200, 201]);
});

it('turns it upright, makes it fit, and takes off where it was made and by whom', async () => {
  const canary = 'canary-of-metadata';
  const bytes = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#07c' } })
    .withExif({
      IFD0: { Copyright: canary, Make: canary },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100', GPSLongitudeRef: 'W' },
    })
    .withMetadata({ orientation: 6 })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${canary}</x:xmpmeta>`)
    .jpeg()
    .toBuffer();
  const before = await sharp(bytes).metadata();
  expect([before.orientation, before.exif?.includes(canary), before.xmp?.includes(canary)]).toEqual([6, true, true]);
  const added = await add(bytes, 'image/jpeg');
  expect(added.body).toMatchObject({ width: 800, height: 1600 });
  const { bytes: kept } = await look(ada, added.body.address);
  const after = await sharp(kept).metadata();
  expect([after.exif, after.xmp, after.iptc, after.orientation]).toEqual([undefined, undefined, undefined, undefined]);
  expect(kept.includes(canary)).toBe(false);
});

it('keeps nothing that stands in or behind a picture', async () => {
  const script = '<script>alert(document.domain)</script>';
  for (const bytes of [Buffer.concat([tinyPng, Buffer.from(script)]), pngWithText(script)]) {
    const { address } = (await add(bytes)).body;
    const { bytes: kept } = await look(ada, address);
    expect([kept.subarray(0, 4).toString(), kept.includes('script')]).toEqual(['RIFF', false]);
  }
});

it('goes by what it is, not by what it is called', async () => {
  const added = await add(await picture(44, 30, '#00a', 'webp'), 'image/jpeg');
  expect([added.status, added.body.width]).toEqual([201, 44]);
});

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');

it.each([
  ['a web page', Buffer.from('<!doctype html><title>x</title>'), /no PNG, JPEG or WebP/],
  ['an SVG', svg, /no PNG, JPEG or WebP/],
  ['a GIF', gif, /no PNG, JPEG or WebP/],
  ['nothing', Buffer.alloc(0), /no PNG, JPEG or WebP/],
  ['the beginning of one', tinyPng.subarray(0, 20), /no PNG, JPEG or WebP/],
  ['a PNG that moves', movingPng, /Moving pictures/],
  ['a WebP that moves', await movingWebp(), /Moving pictures/],
  ['a PNG that ends early', (await noisePng()).subarray(0, 30_000), /damaged/],
  ['a JPEG that ends early', (await noise(300)).subarray(0, 20_000), /damaged/],
  ['a few bytes that are a billion pixels', pngBomb(32_000), /million pixels/],
])('refuses %s, and says why', async (_, bytes, why) => {
  const { status, problem } = await add(bytes);
  expect([status, problem.code, problem.errors?.[0]?.path]).toEqual([422, 'invalid', 'image']);
  expect(problem.errors?.[0]?.message).toMatch(why);
});

async function noisePng(): Promise<Buffer> {
  return sharp(await noise(300))
    .png()
    .toBuffer();
}

it('refuses another kind of body, and one that is too long', async () => {
  for (const type of ['text/html', 'image/svg+xml', 'application/json', 'multipart/form-data; boundary=x']) {
    expect((await add(tinyPng, type)).problem.code, type).toBe('not-an-image');
  }
  expect((await add(Buffer.alloc(imageLimits.bytes + 1))).problem.code).toBe('too-large');
  expect((await add(tinyPng)).status).toBeLessThan(300);
});

it('makes smaller what would take too much room', async () => {
  const bytes = await noise(1600);
  const { body } = await add(bytes, 'image/jpeg');
  expect(body.width).toBeLessThanOrEqual(imageLimits.side);
  expect(body.bytes).toBeLessThanOrEqual(imageLimits.keptBytes);
});

it('takes so many for a project, and says what to do then', async () => {
  const { id } = await project(ada);
  for (let i = 0; i < imageLimits.perProject; i += 1) await addImage(ada, id, await picture(10 + i, 10));
  const more = sending(await picture(90, 10));
  const refused = await ada.call('addImage', { ...at(id), ...more });
  expect([refused.problem.code, refused.problem.detail]).toEqual(['conflict', expect.stringContaining('at most 24')]);
  const [first] = (await ada.ok('listImages', at(id))).items;
  await ada.ok('deleteImage', { params: { id, name: first?.name ?? '' } });
  expect((await ada.call('addImage', { ...at(id), ...more })).status).toBe(201);
});

it('counts the last place once, whoever sends at the same time', async () => {
  const { id } = await project(ada);
  for (let i = 1; i < imageLimits.perProject; i += 1) await addImage(ada, id, await picture(10 + i, 11));
  const both = await Promise.all([picture(90, 11), picture(91, 11)]);
  const sent = await Promise.all(both.map((bytes) => ada.call('addImage', { ...at(id), ...sending(bytes) })));
  expect(sent.map(({ status }) => status).toSorted()).toEqual([201, 409]);
});

it('asks a member who sends too many at once to wait', async () => {
  const grace = await signUp(app);
  const { id } = await project(grace);
  const bytes = await Promise.all([1, 2, 3, 4, 5].map((i) => picture(50 + i, 12)));
  const sent = await Promise.all(bytes.map((each) => grace.call('addImage', { ...at(id), ...sending(each) })));
  const codes = sent.map(({ status }) => status);
  expect([codes.includes(201), codes.includes(503)]).toEqual([true, true]);
  expect(codes.filter((code) => code !== 201 && code !== 503)).toEqual([]);
});
