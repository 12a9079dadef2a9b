import { type Endpoint, type EndpointName, endpoints } from '@waymark/contract';
import mongoose from 'mongoose';
import { afterAll, expect, it, vi } from 'vitest';
import { Project } from '../src/features/projects/projects.model.js';
import { table } from './access-table.js';
import { buildWorld } from './access-world.js';
import { type Asking, checkProblem } from './client.js';
import { allTexts, allValues, canary, fieldsOf, nested, reportFolder, textsFor, valuesFor, withAt } from './hostile.js';
import { rightRequest } from './right-request.js';
import { send } from './send.js';
import { createHostileSender, inGroups } from './send-hostile.js';
import { pathOf, startApp } from './start.js';

// One test here is some hundred requests; with every value some ten thousand.
vi.setConfig({ testTimeout: reportFolder ? 1_200_000 : 60_000 });

const app = await startApp();
const world = await buildWorld(app);
const { learner, code } = world;
const secrets = [learner.token, learner.cookie?.split('=')[1], learner.password, learner.email, code];
const { tally, sendAll, expectRefused, writeReport } = createHostileSender(app, secrets);
afterAll(() => writeReport('input'));

const forgetProjects = () =>
  Project.deleteMany({ learnerId: learner.id, _id: mongoose.trusted({ $ne: world.projectId }) });

/** What changes all others, if it is let through, comes last. */
const last: readonly EndpointName[] = ['changePassword', 'changeMember', 'changeSettings'];
const names = (Object.keys(endpoints) as EndpointName[]).toSorted((a, b) => last.indexOf(a) - last.indexOf(b));
const withBody = names.filter((name) => endpoints[name].body !== undefined);
const withQuery = names.filter((name) => endpoints[name].query !== undefined);
const withParams = names.filter((name) => endpoints[name].params !== undefined);
/** Those that take a file have tests of their own: `images.test.ts`. */
const silent = names.filter((name) => endpoints[name].body === undefined && !(endpoints[name] as Endpoint).upload);

/** A badge of nobody is a picture, too: the same one for all who show nothing. */
const alwaysAPicture = (name: EndpointName) => (name === 'readBadge' ? [200] : []);

it('has a thousand values, none twice', () => {
  expect(allTexts.length).toBeGreaterThan(1000);
  expect(allValues.length).toBeGreaterThan(1300);
  expect(new Set(allValues.map((value) => JSON.stringify(value))).size).toBe(allValues.length);
});

it.each(silent)('%s takes no body and no query that it does not know', async (name) => {
  const { client, asked } = rightRequest(world, name);
  const isRead = endpoints[name].method === 'GET';
  await expectRefused(name, [() => client.call(name, { ...asked, query: { ...asked.query, unknown: '1' } })], [400]);
  if (!isRead) await expectRefused(name, [() => client.call(name, { ...asked, body: { unknown: 1 } })], [422]);
  if (!isRead) await expectRefused(name, [() => client.call(name, { ...asked, body: '{' })], [400]);
});

/** An address that the contract names as it is. */
const isRoute = (path: string) => names.some((name) => endpoints[name].path === path);

it.each(withParams)('%s: no part of its path can be anything else', async (name) => {
  const { client, asked } = rightRequest(world, name);
  const { method, params } = endpoints[name] as Endpoint;
  for (const field of fieldsOf(params).map(([key]) => String(key))) {
    const texts = textsFor(`${name}.${field}`).filter(
      (text) =>
        text !== '' &&
        Buffer.from(text).toString() === text &&
        encodeURIComponent(text).length < 12_000 &&
        // `DELETE /api/sessions/current` is no wrong id of a session, but a way to sign out.
        !isRoute(pathOf(name, { ...asked.params, [field]: text })),
    );
    for (const group of inGroups(texts)) {
      const ask = (text: string) => () => client.call(name, { ...asked, params: { ...asked.params, [field]: text } });
      await expectRefused(`${name}.${field}`, group.map(ask), [400, 404, ...alwaysAPicture(name)]);
    }
    const raw = pathOf(name, { ...asked.params, [field]: 'HERE' });
    const headers = { authorization: `Bearer ${client.token}`, ...asked.headers, 'content-type': 'application/json' };
    const paths = ['%', '%zz', '%ff', '..%2f..%2fme', '%2e%2e%2f', '%00', 'a%00b', '%252e'].map((part) =>
      raw.replace('HERE', part),
    );
    const body = asked.body === undefined ? undefined : JSON.stringify(asked.body);
    const asRaw = (path: string) => () => send(app.address, { method, path, headers, body });
    await expectRefused(`${name}.${field}`, paths.map(asRaw), [400]);
  }
});

it.each(withQuery)('%s: no parameter of its query can be anything else, twice, or unknown', async (name) => {
  const { client, asked } = rightRequest(world, name);
  const schema = (endpoints[name] as Endpoint).query;
  const fields = fieldsOf(schema).map(([field]) => String(field));
  const ask = (query: Asking['query']) => () => client.call(name, { ...asked, query: query ?? {} });
  const isGood = (query: unknown) => schema?.safeParse(query).success === true;
  for (const field of fields) {
    for (const group of inGroups(textsFor(`${name}.${field}`))) {
      // Longer addresses are refused before anything of ours reads them.
      const queries = group
        .map((text) => Buffer.from(text).toString())
        .filter((text) => new URLSearchParams({ [field]: text }).toString().length < 12_000)
        .map((text) => ({ ...asked.query, [field]: text }));
      await expectRefused(`${name}.${field}`, queries.filter((query) => !isGood(query)).map(ask), [400]);
      await sendAll(`${name}.${field}`, queries.filter(isGood).map(ask));
    }
  }
  const path = pathOf(name, asked.params);
  const given = new URLSearchParams(asked.query as Record<string, string>).toString();
  const broken = ['&a=1&a=1', '&unknown=1', '&$where=1', '&__proto__=1'].map((more) => given + more);
  broken.push('%zz', '%', '%ff', 'limit=%C3%28');
  for (const field of fields)
    broken.push(`${field}=1&${field}=1`, `${field}[$gt]=`, `${field}[]=1`, `${field}=%E0%A4%A`);
  const { method } = endpoints[name];
  const headers = { ...(client.token && { authorization: `Bearer ${client.token}` }) };
  const asRaw = (query: string) => () => send(app.address, { method, path: `${path}?${query}`, headers });
  await expectRefused(name, broken.map(asRaw), [400]);
});

it.each(withBody)('%s: its body is one JSON object, of a modest size', async (name) => {
  const { client, asked } = rightRequest(world, name);
  const { body: schema, bodyLimit: limit = 64 * 1024 } = endpoints[name] as Endpoint;
  const text = JSON.stringify(asked.body);
  const ask =
    (body: unknown, headers: Record<string, string> = {}) =>
    () =>
      client.call(name, { ...asked, body, headers: { ...asked.headers, ...headers } });
  const noJson = [' ', '{', `${text},`, `${text}${text}`, `\ufeff${text.slice(1)}`, `{"a":${canary}}`, "{'a':1}"];
  const noObject = ['\u0000', 'null', '1', '"x"', 'true', '[]', `[${text}]`, '{"unknown":1}', '['.repeat(20_000)];
  await expectRefused(
    name,
    [
      ...(schema?.safeParse(undefined).success ? [] : [ask('')]),
      ...[...noJson, ...noObject].map((body) => ask(body)),
      ask({ ...(asked.body as object), extra: nested(25) }),
    ],
    [400, 413, 422],
  );
  // Not even where a schema takes any key: these reach the prototype of whatever they are copied into.
  const poisoned = ['"__proto__":{"a":1}', '"constructor":{"prototype":{"a":1}}', '"a":[{"b":{"prototype":1}}]'];
  const asPoison = (part: string) => ask(`{${part},${text.slice(1)}`);
  await expectRefused(name, poisoned.map(asPoison), [400]);
  await expectRefused(
    name,
    [limit, 10_000_000].map((length) => ask(`{"a":"${'x'.repeat(length)}"}`)),
    [413],
  );
});

it.each(withBody)('%s: no field of its body can be anything else than it says', async (name) => {
  const here = table[name].alone ? await buildWorld(app) : world;
  const { client, asked } = rightRequest(here, name);
  const { body: schema, bodyLimit = 64 * 1024 } = endpoints[name] as Endpoint;
  const ask = (body: unknown) => () => client.call(name, { ...asked, body });
  const isGood = (body: unknown) =>
    Buffer.byteLength(JSON.stringify(body)) <= bodyLimit && schema?.safeParse(body).success === true;
  const fields = fieldsOf(schema);
  expect(fields.length).toBeGreaterThan(0);
  for (const path of fields) {
    const place = `${name}.${path.join('.')}`;
    // The same fields as those of `createProject`, which meets more of a sample.
    for (const group of inGroups(valuesFor(place, name === 'changeProject' ? 6 : undefined))) {
      const bodies = group.map((value) => withAt(asked.body, path, value));
      await expectRefused(place, bodies.filter((body) => !isGood(body)).map(ask), [400, 413, 422]);
      // What the schema has nothing against may be taken, or not; it is data, and stays data. Of a sample a part will
      // do: a password is hashed for some, a transaction is made for others.
      const good = bodies.filter(isGood).filter((_, i) => reportFolder || i % 3 === 0);
      await sendAll(place, good.map(ask));
      // A member has room for some hundred projects: what was taken makes way for the next.
      if (name === 'createProject') await forgetProjects();
    }
  }
});

it('answers broken addresses of no endpoint, too', async () => {
  for (const path of ['/api/%', '/api/%zz/x', '/api/me?%', '/api/%ff']) {
    const answered = await send(app.address, { method: 'GET', path });
    expect(checkProblem(answered).code, path).toBe('bad-request');
  }
});

it('has written nothing of it to the log, and no token, cookie or password either', () => {
  expect(tally.logged).toBeGreaterThan(1000);
  expect(tally.canaries).toBe(0);
});
