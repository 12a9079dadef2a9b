import { type EndpointName, endpoints } from '@waymark/contract';
import { expect, it } from 'vitest';
import { table } from './access-table.js';
import { buildWorld, type ViewerName, viewers, type World } from './access-world.js';
import type { Answered, Asking } from './client.js';
import { contentsOf } from './contents.js';
import { startApp } from './start.js';

const app = await startApp();
const shared = await buildWorld(app);
const never = 'fedcba9876543210fedcba98';

const names = Object.keys(endpoints) as EndpointName[];

it('has a row for every endpoint, and none for another', () => {
  expect(Object.keys(table).toSorted()).toEqual(names.toSorted());
});

function askingOf(name: EndpointName, world: World, id?: string): Asking {
  const { asking, theirs } = table[name];
  const asked = asking(world);
  return theirs ? { ...asked, params: { ...asked.params, [theirs.param]: id ?? theirs.of(world) } } : asked;
}

/** All that a client can see of an answer, but for what differs each time. */
function visible({ status, headers, text }: Answered<EndpointName>) {
  const { date: _, 'x-request-id': requestId, ...rest } = headers;
  return { status, headers: rest, text: text.replaceAll(String(requestId), 'REQUEST') };
}

/** Everything but the audit log, where a refusal may be a line of its own. */
async function unlogged() {
  const { audit: _, ...rest } = await contentsOf(app);
  return rest;
}

/** Where an owner is shown a member's address, and nothing else that is a secret here. */
const withAddresses: readonly EndpointName[] = ['listMembers', 'readMember', 'changeMember'];

function secretsFrom(viewer: ViewerName, name: EndpointName, { secrets, learner }: World): readonly string[] {
  if (viewer === 'learner') return [];
  // The mailbox is open to whoever sits at this machine, and every letter in it has an address.
  const isShown = name === 'listMailbox' || (viewer === 'owner' && withAddresses.includes(name));
  return isShown ? secrets.filter((secret) => secret !== learner.email) : secrets;
}

it.each(names)('%s: the right ones are let in, to the others it is not there', async (name) => {
  const { expected, theirs, alone } = table[name];
  const world = alone ? await buildWorld(app) : shared;
  // Those who are refused go first, so that nothing that they meet was changed by who may.
  const inOrder = viewers.toSorted((a, b) => expected[b] - expected[a]);
  for (const viewer of inOrder) {
    const isRefused = [401, 403, 404].includes(expected[viewer]);
    const before = isRefused ? await unlogged() : {};
    const answered = await world[viewer].call(name, askingOf(name, world));
    expect(answered.status, `${viewer}: ${answered.text.slice(0, 300)}`).toBe(expected[viewer]);
    if (isRefused) expect(await unlogged(), `${viewer} changed something`).toEqual(before);
    if (isRefused && theirs && viewer !== 'stranger') {
      const unknown = await world[viewer].call(name, askingOf(name, world, never));
      expect(visible(answered), `${viewer} can tell that it exists`).toEqual(visible(unknown));
    }
    for (const secret of secretsFrom(viewer, name, world)) {
      expect(answered.text, `${viewer} is shown “${secret}”`).not.toContain(secret);
    }
  }
});
