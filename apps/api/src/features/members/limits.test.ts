import { expect, it } from 'vitest';
import { makeOwner, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { startApp } from '../../../test/start.js';

// A tenth of what an instance allows, so that it is soon used up.
const app = await startApp({ rateLimitFactor: 0.1, trustedProxies: ['loopback'] });
/** Addresses that nobody else in this run calls from. */
const from = (host: number) => ({ 'x-forwarded-for': `198.51.100.${host}` });
const body = { token: 'never-was' };

const countOf = (statuses: readonly number[], status: number) => statuses.filter((each) => each === status).length;

it('lets an address try six links of invitations, of twenty at once', async () => {
  await app.deps.connection.collection('ratelimits').deleteMany({});
  const asker = clientOf(app);
  const ask = (host: number) => asker.call('previewInvitation', { body, headers: from(host) });
  const statuses = (await Promise.all(Array.from({ length: 20 }, () => ask(1)))).map(({ status }) => status);
  expect([countOf(statuses, 422), countOf(statuses, 429)]).toEqual([6, 14]);
  expect((await ask(2)).status, 'another address').toBe(422);
});

it('lets an address try two links to become the owner, of ten at once', async () => {
  await app.deps.connection.collection('ratelimits').deleteMany({});
  const ada = await signUp(app);
  const claim = (host: number) => ada.call('claimInstance', { body, headers: from(host) });
  const statuses = (await Promise.all(Array.from({ length: 10 }, () => claim(3)))).map(({ status }) => status);
  expect([countOf(statuses, 422), countOf(statuses, 429)]).toEqual([2, 8]);
  expect((await claim(4)).status, 'another address').toBe(422);
});

it('lets an owner make twenty invitations an hour', async () => {
  await app.deps.connection.collection('ratelimits').deleteMany({});
  const [owner, other] = await Promise.all([signUp(app).then(makeOwner), signUp(app).then(makeOwner)]);
  const invite = () => owner.call('createInvitation', { body: {} });
  const statuses: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    statuses.push(...(await Promise.all(Array.from({ length: 5 }, invite))).map(({ status }) => status));
  }
  expect([countOf(statuses, 201), countOf(statuses, 429)]).toEqual([20, 5]);
  expect((await other.call('createInvitation', { body: {} })).status, 'another owner').toBe(201);
  await app.deps.connection.collection('ratelimits').deleteMany({});
});
