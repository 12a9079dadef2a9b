import { beforeEach, expect, it } from 'vitest';
import { project, signUp } from '../../../test/build.js';
import { here, serve } from '../../../test/near-web.js';
import { day, hour, minute, startApp } from '../../../test/start.js';
import { adoptLinks } from './adopt-links.js';
import { checkDueLinks } from './check-links.js';
import { ProjectLinks } from './links.model.js';

const app = await startApp();
const asked: string[] = [];
let status = 200;
let port = 0;

beforeEach(async () => {
  asked.length = 0;
  status = 200;
  port = await serve((req, res) => {
    asked.push(req.url ?? '');
    res.writeHead(status).end();
  });
  app.deps.outbound = here;
});

const check = () => checkDueLinks(app.deps);
const demo = () => `http://demo.example:${port}/shortener`;

async function built(body: object = {}) {
  const ada = await signUp(app);
  const mine = await project(ada, { demoUrl: demo(), ...body });
  const at = { params: { id: mine.id } };
  const linksOf = async () => (await ada.ok('readLinks', at)).items;
  return { ada, mine, at, linksOf };
}

it('looks at a link when it is given, and again after a week', async () => {
  const { ada, at } = await built();
  expect(await ada.ok('readLinks', at)).toEqual({
    items: [{ kind: 'demo', url: demo(), state: null, checkedAt: null, deadSince: null, graceUntil: null }],
    isChecking: true,
  });
  expect(asked).toEqual([]);
  await check();
  expect(await ada.ok('readLinks', at)).toMatchObject({
    items: [{ state: 'alive', deadSince: null }],
    isChecking: false,
  });
  expect(asked).toEqual(['/shortener']);
  app.advance(6 * day);
  expect(await check()).toBe(0);
  app.advance(day);
  expect(await check()).toBe(1);
  expect(asked).toHaveLength(2);
  const [link] = (await ProjectLinks.find({ _id: at.params.id }).lean()).map(({ demo: found }) => found);
  expect(link?.checkedAt).toEqual(app.now());
});

it('says since when nothing is there, until something is again', async () => {
  const { linksOf, at } = await built();
  status = 404;
  await check();
  const since = app.now().toISOString();
  const graceUntil = new Date(app.now().getTime() + 7 * day).toISOString();
  expect(await linksOf()).toMatchObject([{ state: 'dead', deadSince: since, graceUntil }]);
  app.advance(7 * day);
  await check();
  // A server that is broken for a moment does not bring it back.
  status = 503;
  app.advance(7 * day);
  await check();
  const found = await ProjectLinks.findOne({ _id: at.params.id }).lean();
  expect(found?.demo).toMatchObject({ state: 'unclear', deadSince: new Date(since) });
  status = 200;
  app.advance(6 * hour);
  await check();
  expect((await ProjectLinks.findOne({ _id: at.params.id }).lean())?.demo).toMatchObject({
    state: 'alive',
    deadSince: null,
  });
});

it('begins anew with another address, and forgets what has none', async () => {
  const { ada, mine, at, linksOf } = await built();
  status = 410;
  await check();
  const other = `http://demo.example:${port}/other`;
  const change = (version: number, body: object) =>
    ada.ok('changeProject', { ...at, headers: { 'if-match': `"${version}"` }, body });
  const changed = await change(mine.version, { demoUrl: other });
  expect(await linksOf()).toEqual([
    { kind: 'demo', url: other, state: null, checkedAt: null, deadSince: null, graceUntil: null },
  ]);
  app.advance(minute);
  await check();
  expect(await linksOf()).toMatchObject([{ url: other, state: 'dead', deadSince: app.now().toISOString() }]);
  status = 200;
  await ada.ok('checkLinks', at);
  await check();
  expect(await linksOf()).toMatchObject([{ url: other, state: 'alive', deadSince: null }]);
  const renamed = await change(changed.version, { title: 'Another title' });
  expect(await check()).toBe(0);
  await change(renamed.version, { demoUrl: null });
  expect(await linksOf()).toEqual([]);
});

it('goes to no address that is not of the public web, and never stands in the way', async () => {
  app.deps.outbound = { resolve: async () => ['10.0.0.1'], isAllowed: () => false };
  const { linksOf } = await built();
  await check();
  expect(await linksOf()).toMatchObject([{ state: 'not-public', deadSince: null }]);
  expect(asked).toEqual([]);
});

it('takes a name that does not exist for dead', async () => {
  app.deps.outbound = { resolve: async () => [], isAllowed: () => true };
  const { linksOf } = await built();
  await check();
  expect(await linksOf()).toMatchObject([{ state: 'dead' }]);
});

it('looks again when it is asked to, and at each link once whoever asks', async () => {
  const { ada, at } = await built();
  await check();
  expect(await ada.call('checkLinks', at)).toMatchObject({ status: 202, body: { isChecking: true } });
  const counts = await Promise.all([check(), check(), check()]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(asked).toHaveLength(2);
});

it('takes up projects from before links were looked at, once', async () => {
  const { at, linksOf } = await built();
  await ProjectLinks.deleteMany({ _id: at.params.id });
  expect(await adoptLinks(app.now())).toBeGreaterThan(0);
  expect(await adoptLinks(app.now())).toBe(0);
  await check();
  expect(await linksOf()).toMatchObject([{ state: 'alive' }]);
});

it('forgets the links of a project that is deleted', async () => {
  const { ada, at, mine } = await built();
  await ada.ok('deleteProject', { ...at, headers: { 'if-match': `"${mine.version}"` } });
  expect(await ProjectLinks.countDocuments({ _id: at.params.id })).toBe(0);
});
