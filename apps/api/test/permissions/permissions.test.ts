import { type Endpoint, type EndpointName, endpoints } from '@waymark/contract';
import { expect, it } from 'vitest';
import { transact } from '../../src/database/transact.js';
import { Account } from '../../src/features/accounts/accounts.model.js';
import { sendDigest } from '../../src/features/notifications/send-digest.js';
import { sendWeekly } from '../../src/features/notifications/send-weekly.js';
import { table } from '../access-table.js';
import type { World } from '../access-world.js';
import type { Asking } from '../client.js';
import { lettersTo } from '../letters.js';
import { backendOf, startApp } from '../start.js';
import { acts, ownActs } from './acts.js';
import { buildPermissions, type Permissions } from './build-permissions.js';
import { checkCell, expectNothingBut } from './check-cell.js';
import { isIn, type Marker, words } from './markers.js';
import { isLive, meaning, partsOf, seenBy, type Viewer, viewers } from './relations.js';
import { cohortSurfaces, otherRights, type Surface, surfaces } from './surfaces.js';

const app = await startApp();
const world = await buildPermissions(app);

const names = Object.keys(endpoints) as EndpointName[];
const outsiders = viewers.filter((viewer) => viewer !== 'learner');

function rightsOf(call: EndpointName, viewer: Viewer): readonly Marker[] {
  return otherRights[call]?.[partsOf(viewer).relation] ?? [];
}

async function ask(call: EndpointName, viewer: Viewer, asking: Asking) {
  const { status, headers, text } = await world.clients[viewer].call(call, asking);
  return { status, text, all: `${JSON.stringify(headers)}\n${text}` };
}

const check = (name: string, surface: Surface, viewer: Viewer) =>
  checkCell(world, surface, {
    ...{
      viewer,
      client: world.clients[viewer],
      where: `${viewer}, who ${meaning[partsOf(viewer).relation]}, at “${name}”`,
    },
    ...{ isLive: isLive(viewer), seen: seenBy(viewer), rights: rightsOf(surface.call, viewer) },
  });

it.each(Object.entries(surfaces))(
  '%s: every relation and scope reads what it may, and nothing else',
  async (name, surface) => {
    for (const viewer of outsiders) await check(name, surface, viewer);
  },
);

const without: readonly Viewer[] = outsiders.filter((viewer) => partsOf(viewer).relation !== 'own');

it.each(Object.entries(cohortSurfaces))(
  '%s: its mentors read what they may, and nothing else',
  async (name, surface) => {
    for (const viewer of without) await check(name, surface, viewer);
  },
);

/** With the ids of this learner's things wherever an endpoint wants one. */
function askingOf(name: EndpointName, { filled, learner, ...world }: Permissions): Asking {
  const known = {
    ...{ ...filled, learner, cohortId: world.cohortId, grantId: world.grantId, askId: world.askId },
    ...{
      unaskedId: filled.projectId,
      reviewedId: filled.projectId,
      recordKey: 'never-was',
      sessionId: filled.reviewId,
    },
  } as unknown as World;
  const { asking, theirs } = table[name];
  const asked = asking(known);
  return theirs ? { ...asked, params: { ...asked.params, [theirs.param]: theirs.of(known) } } : asked;
}

/** Read otherwise: a stream in a test of its own; and letters by who sits at this machine. */
const elsewhere: readonly EndpointName[] = ['followChanges', 'listMailbox', 'readMailboxMail'];
const listed = new Set(Object.values({ ...surfaces, ...cohortSurfaces }).map(({ call }) => call));
const reads = names.filter((name) => (endpoints[name] as Endpoint).method === 'GET' && !elsewhere.includes(name));

it.each(reads.filter((name) => !listed.has(name)))('%s shows nothing of a learner to anybody else', async (name) => {
  for (const viewer of outsiders) {
    const { all } = await ask(name, viewer, askingOf(name, world));
    expectNothingBut(world, all, rightsOf(name, viewer), `${viewer} at ${name}`);
  }
});

it('has the rights that it says: each shows what it is for', async () => {
  for (const [name, rights] of Object.entries(otherRights) as [EndpointName, Record<string, readonly Marker[]>][]) {
    for (const viewer of outsiders) {
      const { all } = await ask(name, viewer, askingOf(name, world));
      for (const marker of rights[partsOf(viewer).relation] ?? [])
        expect(
          world.markers[marker].some((each) => isIn(all, each)),
          `${viewer} at ${name}`,
        ).toBe(true);
    }
  }
});

it('tells in a letter what may be seen, to nobody else anything', async () => {
  const { title } = backendOf(app).topics.find(({ id }) => id === world.filled.second) ?? { title: '' };
  for (const [viewer, member] of world.members) {
    if (viewer === 'learner') continue;
    await transact(app.deps.connection, () => sendDigest(app.deps, member.id, app.now()));
    const letters = (await lettersTo(app, member.email)).filter(({ kind }) => kind === 'digest');
    const text = letters.map((letter) => `${letter.subject}\n${letter.text}\n${letter.html}`).join('\n');
    const seen = seenBy(viewer).filter((kind) => kind === 'progress' || kind === 'projects');
    const isNamed = seen.length > 0 || viewer === 'asked';
    expectNothingBut(world, text, [...seen, ...(isNamed ? (['name'] as const) : [])], `the letter to ${viewer}`);
    expect(text.includes(title), `the letter to ${viewer}: ${text.slice(0, 500)}`).toBe(seen.includes('progress'));
    expect(text.includes(words.project), `the letter to ${viewer}`).toBe(seen.includes('projects'));
  }
});

it('names in a weekly letter who may be seen to need attention, and nobody else', async () => {
  const asked = { weekly: 'mentoring', weeklyTold: '2000-01-03' };
  for (const [viewer, member] of world.members) {
    if (viewer === 'learner') continue;
    await Account.updateOne({ _id: member.id }, { $set: asked });
    await transact(app.deps.connection, () => sendWeekly(app.deps, member.id, app.now()));
    const letters = (await lettersTo(app, member.email)).filter(({ kind }) => kind === 'mentors-week');
    const text = letters.map((letter) => `${letter.subject}\n${letter.text}\n${letter.html}`).join('\n');
    const seen = seenBy(viewer).filter((kind) => kind === 'progress' || kind === 'projects');
    const allowed: Marker[] = seen.length > 0 ? [...seen, 'name'] : [];
    expectNothingBut(world, text, allowed, `the weekly letter to ${viewer}`);
    expect(/markname/i.test(text), `the weekly letter to ${viewer}: ${text.slice(0, 500)}`).toBe(seen.length > 0);
  }
});

const isWrite = (name: EndpointName) => (endpoints[name] as Endpoint).method !== 'GET';

it('knows every write', () => {
  const mine = (name: EndpointName) => (endpoints[name] as Endpoint).path.startsWith('/api/me');
  const known = [...(Object.keys(acts) as EndpointName[]), ...ownActs, ...names.filter((name) => mine(name))];
  expect(names.filter((name) => isWrite(name) && !known.includes(name))).toEqual([]);
});

it.each(Object.entries(acts))(
  '%s is done by who may alone, and answers nothing else',
  async (name, { needs, asking }) => {
    const call = name as EndpointName;
    for (const viewer of outsiders) {
      const where = `${viewer} at ${name}`;
      const seen = seenBy(viewer);
      const { status, all } = await ask(call, viewer, asking(world, viewer));
      const isRight = needs !== 'none' && needs.some((kind) => seen.includes(kind));
      if (viewer === 'nobody') expect(status, where).toBe(401);
      else if (!isRight) expect(status, `${where}: ${all}`).toBe(404);
      else expect([200, 201, 204, 409, 412], `${where}: ${all}`).toContain(status);
      expectNothingBut(world, all, isRight ? [...seen, 'name'] : [], where);
    }
  },
);

it('writes none of it into the log', () => {
  const log = app.logged();
  for (const marker of ['name', 'progress', 'notes', 'private', 'email', 'sentence'] as const) {
    for (const each of world.markers[marker].filter((each) => typeof each === 'string' && !/^[0-9a-f]{24}$/.test(each)))
      expect(isIn(log, each), `${each}`).toBe(false);
  }
});
