import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { follow, type Member, signUp, writeNote } from '../../../test/build.js';
import { backendOf, startApp } from '../../../test/start.js';

const app = await startApp();
const topicId = backendOf(app).topics[0]?.id ?? '';
const params = { slug: 'backend', topicId };

async function learner(): Promise<Member> {
  const member = await signUp(app);
  await follow(member);
  return member;
}

it('writes a note on the version that it was written on, and tells what is there otherwise', async () => {
  const ada = await learner();
  expect(await writeNote(ada, topicId, 'One', 0)).toEqual({
    text: 'One',
    version: 1,
    updatedAt: app.now().toISOString(),
  });
  const stale = await ada.call('writeNote', { params, body: { text: 'Other', base: 0 } });
  expect([stale.status, stale.problem.current]).toEqual([
    412,
    { text: 'One', version: 1, updatedAt: app.now().toISOString() },
  ]);
  expect((await ada.ok('readRoom', { params })).note.text).toBe('One');
  expect((await writeNote(ada, topicId, 'One', 0)).version, 'the same text is no conflict').toBe(1);
  expect((await writeNote(ada, topicId, 'Two', 1)).version).toBe(2);
});

it('lets one of ten writes on one version win, and tells the nine', async () => {
  const ada = await learner();
  const write = (n: number) => ada.call('writeNote', { params, body: { text: `Text ${n}`, base: 0 } });
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => write(n)));
  const won = answers.filter(({ status }) => status === 200);
  expect(won).toHaveLength(1);
  const { note } = await ada.ok('readRoom', { params });
  expect(note).toEqual(won[0]?.body);
  for (const { status, problem } of answers.filter((each) => each !== won[0])) {
    expect([status, problem.current]).toEqual([412, note]);
  }
});

it('has one effect for a key, ten times at once', async () => {
  const ada = await learner();
  const headers = { 'idempotency-key': randomUUID() };
  const write = () => ada.call('writeNote', { params, body: { text: 'Once', base: 0 }, headers });
  const answers = await Promise.all(Array.from({ length: 10 }, write));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect((await ada.ok('readRoom', { params })).note.version).toBe(1);
  const { items } = await ada.ok('listActivity');
  expect(items.filter(({ kind }) => kind === 'room')).toHaveLength(1);
});
