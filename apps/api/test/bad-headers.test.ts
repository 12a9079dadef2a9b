import { type Endpoint, type EndpointName, endpoints } from '@waymark/contract';
import { afterAll, expect, it, vi } from 'vitest';
import { table } from './access-table.js';
import { buildWorld } from './access-world.js';
import { reportFolder, textsFor } from './hostile.js';
import { rightRequest } from './right-request.js';
import { createHostileSender, inGroups } from './send-hostile.js';
import { startApp } from './start.js';

vi.setConfig({ testTimeout: reportFolder ? 1_200_000 : 60_000 });

const app = await startApp();
const world = await buildWorld(app);
const { tally, sendAll, expectRefused, writeReport } = createHostileSender(app);
afterAll(() => writeReport('headers'));

const names = Object.keys(endpoints) as EndpointName[];
const of = (is: (endpoint: Endpoint) => unknown) => names.filter((name) => is(endpoints[name]));

/** As bytes that a header can hold; `node:http` sends no others, and lets none in. */
function headerTextsFor(place: string): string[] {
  const asBytes = textsFor(place, 5).map((text) => Buffer.from(text).toString('latin1'));
  return [...new Set(asBytes)].filter((text) => text.length < 8000 && !/[^\t\x20-\x7e\x80-\xff]/.test(text));
}

/** Each value in this header of an otherwise right request. `isGood` says which ones the header may have. */
async function meet(
  name: EndpointName,
  header: string,
  {
    refusedWith,
    isGood = () => false,
    as,
  }: { refusedWith: number[]; isGood?: (text: string) => boolean; as?: 'stranger' },
): Promise<void> {
  const right = rightRequest(world, name);
  const client = as ? world[as] : right.client;
  const { asked } = right;
  const place = `${name}, ${header}`;
  const ask = (text: string) => () => client.call(name, { ...asked, headers: { ...asked.headers, [header]: text } });
  for (const group of inGroups(headerTextsFor(place), 800)) {
    const refused = group.filter((text) => !isGood(text.trim()));
    await expectRefused(place, refused.map(ask), refusedWith);
    // A right request of these would end what the others need.
    if (!table[name].alone) await sendAll(place, group.filter((text) => isGood(text.trim())).map(ask));
  }
}

it.each(of(({ access }) => access !== 'anyone'))('%s: no token is taken but ours', async (name) => {
  await meet(name, 'authorization', { refusedWith: [401] });
  const { client, asked } = rightRequest(world, name);
  const bearing = headerTextsFor(`${name}, bearer`).map(
    (text) => () => client.call(name, { ...asked, headers: { ...asked.headers, authorization: `Bearer ${text}` } }),
  );
  await expectRefused(name, bearing, [401]);
});

const isZone = (zone: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone.slice(0, 64) }) !== undefined;
  } catch {
    return false;
  }
};

it.each(names)('%s: no time zone is taken but one that there is', async (name) => {
  await meet(name, 'time-zone', { refusedWith: [400], isGood: isZone });
});

it.each(of(({ method }) => method !== 'GET'))(
  '%s: an idempotency key is printable, and neither short nor long',
  async (name) => {
    await meet(name, 'idempotency-key', { refusedWith: [400], isGood: (text) => /^[\x21-\x7e]{8,128}$/.test(text) });
  },
);

it.each(of(({ ifMatch }) => ifMatch))('%s: no version is the one of now but that one', async (name) => {
  await meet(name, 'if-match', { refusedWith: [412] });
});

it.each(of(({ cookies }) => cookies))('%s: no other site may call it', async (name) => {
  await meet(name, 'origin', { refusedWith: [403] });
  await meet(name, 'sec-fetch-site', { refusedWith: [403] });
});

it.each(['refreshSession', 'signOut'] as const)('%s: no cookie is taken but ours', async (name) => {
  await meet(name, 'cookie', { refusedWith: [401], as: 'stranger' });
});

it.each(of(({ body }) => body))('%s: its body is JSON and says so', async (name) => {
  const isJson = (text: string) => /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(text);
  await meet(name, 'content-type', { refusedWith: [415], isGood: isJson });
  await meet(name, 'content-encoding', { refusedWith: [415], isGood: (text) => /^(identity)?$/i.test(text) });
  const { client, asked } = rightRequest(world, name);
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
  ];
  const ask = (type: string) => () =>
    client.call(name, { ...asked, headers: { ...asked.headers, 'content-type': type } });
  await expectRefused(name, [...types, 'application/jsonx', 'application/json; charset=utf-16', ''].map(ask), [415]);
});

/** What the rest of a request says of itself decides nothing. */
const idle = ['user-agent', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'host', 'referer'];
const ofAnswers = ['accept', 'accept-encoding', 'accept-language', 'if-none-match', 'if-modified-since', 'range'];
const ofTricks = ['x-http-method-override', 'x-original-url', 'x-request-id', 'traceparent', 'prefer', 'te'];

it.each([...idle, ...ofAnswers, ...ofTricks])('%s may say anything', async (header) => {
  for (const name of ['readInstance', 'readRoadmap', 'readMe', 'signIn', 'createCohort'] as const) {
    const { client, asked } = rightRequest(world, name);
    for (const group of inGroups(headerTextsFor(`${name}, ${header}`))) {
      const answers = await sendAll(
        `${name}, ${header}`,
        group.map((text) => () => client.call(name, { ...asked, headers: { ...asked.headers, [header]: text } })),
      );
      for (const { status, text } of answers) expect([200, 201, 304, 503], text.slice(0, 300)).toContain(status);
    }
  }
});

it('has written nothing of it to the log', () => {
  expect(tally.logged).toBeGreaterThan(1000);
  expect(tally.canaries).toBe(0);
});
