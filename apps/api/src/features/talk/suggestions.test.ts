import { mostOpenSuggestions } from '@waymark/contract';
import { expect, it } from 'vitest';
import { type Member, mentored, setTopic } from '../../../test/build.js';
import { backendOf, startApp } from '../../../test/start.js';
import { relations } from '../../../test/talking.js';
import { Suggestion } from './talk.model.js';

const app = await startApp();
const [first = '', second = ''] = backendOf(app).topics.map(({ id }) => id);
const url = 'https://example.org/read-this';

const on = (learner: Member, topicId = first) => ({ params: { id: learner.id, slug: 'backend', topicId } });
const way = (learner: Member) => ({ params: { id: learner.id, slug: 'backend' } });
const one = (learner: Member, suggestionId: string) => ({ params: { ...way(learner).params, suggestionId } });
const suggest = (mentor: Member, learner: Member, body: object = { kind: 'next' }, topicId = first) =>
  mentor.ok('suggest', { ...on(learner, topicId), body: body as { kind: 'next' } });
const answer = (id: string, to: 'taken' | 'put-away' = 'taken', words = '') => ({
  params: { id },
  body: { answer: to, words },
});
const stateOf = async (learner: Member, topicId = first) =>
  (await learner.ok('readEnrolment', { params: { slug: 'backend' } })).topics[topicId]?.state;

it('is made by a mentor, seen by the learner and all who see their progress, and taken by the learner', async () => {
  const { learner, mentor, mate } = await relations(app);
  const made = await suggest(mentor, learner, { kind: 'next', words: 'It is what you need now.' });
  expect(made).toMatchObject({
    ...{ roadmap: 'backend', topicId: first, title: backendOf(app).topics[0]?.title },
    ...{ by: { id: mentor.id }, kind: 'next', url: null, words: 'It is what you need now.', answer: null },
  });
  expect((await learner.ok('listMySuggestions')).items).toEqual([made]);
  expect((await mate.ok('listSuggestions', way(learner))).items).toEqual([made]);
  expect(await stateOf(learner)).toBe('not_started');
  const taken = await learner.ok('answerSuggestion', answer(made.id));
  expect(taken.answer).toEqual({ kind: 'taken', words: '', at: app.now().toISOString() });
  expect(await stateOf(learner)).toBe('learning');
  expect((await learner.ok('readEnrolment', { params: { slug: 'backend' } })).next[0]).toBe(first);
  expect((await learner.ok('listMySuggestions')).items).toEqual([]);
  expect((await mentor.ok('listSuggestions', { ...way(learner), query: { only: 'all' } })).items).toEqual([taken]);
  const [talk] = (await learner.ok('listTalk', way(learner))).items;
  expect(talk).toMatchObject({ topicId: first, openSuggestions: 0 });
});

it('is not there for anybody else, whatever they try', async () => {
  const { learner, mentor, mate, outside } = await relations(app);
  const { id } = await suggest(mentor, learner);
  for (const [name, member] of Object.entries(outside)) {
    const answers = [
      await member.call('suggest', { ...on(learner), body: { kind: 'next' } }),
      await member.call('listSuggestions', way(learner)),
      await member.call('withdrawSuggestion', one(learner, id)),
      await member.call('answerSuggestion', answer(id)),
    ];
    expect(
      answers.map(({ status }) => status),
      name,
    ).toEqual([404, 404, 404, 404]);
  }
  expect((await learner.call('suggest', { ...on(learner), body: { kind: 'next' } })).status).toBe(404);
  expect((await mentor.call('answerSuggestion', answer(id))).status).toBe(404);
  expect((await mate.call('withdrawSuggestion', one(learner, id))).status).toBe(404);
  expect(await Suggestion.countDocuments({ learnerId: learner.id, isOpen: true })).toBe(1);
});

it('is put away with a word, which its mentor reads', async () => {
  const { learner, mentor } = await mentored(app);
  const { id } = await suggest(mentor, learner);
  await learner.ok('answerSuggestion', answer(id, 'put-away', 'Not before the exam.'));
  const [seen] = (await mentor.ok('listSuggestions', { ...way(learner), query: { only: 'all', topicId: first } }))
    .items;
  expect(seen?.answer).toMatchObject({ kind: 'put-away', words: 'Not before the exam.' });
  expect(await stateOf(learner)).toBe('not_started');
  expect((await mentor.call('withdrawSuggestion', one(learner, id))).status).toBe(404);
});

it('that is a link goes among the learner’s own, once it is taken', async () => {
  const { learner, mentor } = await mentored(app);
  const { id } = await suggest(mentor, learner, { kind: 'link', url, words: 'Read chapter 2' });
  const room = () => learner.ok('readRoom', { params: { slug: 'backend', topicId: first } });
  expect((await room()).links).toEqual([]);
  await learner.ok('answerSuggestion', answer(id));
  expect((await room()).links).toMatchObject([{ title: 'Read chapter 2', url }]);
});

it.each(['learning', 'done', 'skipped'] as const)('leaves a topic that is %s as it is', async (state) => {
  const { learner, mentor } = await mentored(app);
  await setTopic(learner, second, { state });
  const { id } = await suggest(mentor, learner, { kind: 'next' }, second);
  await learner.ok('answerSuggestion', answer(id));
  expect(await stateOf(learner, second)).toBe(state);
});

it.each([
  [{ kind: 'link' }, 'url'],
  [{ kind: 'link', url: 'http://example.org/' }, 'url'],
  [{ kind: 'link', url: 'https://me:secret@example.org/' }, 'url'],
  [{ kind: 'link', url: 'javascript:alert(1)' }, 'url'],
  [{ kind: 'next', url }, 'url'],
  [{ kind: 'words', words: ' ' }, 'words'],
  [{ kind: 'words', words: 'x'.repeat(281) }, 'words'],
  [{ kind: 'done' }, 'kind'],
])('refuses %j beside the field', async (body, path) => {
  const { learner, mentor } = await mentored(app);
  const refused = await mentor.call('suggest', { ...on(learner), body });
  expect(refused.problem.errors?.map((issue) => issue.path)).toEqual([path]);
});

it('has an end to how many are open between two, also when they come at once', async () => {
  const { learner, mentor, mate } = await relations(app);
  for (let i = 0; i < mostOpenSuggestions - 1; i += 1) await suggest(mentor, learner, { kind: 'words', words: `${i}` });
  const answers = await Promise.all(
    [first, second].map((topicId) => mentor.call('suggest', { ...on(learner, topicId), body: { kind: 'next' } })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('suggestions-full');
  await suggest(mate, learner);
  const [open] = (await mentor.ok('listSuggestions', { ...way(learner), query: { limit: 100 } })).items.filter(
    ({ by }) => by?.id === mentor.id,
  );
  await mentor.ok('withdrawSuggestion', one(learner, open?.id ?? ''));
  await suggest(mentor, learner);
});

it.each(Array.from({ length: 10 }, (_, round) => round))('answered twice at once, round %i: once', async () => {
  const { learner, mentor } = await mentored(app);
  const { id } = await suggest(mentor, learner);
  const answers = await Promise.all([
    learner.call('answerSuggestion', answer(id)),
    learner.call('answerSuggestion', answer(id, 'put-away')),
  ]);
  const [lost, ...more] = answers.filter(({ status }) => status !== 200);
  expect(more).toEqual([]);
  expect(lost?.problem.code).toBe('suggestion-answered');
  const [{ answer: kept } = { answer: null }] = (
    await learner.ok('listSuggestions', { ...way(learner), query: { only: 'all' } })
  ).items;
  expect(await stateOf(learner)).toBe(kept?.kind === 'taken' ? 'learning' : 'not_started');
});

it('is told to the learner alone', async () => {
  const { learner, mentor, mate } = await relations(app);
  await suggest(mentor, learner);
  expect((await learner.ok('listNotifications')).items).toMatchObject([{ kind: 'suggested', by: { id: mentor.id } }]);
  expect((await mate.ok('listNotifications')).items).toEqual([]);
});
