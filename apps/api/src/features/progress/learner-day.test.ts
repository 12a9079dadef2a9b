import { expect, it } from 'vitest';
import { follow, type Member, setTopic, signUp } from '../../../test/build.js';
import { backendOf, hour, startApp } from '../../../test/start.js';

const app = await startApp();
const [first = '', second = '', third = ''] = backendOf(app).topics.map(({ id }) => id);

/** 10:00 in UTC is 23:00 in Auckland in January; two hours later it is tomorrow there. */
app.advance(2 * hour);
const utcDay = '2040-01-02';
const aucklandDay = '2040-01-03';

async function dayOf(member: Member, topicId: string): Promise<string | undefined> {
  return (await member.ok('listActivity', { query: { to: aucklandDay } })).items.find(
    (item) => item.topicId === topicId,
  )?.day;
}

function set(member: Member, topicId: string, headers: Record<string, string> = {}, at?: string) {
  return member.ok('setTopic', {
    params: { slug: 'backend', topicId },
    body: { state: 'done', ...(at && { at }) },
    headers,
  });
}

it('is the day of the account’s zone, unless the request names another', async () => {
  const [ada, moana] = await Promise.all([signUp(app), signUp(app, { timeZone: 'Pacific/Auckland' })]);
  await follow(ada);
  await follow(moana);
  await set(ada, first);
  await set(moana, first);
  expect([await dayOf(ada, first), await dayOf(moana, first)]).toEqual([utcDay, aucklandDay]);
  await set(ada, second, { 'time-zone': 'Pacific/Auckland' });
  await set(moana, second, { 'time-zone': 'UTC' });
  expect([await dayOf(ada, second), await dayOf(moana, second)]).toEqual([aucklandDay, utcDay]);
  const { lastActiveDay } = await ada.ok('readEnrolment', { params: { slug: 'backend' } });
  expect(lastActiveDay, 'the latest of the days that were lived').toBe(aucklandDay);
});

it('is the day when it was done, for what was done offline', async () => {
  const moana = await signUp(app, { timeZone: 'Pacific/Auckland' });
  await follow(moana);
  await set(moana, third, {}, '2040-01-01T10:59:59Z');
  await set(moana, second, {}, '2040-01-01T11:00:00Z');
  expect([await dayOf(moana, third), await dayOf(moana, second)]).toEqual(['2040-01-01', '2040-01-02']);
});

it('stays what it was when the zone of the account changes', async () => {
  const moana = await signUp(app, { timeZone: 'Pacific/Auckland' });
  await follow(moana);
  await set(moana, first);
  await moana.ok('changeMe', { body: { timeZone: 'America/Los_Angeles' }, headers: { 'if-match': '"1"' } });
  expect(await dayOf(moana, first)).toBe(aucklandDay);
  await set(moana, second);
  expect(await dayOf(moana, second)).toBe(utcDay);
});

it('decides where the range of the activity ends', async () => {
  const moana = await signUp(app, { timeZone: 'Pacific/Auckland' });
  await follow(moana);
  await setTopic(moana, first, { state: 'done' });
  expect((await moana.ok('listActivity')).days).toEqual([{ day: aucklandDay, acts: 2 }]);
  expect((await moana.ok('listActivity', { headers: { 'time-zone': 'UTC' } })).days).toEqual([]);
});
