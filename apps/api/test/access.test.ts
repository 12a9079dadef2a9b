import { type EndpointName, endpoints } from '@waymark/contract';
import { expect, it } from 'vitest';
import { table } from './access-table.js';
import { buildWorld, viewers, type World } from './access-world.js';
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

it.each(names)('%s: the right ones are let in, to the others it is not there', async (name) => {
  const { expected, theirs, alone } = table[name];
  const world = alone ? await buildWorld(app) : shared;
  // Those who are refused go first, so that nothing that they meet was changed by who may.
  const inOrder = viewers.toSorted((a, b) => expected[b] - expected[a]);
  for (const viewer of inOrder) {
    const isRefused = expected[viewer] === 401 || expected[viewer] === 404;
    const before = isRefused ? await contentsOf(app) : {};
    const answered = await world[viewer].call(name, askingOf(name, world));
    expect(answered.status, `${viewer}: ${answered.text.slice(0, 300)}`).toBe(expected[viewer]);
    if (isRefused) expect(await contentsOf(app), `${viewer} changed something`).toEqual(before);
    if (isRefused && theirs && viewer !== 'stranger') {
      const unknown = await world[viewer].call(name, askingOf(name, world, never));
      expect(visible(answered), `${viewer} can tell that it exists`).toEqual(visible(unknown));
    }
    if (viewer === 'learner') continue;
    for (const secret of world.secrets) expect(answered.text, `${viewer} is shown “${secret}”`).not.toContain(secret);
  }
});
