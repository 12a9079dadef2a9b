import { type Endpoint, type EndpointName, endpoints, type Scope, scopes } from '@waymark/contract';
import { expect, it } from 'vitest';
import { table } from './access-table.js';
import { buildWorld, type ViewerName, viewers, type World } from './access-world.js';
import { type Asking, type Client, clientOf } from './client.js';
import { contentsOf } from './contents.js';
import { startApp } from './start.js';

const app = await startApp();
const shared = await buildWorld(app);

const all = Object.values(endpoints) as Endpoint[];
const forMembers = all.filter(({ access }) => access !== 'anyone').map(({ name }) => name);
const taking = forMembers.filter((name) => (endpoints[name] as Endpoint).scope);
const refusing = forMembers.filter((name) => !(endpoints[name] as Endpoint).scope);

function askingOf(name: EndpointName, world: World): Asking {
  const { asking, theirs } = table[name];
  const asked = asking(world);
  return theirs ? { ...asked, params: { ...asked.params, [theirs.param]: theirs.of(world) } } : asked;
}

async function clientWith(
  world: World,
  viewer: Exclude<ViewerName, 'stranger'>,
  of: readonly Scope[],
): Promise<Client> {
  const body = { name: of.join(' ').slice(0, 80), scopes: [...of], expiresInDays: 1 };
  const { token, row } = await world[viewer].ok('createAccessToken', { body });
  const client = clientOf(app, token);
  // Twenty at most: each is ended when its test is done with it.
  return Object.assign(client, { end: () => world[viewer].ok('endAccessToken', { params: { id: row.id } }) });
}

async function answerWith(
  world: World,
  viewer: Exclude<ViewerName, 'stranger'>,
  of: readonly Scope[],
  name: EndpointName,
) {
  const client = (await clientWith(world, viewer, of)) as Client & { end(): Promise<unknown> };
  const answered = await client.call(name, askingOf(name, world));
  if (world === shared) await client.end();
  return answered;
}

/** Who is let in with a session, if anybody is. */
function rightOne(name: EndpointName): Exclude<ViewerName, 'stranger'> {
  const { expected } = table[name];
  const members = viewers.filter((viewer) => viewer !== 'stranger');
  return members.find((viewer) => expected[viewer] < 400) ?? 'learner';
}

it('every scope opens something, and each endpoint that takes one is a member’s own', () => {
  expect(new Set(taking.map((name) => (endpoints[name] as Endpoint).scope))).toEqual(new Set(scopes));
  for (const name of taking) {
    const { access, stepUp, cookies, method, scope } = endpoints[name] as Endpoint;
    expect([access, stepUp ?? false, cookies ?? false], name).toEqual(['member', false, false]);
    if (method === 'GET') expect(scope, name).toMatch(/:read$/);
  }
});

it.each(taking)('%s takes a token of its scope, and of no other', async (name) => {
  const { scope } = endpoints[name] as Endpoint & { scope: Scope };
  const world = table[name].alone ? await buildWorld(app) : shared;
  const viewer = rightOne(name);
  const others = scopes.filter((other) => other !== scope);
  const before = await contentsOf(app);
  for (const of of [others, ...others.map((other) => [other])]) {
    const refused = await answerWith(world, viewer, of, name);
    expect([refused.status, refused.problem.code], of.join(' ')).toEqual([403, 'not-allowed']);
    expect(refused.problem.detail).toContain(scope);
  }
  // Tokens come and go, letters and audit tell of them; nothing else has moved.
  const { accesstokens: _, accounts: __, audit: ___, mails: ____, operations: _____, ...rest } = await contentsOf(app);
  expect(before).toMatchObject(rest);
  expect((await answerWith(world, viewer, [scope], name)).status).toBe(table[name].expected[viewer]);
});

/** Those of `taking` that some member has no place at. What is open to each of them has nobody to keep out. */
const closedToSome = taking.filter((name) => refusedOf(name).length > 0);

function refusedOf(name: EndpointName): Exclude<ViewerName, 'stranger'>[] {
  const members = viewers.filter((viewer) => viewer !== 'stranger');
  return members.filter((viewer) => [403, 404].includes(table[name].expected[viewer]));
}

it.each(closedToSome)('%s lets nobody see more by a token than by a session', async (name) => {
  const { scope } = endpoints[name] as Endpoint & { scope: Scope };
  const world = table[name].alone ? await buildWorld(app) : shared;
  for (const viewer of refusedOf(name)) {
    expect((await answerWith(world, viewer, [scope], name)).status, viewer).toBe(table[name].expected[viewer]);
  }
});

// What is one's own is told by who asks, which a token has to say as a session does.
const own = taking.filter((name) => endpoints[name].method === 'GET' && !closedToSome.includes(name));

it.each(own)('%s shows by a token what it shows by a session', async (name) => {
  const { scope } = endpoints[name] as Endpoint & { scope: Scope };
  for (const viewer of ['learner', 'mentor'] as const) {
    const bySession = await shared[viewer].call(name, askingOf(name, shared));
    const byToken = await answerWith(shared, viewer, [scope], name);
    expect([byToken.status, byToken.text], viewer).toEqual([bySession.status, bySession.text]);
  }
});

it.each(refusing)('%s takes no token at all, whatever its scopes', async (name) => {
  const viewer = rightOne(name);
  const refused = await answerWith(shared, viewer, scopes, name);
  expect([refused.status, refused.problem.code]).toEqual([403, 'not-allowed']);
});

it.each(all.filter(({ access }) => access === 'anyone').map(({ name }) => name))(
  '%s is open to anyone, and a token proves nobody there',
  async (name) => {
    const world = table[name].alone ? await buildWorld(app) : shared;
    const answered = await answerWith(world, 'learner', scopes, name);
    expect(answered.status).toBe(table[name].expected.stranger);
  },
);
