import { expect, it } from 'vitest';
import { finishedProject, mentored } from '../../../test/build.js';
import { backendOf, day, startApp } from '../../../test/start.js';
import { eraseAccounts } from '../accounts/erase-accounts.js';
import { HelpRequest } from './help.model.js';
import { Suggestion, Talk, TalkRead, TopicComment } from './talk.model.js';

const app = await startApp();
const [first = ''] = backendOf(app).topics.map(({ id }) => id);
const ordinal = backendOf(app).topics[0]?.ordinal;

/** A learner and a mentor who have talked, suggested and asked. */
async function talked() {
  const { mentor, learner } = await mentored(app);
  const place = { params: { id: learner.id, slug: 'backend', topicId: first } };
  await learner.ok('sayOnTopic', { ...place, body: { text: '# Mine' } });
  await mentor.ok('sayOnTopic', { ...place, body: { text: 'Theirs' } });
  await mentor.ok('seeTalk', place);
  await mentor.ok('suggest', { ...place, body: { kind: 'next' } });
  const about = { kind: 'topic' as const, roadmap: 'backend', topicId: first };
  await learner.ok('askForHelp', { body: { about, sentence: 'How?' } });
  return { mentor, learner, place };
}

it('leaves with the learner, with the names of those who wrote to them', async () => {
  const { mentor, learner } = await talked();
  const { text } = await learner.call('exportMe');
  const file = JSON.parse(text) as Record<string, Record<string, unknown>[]>;
  expect(file.topicComments).toMatchObject([
    { roadmap: 'backend', ordinal, isMine: true, by: 'Lea Learner', text: '# Mine' },
    { isMine: false, by: 'Mia Mentor', text: 'Theirs' },
  ]);
  expect(file.suggestionsReceived).toMatchObject([{ by: 'Mia Mentor', kind: 'next', topicId: first, answer: null }]);
  expect(file.helpRequests).toMatchObject([{ topicId: first, sentence: 'How?', closedAt: null }]);
  const document = (await learner.call('exportMarkdown')).text;
  expect(document).toContain('### Talk with mentors');
  expect(document).toContain('- Lea Learner, 2040-01-02\n\n> # Mine\n');
  expect(document).toContain('- Mia Mentor, 2040-01-02\n\n> Theirs\n');
  const theirs = (await mentor.call('exportMe')).text;
  expect(theirs).toContain('Theirs');
  expect(theirs).not.toMatch(/# Mine|How\?/);
});

it('goes with the learner', async () => {
  const { learner } = await talked();
  const mine = await finishedProject(learner, [first]);
  const about = { kind: 'project' as const, projectId: mine.id };
  await learner.ok('askForHelp', { body: { about, sentence: 'And this?' } });
  await learner.ok('deleteMe');
  expect(await eraseAccounts(new Date(app.now().getTime() + 8 * day))).toBe(1);
  const learnerId = learner.id;
  for (const model of [Talk, TopicComment, TalkRead, Suggestion, HelpRequest] as const) {
    expect(await model.db.model(model.modelName).countDocuments({ learnerId }), model.modelName).toBe(0);
  }
});

it('stays with the learner when the mentor goes, without a name', async () => {
  const { mentor, learner, place } = await talked();
  await mentor.ok('deleteMe');
  expect(await eraseAccounts(new Date(app.now().getTime() + 8 * day))).toBe(1);
  const { items } = await learner.ok('listTopicComments', place);
  expect(items.map(({ by, text }) => [by?.name ?? null, text])).toEqual([
    ['Lea Learner', '# Mine'],
    [null, 'Theirs'],
  ]);
  const [suggestion] = (await learner.ok('listMySuggestions')).items;
  expect([suggestion?.by, suggestion?.kind]).toEqual([null, 'next']);
  await learner.ok('answerSuggestion', { params: { id: suggestion?.id ?? '' }, body: { answer: 'taken' } });
  expect((await Talk.findOne({ learnerId: learner.id }).lean())?.told).toEqual([]);
  expect(await TalkRead.countDocuments({ memberId: mentor.id })).toBe(0);
});
