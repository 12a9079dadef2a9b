import { expect, it } from 'vitest';
import { follow, type Member, project, setTopic, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { backendOf, startApp } from '../../../test/start.js';

const app = await startApp({ rateLimitFactor: 1 });
const stranger = clientOf(app);
const tokenOf = (url: string) => url.split('/').at(-1) ?? '';
const read = (token: string, headers: Record<string, string> = {}) =>
  stranger.call('readCalendar', { params: { token }, headers });
const make = async (member: Member, body = {}) => tokenOf((await member.ok('makeCalendarFeed', { body })).url);
/** Long lines are folded by a line break and a space. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const valuesOf = (text: string, name: string) =>
  linesOf(text).flatMap((line) => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1)] : []));

async function learner(timeZone = 'UTC'): Promise<Member> {
  const ada = await signUp(app, { timeZone });
  await follow(ada, { plan: { hoursPerWeek: 7, daysPerWeek: 2, targetDate: '2040-09-01' } });
  return ada;
}

it('is the plan of twelve weeks as all-day events, and the target date, to who has the address', async () => {
  const ada = await learner();
  const { url } = await ada.ok('makeCalendarFeed', { body: {} });
  expect(url).toMatch(/^https?:\/\/[^/]+\/api\/calendar\/[\w-]{43}$/);
  const { status, headers, text } = await read(tokenOf(url));
  expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(headers['cache-control']).toBe('private, max-age=300');
  expect(linesOf(text)[0]).toBe('BEGIN:VCALENDAR');
  const starts = valuesOf(text, 'DTSTART;VALUE=DATE');
  // 2 January 2040 is a Monday.
  expect(starts[0]).toBe('20400102');
  expect(starts.at(-1)).toBe('20400901');
  expect(starts.length).toBe(12 * 2 + 1);
  expect(starts.every((each) => /^\d{8}$/.test(each))).toBe(true);
  expect(valuesOf(text, 'SUMMARY')[0]).toContain(`${backendOf(app).title}: `);
  expect(valuesOf(text, 'SUMMARY')[0]).toMatch(/\([\d.]+ h\)/);
  expect(new Set(valuesOf(text, 'UID')).size).toBe(starts.length);
});

it('has nothing else of the learner’s', async () => {
  const ada = await learner();
  await project(ada, { title: 'A project of mine' });
  const { text } = await read(await make(ada));
  for (const word of [ada.email, ada.id, ada.account.name, ada.account.handle, 'A project of mine']) {
    expect(text).not.toContain(word);
  }
});

it('hides the hours of who hides them', async () => {
  const ada = await learner();
  await follow(ada, { plan: { hideEstimates: true } });
  const { text } = await read(await make(ada));
  expect(valuesOf(text, 'SUMMARY')).not.toEqual([]);
  expect(text).not.toMatch(/[\d.]+ h\)/);
});

it('keeps its ids as the plan moves on, leaves out what is done, and skips a pause', async () => {
  const ada = await learner();
  const token = await make(ada);
  const before = (await read(token)).text;
  const [next = ''] = (await ada.ok('readEnrolment', { params: { slug: 'backend' } })).next;
  const title = backendOf(app).topics.find(({ id }) => id === next)?.title ?? 'none';
  expect(before).toContain(`: ${title} (`);
  await setTopic(ada, next, { state: 'done' });
  const after = (await read(token)).text;
  expect(after).not.toContain(`: ${title} (`);
  expect(valuesOf(after, 'UID')).toEqual(valuesOf(before, 'UID'));
  await follow(ada, { plan: { pauses: [{ from: '2040-01-02', to: '2040-01-08' }] } });
  const paused = valuesOf((await read(token)).text, 'DTSTART;VALUE=DATE');
  expect(paused.filter((each) => each > '20400101' && each < '20400109')).toEqual([]);
  expect(paused).toContain('20400109');
});

it('is the same text until something changes, and says so', async () => {
  const ada = await learner();
  const token = await make(ada);
  const first = await read(token);
  const etag = String(first.headers.etag);
  expect((await read(token)).text).toBe(first.text);
  expect((await read(token, { 'if-none-match': etag })).status).toBe(304);
  await follow(ada, { plan: { hoursPerWeek: 20 } });
  const changed = await read(token, { 'if-none-match': etag });
  expect([changed.status, changed.headers.etag === etag]).toEqual([200, false]);
});

it('is one address: another ends it, ending it ends it, and all dead ones are alike', async () => {
  const ada = await learner();
  expect(await ada.ok('readCalendarFeed')).toEqual({ madeAt: null });
  const first = await make(ada);
  expect(await ada.ok('readCalendarFeed')).toEqual({ madeAt: app.now().toISOString() });
  const second = await make(ada);
  expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
  await ada.ok('endCalendarFeed');
  const { requestId: _, ...ended } = (await read(second)).problem;
  const { requestId: __, ...unknown } = (await read('never-was')).problem;
  expect(ended).toEqual(unknown);
  expect((await ada.call('endCalendarFeed')).status).toBe(404);
});

it('keeps no address that could be read', async () => {
  const ada = await learner();
  const token = await make(ada);
  const kept = await app.deps.connection.collection('calendarfeeds').find().toArray();
  expect(kept.length).toBeGreaterThan(0);
  expect(JSON.stringify(kept)).not.toContain(token);
});

it('begins its weeks where the account says, else where the browser did', async () => {
  const ada = await learner();
  // It is Monday, 2 January 2040: the next week begins on the 8th, or on the 9th.
  const early = async (token: string) =>
    valuesOf((await read(token)).text, 'DTSTART;VALUE=DATE').filter((each) => each < '20400115');
  const token = await make(ada, { weekStartsOn: 7 });
  expect(await early(token)).toEqual(['20400102', '20400105', '20400108', '20400111']);
  await ada.ok('changeMe', { body: { weekStartsOn: 1 }, headers: { 'if-match': '"1"' } });
  expect(await early(token)).toEqual(['20400102', '20400105', '20400109', '20400112']);
  await ada.ok('changeMe', { body: { weekStartsOn: null }, headers: { 'if-match': '"2"' } });
  expect(await early(token)).toEqual(['20400102', '20400105', '20400108', '20400111']);
});

it('begins today, where the learner is', async () => {
  const moana = await learner('Pacific/Kiritimati');
  const { text } = await read(await make(moana));
  expect(valuesOf(text, 'DTSTART;VALUE=DATE')[0], 'there it is tomorrow already').toBe('20400103');
});

it('shows nothing of who is leaving', async () => {
  const ada = await learner();
  const token = await make(ada);
  expect((await read(token)).status).toBe(200);
  await ada.ok('deleteMe');
  expect((await read(token)).status).toBe(404);
});

it('counts what is tried in vain, and not what is found', async () => {
  const ada = await learner();
  const token = await make(ada);
  for (let i = 0; i < 70; i += 1) expect((await read(token)).status).toBe(200);
  let last = 404;
  for (let i = 0; i < 70 && last === 404; i += 1) last = (await read(`none-${i}`)).status;
  expect(last).toBe(429);
  expect((await read(token)).status).toBe(200);
});
