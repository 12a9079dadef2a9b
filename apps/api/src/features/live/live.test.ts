import { afterAll, expect, it, vi } from 'vitest';
import { follow, mentored, project, setTopic, signInAgain, signUp } from '../../../test/build.js';
import { listen } from '../../../test/listen.js';
import { testDatabaseUri } from '../../../test/name-database.js';
import { asked, seen } from '../../../test/reviewing.js';
import { startApp } from '../../../test/start.js';
import { createChanges } from './changes.js';
import { createFollower } from './follower.js';
import { watchChanges } from './watch-changes.js';

const app = await startApp();
const begun = vi.spyOn(app.changes, 'begin');
const where = { uri: testDatabaseUri(), database: app.deps.connection.name, log: app.deps.log };
const watching = watchChanges({ ...where, changes: app.changes });
afterAll(() => watching.close());
await vi.waitFor(() => expect(begun).toHaveBeenCalled(), { timeout: 10_000 });

it('tells my other device what to read again, and nobody else', async () => {
  const [ada, bob] = await Promise.all([signUp(app), signUp(app)]);
  const phone = await signInAgain(ada);
  await follow(ada);
  const [here, there] = [await listen(phone), await listen(bob)];
  expect(here.headers.get('content-type')).toBe('text/event-stream');
  await setTopic(ada, 'http', { state: 'learning' });
  const made = await project(ada);
  await here.until(() => expect(here.kinds()).toContain('project'));
  expect(here.heard.filter(({ event }) => event.kind === 'enrolment').at(-1)?.event).toEqual({
    kind: 'enrolment',
    roadmap: 'backend',
  });
  expect(here.heard.find(({ event }) => event.kind === 'project')?.event).toEqual({ kind: 'project', id: made.id });
  // Bob hears of his own, and by then would have heard of hers.
  await follow(bob);
  await there.until(() => expect(there.kinds()).toContain('enrolment'));
  expect(there.kinds().filter((kind) => kind === 'project')).toEqual([]);
});

it('tells of what is deleted, whose owner only the document named', async () => {
  const ada = await signUp(app);
  const { id } = await project(ada);
  const here = await listen(ada);
  await here.until(() => expect(here.kinds()).toContain('project'));
  const before = here.heard.length;
  await ada.ok('deleteProject', { params: { id }, headers: { 'if-match': '"1"' } });
  await here.until(() => expect(here.heard.length).toBeGreaterThan(before));
  expect(here.heard.at(-1)?.event).toMatchObject({ kind: 'project', id });
});

it('tells a mentor that there is news, and nobody else', async () => {
  const { mentor, learner, review } = await asked(app);
  const [here, there] = [await listen(mentor), await listen(learner)];
  const before = here.kinds().filter((kind) => kind === 'notification').length;
  await learner.ok('withdrawReview', seen(review));
  await here.until(() => expect(here.kinds().filter((kind) => kind === 'notification').length).toBeGreaterThan(before));
  await mentor.ok('readNotifications', { body: { until: app.now().toISOString() } });
  const { id } = await project(learner);
  await there.until(() => expect(there.heard.map(({ event }) => event)).toContainEqual({ kind: 'project', id }));
  expect(there.kinds()).not.toContain('notification');
});

it('goes on after a lost connection with what was missed: nothing twice, nothing left out, in order', async () => {
  const ada = await signUp(app);
  await follow(ada);
  const first = await listen(ada);
  await setTopic(ada, 'http', { state: 'learning' });
  await first.until(() => expect(first.heard.length).toBeGreaterThan(1));
  first.cut();
  const last = first.heard.at(-1)?.id;
  const missed = [await project(ada), await project(ada), await project(ada)];
  const second = await listen(ada, last);
  missed.push(await project(ada));
  await second.until(() => expect(second.kinds().filter((kind) => kind === 'project')).toHaveLength(4));
  expect(second.heard.flatMap(({ event }) => (event.kind === 'project' ? [event.id] : []))).toEqual(
    missed.map(({ id }) => id),
  );
  const ids = [...first.heard, ...second.heard].map(({ id }) => id ?? '');
  expect(ids).toEqual([...new Set(ids)].sort());
});

it.each([
  ['older than what is kept', '8200000000'],
  ['none that was ever given', 'nothing of yours'],
])('says that everything is to be read again when the last event is %s', async (_, last) => {
  const ada = await signUp(app);
  const here = await listen(ada, last);
  await here.until(() => expect(here.kinds()).toEqual(['resync']));
  expect(here.heard[0]?.id).toMatch(/^[0-9A-F]+$/);
});

it('ends with the session that opened it, and with no other', async () => {
  const ada = await signUp(app);
  const phone = await signInAgain(ada);
  const [here, there] = [await listen(ada), await listen(phone)];
  await phone.ok('signOut');
  await there.until(() => expect(there.isOver()).toBe(true));
  expect(here.isOver()).toBe(false);
});

it('takes no part of the two hundred in flight, has an end for each member, and is told of the stop', async () => {
  const members = await Promise.all(Array.from({ length: 11 }, () => signUp(app)));
  const streams = await Promise.all(members.flatMap((each) => Array.from({ length: 20 }, () => listen(each))));
  expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
  const [ada] = members;
  expect((await ada?.call('readMe'))?.status).toBe(200);
  expect((await ada?.call('followChanges'))?.problem.code).toBe('too-many-requests');
  streams[0]?.cut();
  await vi.waitFor(async () => expect((await ada?.call('followChanges'))?.status).toBe(200));
  const stopping = await startApp();
  const listening = await listen(await signUp(stopping));
  const late = await signUp(stopping);
  stopping.beginStop();
  await listening.until(() => expect(listening.isOver()).toBe(true));
  expect((await late.call('followChanges')).problem.code).toBe('unavailable');
});

const gone = new AbortController().signal;
const asking = { memberId: 'a', sessionId: 's', gone };
const event = (token: string) => ({ token, event: { kind: 'time' as const } });

it('keeps little for a client that reads slowly, and then says to read everything again', async () => {
  const slow = createFollower({ ...asking, after: '' });
  const text = slow.text();
  await text.next();
  const tokens = Array.from({ length: 250 }, (_, place) => String(place).padStart(4, '0'));
  for (const token of tokens.slice(0, 100)) slow.tell(event(token));
  const { value = '' } = await text.next();
  expect(value.match(/^data/gm)).toHaveLength(100);
  for (const token of tokens.slice(100)) slow.tell(event(token));
  const said = (await text.next()).value ?? '';
  expect(said.match(/^data.*$/gm)?.[0]).toBe('data: {"kind":"resync"}');
  expect(said.match(/^id: .*$/gm)?.at(-1)).toBe('id: 0249');
});

it('says all anew once the change stream had to begin anew', async () => {
  const changes = createChanges(() => 0);
  changes.begin('10');
  changes.publish(event('11'), ['a']);
  const text = changes.follow({ ...asking, lastEventId: '10' });
  expect([(await text.next()).value, (await text.next()).value]).toEqual([
    'retry: 1000\n\n',
    'id: 11\ndata: {"kind":"time"}\n\n',
  ]);
  changes.begin('30');
  expect((await text.next()).value).toBe('id: 30\ndata: {"kind":"resync"}\n\n');
  const old = changes.follow({ ...asking, lastEventId: '11' });
  await old.next();
  expect((await old.next()).value).toContain('resync');
});

it('keeps the last minutes and no more', async () => {
  let now = 0;
  const changes = createChanges(() => now);
  changes.begin('10');
  changes.publish(event('11'), ['a']);
  now = 400_000;
  changes.publish(event('12'), ['a']);
  const next = async (lastEventId: string) => {
    const text = changes.follow({ ...asking, lastEventId });
    await text.next();
    return (await text.next()).value;
  };
  expect(await next('10')).toContain('resync');
  expect(await next('11')).toBe('id: 12\ndata: {"kind":"time"}\n\n');
});

it('tells both who talk on a topic what to read again, and nobody who may not', async () => {
  const { mentor, learner } = await mentored(app);
  const stranger = await signUp(app);
  const [here, there, away] = [await listen(mentor), await listen(learner), await listen(stranger)];
  const params = { id: learner.id, slug: 'backend', topicId: 'http' };
  await mentor.ok('sayOnTopic', { params, body: { text: 'A word' } });
  const talk = { kind: 'talk', roadmap: 'backend', topicId: 'http', id: learner.id };
  for (const each of [here, there])
    await each.until(() => expect(each.heard.map(({ event }) => event)).toContainEqual(talk));
  const about = { kind: 'topic' as const, roadmap: 'backend', topicId: 'http' };
  await learner.ok('askForHelp', { body: { about, sentence: 'How?' } });
  const help = { kind: 'help', id: learner.id };
  for (const each of [here, there])
    await each.until(() => expect(each.heard.map(({ event }) => event)).toContainEqual(help));
  await project(stranger);
  await away.until(() => expect(away.kinds()).toContain('project'));
  expect(away.kinds()).not.toContain('talk');
});
