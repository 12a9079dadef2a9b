import { type Endpoint, type EndpointName, endpoints } from '@waymark/contract';
import { expect, it, vi } from 'vitest';
import { table } from './access-table.js';
import { buildWorld, viewers } from './access-world.js';
import { everything, newEmail } from './build.js';
import { type Asking, checkProblem } from './client.js';
import { contentsOf } from './contents.js';
import { canary, fieldsOf, hostileTexts, hostileValues, nested, withAt } from './hostile.js';
import { type Received, send } from './send.js';
import { pathOf, startApp } from './start.js';

// One test here is some five hundred requests.
vi.setConfig({ testTimeout: 60_000 });

const app = await startApp();
const world = await buildWorld(app);
const names = Object.keys(endpoints) as EndpointName[];

/** Bodies with every field in it, where the table's have only what is needed. */
const full: Partial<Record<EndpointName, () => Record<string, unknown>>> = {
  signUp: () => ({ name: 'Ada', email: newEmail(), password: `${canary} long`, timeZone: 'UTC', staySignedIn: true }),
  signIn: () => ({ email: world.former.email, password: world.former.password, staySignedIn: true }),
  changeMe: () => ({ name: 'Ada', handle: `h${newEmail().slice(1, 9)}`, timeZone: 'UTC' }),
  putEnrolment: () => ({ plan: { hoursPerWeek: 5, daysPerWeek: 2, targetDate: null }, choices: {} }),
  setTopic: () => ({ state: 'done', at: '2039-12-31T10:00:00Z', known: false }),
  setTopics: () => ({ topics: { [world.topicId]: { state: 'done', at: '2039-12-31T10:00:00Z', known: false } } }),
  joinCohort: () => ({ code: world.code, consent: everything }),
  createProject: () => ({
    ...{ title: 'T', summary: 'S', writeUp: 'W', build: 'building', repoUrl: 'https://example.org/a', repoPath: 'src' },
    ...{ demoUrl: 'http://example.org', stack: ['node'], hours: 3, startedOn: '2039-01-01', finishedOn: '2039-02-01' },
    ...{ briefId: null, covers: [{ roadmap: 'backend', topicId: world.topicId, where: 'src' }], visibility: 'private' },
  }),
};

/** Somebody who is let in, asking for what is theirs. */
function rightOne(name: EndpointName) {
  const { expected, asking, theirs } = table[name];
  const inOrder = viewers.filter((viewer) => viewer !== 'stranger' && expected[viewer] < 400);
  const asked = asking(world);
  const params = theirs ? { ...asked.params, [theirs.param]: theirs.of(world) } : asked.params;
  const body = full[name === 'changeProject' ? 'createProject' : name]?.() ?? asked.body;
  return {
    client: world[inOrder[0] ?? 'learner'],
    asked: { ...asked, ...(params && { params }), ...(body !== undefined && { body }) },
  };
}

/** Sends all, some at once, and looks at each answer: never a 5xx, never what was sent. */
async function sendAll(requests: readonly (() => Promise<Received>)[]): Promise<Received[]> {
  const answers: Received[] = [];
  for (let i = 0; i < requests.length; i += 20) {
    answers.push(...(await Promise.all(requests.slice(i, i + 20).map((request) => request()))));
  }
  for (const answer of answers) {
    // On a machine that is short of breath twenty writes of one member may take their eight seconds: that 503 is meant.
    const isMeant = answer.status === 503 && answer.text.includes('"code":"unavailable"');
    if (!isMeant) expect(answer.status, answer.text.slice(0, 300)).toBeLessThan(500);
    if (answer.status >= 400 && answer.status !== 412) expect(answer.text).not.toContain(canary);
  }
  return answers;
}

/** All of them are refused with one of `statuses`, and leave nothing behind. */
async function expectRefused(
  requests: readonly (() => Promise<Received>)[],
  statuses: readonly number[],
): Promise<void> {
  const before = await contentsOf(app);
  for (const [i, { status, text }] of (await sendAll(requests)).entries()) {
    expect(statuses, `request ${i}: ${text.slice(0, 300)}`).toContain(status);
  }
  expect(await contentsOf(app)).toEqual(before);
}

const withBody = names.filter((name) => endpoints[name].body !== undefined);
const withQuery = names.filter((name) => endpoints[name].query !== undefined);
const withParams = names.filter((name) => endpoints[name].params !== undefined);

it.each(withBody)('%s: no field of its body can be anything else than it says', async (name) => {
  const schema = (endpoints[name] as Endpoint).body;
  const { client, asked } = rightOne(name);
  const bodies = fieldsOf(schema as never).flatMap((path) =>
    hostileValues.map((value) => withAt(asked.body, path, value)),
  );
  // The same fields as those of `createProject`, which meets all.
  if (name === 'changeProject') bodies.splice(0, bodies.length, ...bodies.filter((_, i) => i % 5 === 0));
  const isGood = (body: unknown) => JSON.stringify(body).length < 16_000 && schema?.safeParse(body).success;
  const ask = (body: unknown) => () => client.call(name, { ...asked, body });
  expect(bodies.length).toBeGreaterThanOrEqual(hostileValues.length);
  await expectRefused(bodies.filter((body) => !isGood(body)).map(ask), [400, 413, 422]);
  // What the schema has nothing against may be taken, or not; it is data, and stays data.
  const good = bodies.filter(isGood);
  // A part of them will do: a password is hashed for some, a transaction is made for others.
  await sendAll(good.filter((_, i) => i % 4 === 0).map(ask));
});

it.each(withBody)('%s: its body is one JSON object, of a modest size', async (name) => {
  const { client, asked } = rightOne(name);
  const { body: schema, bodyLimit: limit = 64 * 1024 } = endpoints[name] as Endpoint;
  const text = JSON.stringify(asked.body);
  const ask =
    (body: unknown, headers: Record<string, string> = {}) =>
    () =>
      client.call(name, { ...asked, body, headers: { ...asked.headers, ...headers } });
  await expectRefused(
    [
      ...(schema?.safeParse(undefined).success ? [] : [ask('')]),
      ...[' ', '{', `${text},`, `${text}${text}`, `\ufeff${text.slice(1)}`, `{"a":${canary}}`, "{'a':1}", '\u0000'].map(
        (body) => ask(body),
      ),
      ...['null', '1', '"x"', 'true', '[]', `[${text}]`, '{"unknown":1}'].map((body) => ask(body)),
      ask({ ...(asked.body as object), extra: nested(25) }),
      ask(`${'['.repeat(20_000)}`),
    ],
    [400, 413, 422],
  );
  // Not even where a schema takes any key: these reach the prototype of whatever they are copied into.
  const poisoned = ['"__proto__":{"a":1}', '"constructor":{"prototype":{"a":1}}', '"a":[{"b":{"prototype":1}}]'];
  await expectRefused(
    poisoned.map((part) => ask(`{${part},${text.slice(1)}`)),
    [400],
  );
  await expectRefused([ask(`{"a":"${'x'.repeat(limit)}"}`), ask(`{"a":"${'x'.repeat(10_000_000)}"}`)], [413]);
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    '',
  ];
  await expectRefused(
    types.map((type) => ask(text, { 'content-type': type })),
    [415],
  );
});

it.each(withQuery)('%s: no parameter of its query can be anything else, twice, or unknown', async (name) => {
  const { client, asked } = rightOne(name);
  const schema = (endpoints[name] as Endpoint).query;
  const fields = fieldsOf(schema as never).map(([field]) => String(field));
  const queries = fields.flatMap((field) => hostileTexts.map((text) => ({ ...asked.query, [field]: text })));
  const ask = (query: Asking['query']) => () => client.call(name, { ...asked, query: query ?? {} });
  await expectRefused(queries.filter((query) => !schema?.safeParse(query).success).map(ask), [400]);
  await sendAll(queries.filter((query) => schema?.safeParse(query).success).map(ask));
  const path = pathOf(name, asked.params);
  const given = new URLSearchParams(asked.query as Record<string, string>).toString();
  const broken = [
    `${given}&a=1&a=1`,
    `${given}&unknown=1`,
    `${given}&$where=1`,
    `${given}&__proto__=1`,
    '%zz',
    '%',
    '%ff',
    'limit=%C3%28',
  ];
  for (const field of fields)
    broken.push(`${field}=1&${field}=1`, `${field}[$gt]=`, `${field}[]=1`, `${field}=%E0%A4%A`);
  const headers = { ...(client.token && { authorization: `Bearer ${client.token}` }) };
  await expectRefused(
    broken.map((query) => () => send(app.address, { method: 'GET', path: `${path}?${query}`, headers })),
    [400],
  );
});

it.each(withParams)('%s: no part of its path can be anything else', async (name) => {
  const { client, asked } = rightOne(name);
  const { method, params } = endpoints[name] as Endpoint;
  for (const field of fieldsOf(params as never).map(([key]) => String(key))) {
    const asking = hostileTexts.filter(
      (text) => text !== '' && Buffer.from(text).toString() === text && text.length < 10_000,
    );
    await expectRefused(
      asking.map((text) => () => client.call(name, { ...asked, params: { ...asked.params, [field]: text } })),
      [400, 404],
    );
    const raw = pathOf(name, { ...asked.params, [field]: 'HERE' });
    const headers = { authorization: `Bearer ${client.token}`, ...asked.headers, 'content-type': 'application/json' };
    const paths = ['%', '%zz', '%ff', '..%2f..%2fme', '%2e%2e%2f', '%00', 'a%00b', '%252e'].map((part) =>
      raw.replace('HERE', part),
    );
    const body = asked.body === undefined ? undefined : JSON.stringify(asked.body);
    await expectRefused(
      paths.map((path) => () => send(app.address, { method, path, headers, body })),
      [400],
    );
  }
});

const silent = names.filter((name) => endpoints[name].body === undefined);

it.each(silent)('%s takes no body and no query that it does not know', async (name) => {
  const { client, asked } = rightOne(name);
  const isRead = endpoints[name].method === 'GET';
  await expectRefused([() => client.call(name, { ...asked, query: { ...asked.query, unknown: '1' } })], [400]);
  if (!isRead) await expectRefused([() => client.call(name, { ...asked, body: { unknown: 1 } })], [422]);
  if (!isRead) await expectRefused([() => client.call(name, { ...asked, body: '{' })], [400]);
});

it('takes no header that is not what it should be', async () => {
  const { learner, projectId: id } = world;
  const change = (headers: Record<string, string>) => () =>
    learner.call('changeProject', { params: { id }, body: { title: 'x' }, headers });
  await expectRefused(
    ['', '*', 'W/"1"', '1', '"x"', '"1", "2"', '"-1"', '"1e3"'].map((etag) => change({ 'if-match': etag })),
    [412],
  );
  const keys = ['', 'short', 'with space in it', 'x'.repeat(129)];
  await expectRefused(
    keys.map((key) => change({ 'if-match': '"1"', 'idempotency-key': key })),
    [400],
  );
  await expectRefused(
    ['Mars/Base', '../etc', '', 'x'.repeat(500)].map((zone) => change({ 'if-match': '"1"', 'time-zone': zone })),
    [400],
  );
});

it('answers broken addresses of no endpoint, too', async () => {
  for (const path of ['/api/%', '/api/%zz/x', '/api/me?%', '/api/%ff']) {
    const answered = await send(app.address, { method: 'GET', path });
    expect(checkProblem(answered).code, path).toBe('bad-request');
  }
});

it('has written nothing of it to the log, and no token, cookie or password either', () => {
  const { learner } = world;
  const log = app.logged();
  expect(log.length).toBeGreaterThan(1000);
  for (const secret of [
    canary,
    learner.token,
    learner.cookie?.split('=')[1],
    learner.password,
    learner.email,
    world.code,
  ]) {
    expect(log).not.toContain(secret);
  }
  expect(log).not.toContain('unexpected failure');
});
