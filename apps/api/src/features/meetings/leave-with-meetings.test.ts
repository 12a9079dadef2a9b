import { expect, it } from 'vitest';
import { changeRoom, writeNote } from '../../../test/build.js';
import { beginSheet } from '../../../test/meeting.js';
import { at, coreTopics } from '../../../test/reviewing.js';
import { backendOf, day, startApp } from '../../../test/start.js';
import { eraseAccounts } from '../accounts/erase-accounts.js';
import { Meeting } from './meetings.model.js';

const app = await startApp();
const [first, second] = coreTopics(app);
const titleOf = (id: string) => backendOf(app).topics.find((topic) => topic.id === id)?.title ?? '';

/** A meeting that is over, and the sheet after it, on which something was written already. */
async function met() {
  const world = await beginSheet(app);
  const { mentor, learner, on } = world;
  const lines = [{ isDone: true, text: 'The *interview*' }];
  await learner.ok('writeAgenda', { ...on, body: { base: 0, lines, removed: [] } });
  await mentor.ok('writeMeetingNotes', { ...on, body: { base: 0, text: '# Said by us' } });
  const todo = { topicId: null, projectId: null, day: null, isDone: false };
  const actions = [
    { ...todo, who: 'mentor' as const, what: 'Send the book' },
    { ...todo, who: 'learner' as const, what: 'Read it', topicId: first, day: '2040-02-03' },
    { ...todo, who: 'learner' as const, what: 'Was done', isDone: true },
  ];
  await mentor.ok('writeActions', { ...on, body: { base: 0, actions } });
  const next = await learner.ok('closeMeeting', on);
  return { ...world, next };
}

const erase = () => eraseAccounts(new Date(app.now().getTime() + 8 * day));

it('leaves with its learner in both files, and with nobody else', async () => {
  const { mentor, learner } = await met();
  const file = JSON.parse((await learner.call('exportMe')).text) as { meetings: Record<string, unknown>[] };
  expect(file.meetings).toMatchObject([
    {
      lines: [{ text: 'The *interview*', by: 'learner', isDone: true }],
      notes: '# Said by us',
      actions: [{ who: 'mentor', what: 'Send the book' }, { what: 'Read it', day: '2040-02-03' }, { isDone: true }],
    },
    { closedAt: null, notes: '', actions: [{ what: 'Send the book' }, { what: 'Read it' }] },
  ]);
  const document = (await learner.call('exportMarkdown')).text;
  for (const part of [
    '## Meetings\n\n### With Mia Mentor, on 2040-01-02\n',
    '- [x] The \\*interview\\*\n',
    '> # Said by us\n',
    `Agreed:\n\n- [ ] Mia Mentor: Send the book\n- [ ] I: Read it (${titleOf(first)}), by 2040-02-03\n- [x] I: Was done\n`,
    '### With Mia Mentor, still open\n',
  ]) {
    expect(document).toContain(part);
  }
  expect((await mentor.call('exportMe')).text).not.toContain('Said by us');
});

it('is handed over with what is agreed and not done, and the last notes', async () => {
  const { mentor, learner, grant, next } = await met();
  const handed = async () => (await learner.call('readHandOver', at(grant.id))).text;
  const text = await handed();
  const agreed = `- [ ] Mia Mentor: Send the book\n- [ ] I: Read it (${titleOf(first)}), by 2040-02-03\n`;
  expect(text).toContain(`## What we agreed\n\n${agreed}`);
  expect(text).toContain('## Notes of our last meeting, 2040-01-02\n\n> # Said by us\n');
  expect(text).not.toContain('Was done');
  expect(text).not.toContain('Notes that I share');
  await mentor.ok('writeMeetingNotes', { ...at(next.id), body: { base: 0, text: 'And since' } });
  expect(await handed()).toContain('> And since\n');
  await writeNote(learner, first, '# What I learnt', 0);
  await writeNote(learner, second, 'For me alone', 0);
  await changeRoom(learner, first, { shared: true });
  expect(await handed()).toContain(`## Notes that I share\n\n### ${titleOf(first)}\n\n> # What I learnt\n`);
  expect(await handed()).not.toContain('For me alone');
});

it('goes with its learner, and with them alone', async () => {
  const { learner } = await met();
  const other = await met();
  await learner.ok('deleteMe');
  expect(await erase()).toBe(1);
  expect(await Meeting.countDocuments({ learnerId: learner.id })).toBe(0);
  expect(await Meeting.countDocuments({ learnerId: other.learner.id })).toBe(2);
});

it('stays with its learner when the mentor goes, without a name', async () => {
  const { mentor, learner, on } = await met();
  await mentor.ok('deleteMe');
  expect(await erase()).toBe(1);
  const read = await learner.ok('readMeeting', on);
  expect([read.mentor.name, read.isShared, read.notes.text]).toEqual(['', false, '# Said by us']);
  const files = [(await learner.call('exportMe')).text, (await learner.call('exportMarkdown')).text];
  for (const text of files) expect(text).toContain('Send the book');
  expect(files.join()).not.toContain('Mia');
});
