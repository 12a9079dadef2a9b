import type { Answer, Endpoints } from '@waymark/contract';
import { expect, it } from 'vitest';
import { cohort, finishedProject, follow, join, type Member, mentored, signUp } from '../../../test/build.js';
import { backendOf, day, hour, secondSlug, startApp } from '../../../test/start.js';
import { statsOf } from '../../../test/stats-of.js';
import { comeToMentor, grantOf, relations, stopGrant } from '../../../test/talking.js';
import { Enrolment } from '../progress/progress.model.js';
import { findOpenHelp } from './find-open-help.js';
import { HelpRequest } from './help.model.js';

const app = await startApp();
const topicIds = backendOf(app).topics.map(({ id }) => id);
const [first = '', second = ''] = topicIds;

const ofTopic = (topicId: string, sentence = 'Where do I begin?') => ({
  body: { about: { kind: 'topic' as const, roadmap: 'backend', topicId }, sentence },
});
const ofProject = (projectId: string) => ({
  body: { about: { kind: 'project' as const, projectId }, sentence: 'It does not start.' },
});
const at = (id: string, words?: string) => ({ params: { id }, body: words === undefined ? {} : { words } });
const waiting = async (mentor: Member) => (await mentor.ok('listHelp')).items.map(({ id }) => id);
const codeOf = (answered: { problem: { code: string } }) => answered.problem.code;

it('is asked on a topic, seen by the mentors who see it, and closed by one of them with a word', async () => {
  const { learner, mentor, mate, topicId } = await relations(app);
  const asked = await learner.ok('askForHelp', ofTopic(topicId));
  expect(asked).toMatchObject({
    learner: { id: learner.id },
    about: { kind: 'topic', roadmap: 'backend', topicId },
    title: backendOf(app).topics.find(({ id }) => id === topicId)?.title,
    sentence: 'Where do I begin?',
    askedAt: app.now().toISOString(),
    day: '2040-01-02',
    closed: null,
    reopenUntil: null,
  });
  for (const who of [mentor, mate]) {
    expect((await who.ok('listHelp')).items).toEqual([asked]);
    expect((await who.ok('listLearnerHelp', { params: { id: learner.id } })).items).toEqual([asked]);
  }
  const closed = await mentor.ok('closeHelp', at(asked.id, 'We spoke about it.'));
  expect(closed.closed).toEqual({
    at: app.now().toISOString(),
    by: { id: mentor.id, name: mentor.account.name, handle: mentor.account.handle },
    words: 'We spoke about it.',
  });
  expect(await waiting(mate)).toEqual([]);
  expect((await learner.ok('listMyHelp')).items).toEqual([]);
  expect((await learner.ok('listMyHelp', { query: { only: 'all' } })).items).toEqual([closed]);
});

it('is not there for whoever may not see it, whatever they try', async () => {
  const { learner, topicId, outside } = await relations(app);
  const { id } = await learner.ok('askForHelp', ofTopic(topicId));
  const before = await HelpRequest.findById(id).lean();
  for (const [name, member] of Object.entries(outside)) {
    expect(await waiting(member), name).toEqual([]);
    expect((await member.call('closeHelp', at(id))).status, name).toBe(404);
    expect((await member.call('reopenHelp', at(id))).status, name).toBe(404);
    const theirs = await member.call('listLearnerHelp', { params: { id: learner.id } });
    if (name === 'without') expect(theirs.body.items).toEqual([]);
    else expect(theirs.status, name).toBe(404);
  }
  expect(await HelpRequest.findById(id).lean()).toEqual(before);
});

it('on a project is for who sees projects, as long as it is not private', async () => {
  const { learner, mentor, outside } = await relations(app, 'projects');
  const mine = await finishedProject(learner, [first]);
  const hidden = await finishedProject(learner, [first], { visibility: 'private' });
  expect(codeOf(await learner.call('askForHelp', ofProject(hidden.id)))).toBe('project-private');
  const asked = await learner.ok('askForHelp', ofProject(mine.id));
  expect(asked).toMatchObject({ about: { kind: 'project', projectId: mine.id }, title: mine.title });
  expect(await waiting(mentor)).toEqual([asked.id]);
  for (const member of Object.values(outside)) {
    expect(await waiting(member)).toEqual([]);
    expect((await member.call('closeHelp', at(asked.id))).status).toBe(404);
  }
  const headers = { 'if-match': '"1"' };
  await learner.ok('changeProject', { params: { id: mine.id }, headers, body: { visibility: 'private' } });
  expect(await waiting(mentor)).toEqual([]);
  expect((await mentor.call('closeHelp', at(asked.id))).status).toBe(404);
  expect((await learner.ok('listMyHelp', { query: { projectId: mine.id } })).items).toHaveLength(1);
  await learner.ok('deleteProject', { params: { id: mine.id }, headers: { 'if-match': '"2"' } });
  expect(await HelpRequest.countDocuments({ learnerId: learner.id })).toBe(0);
});

it('is open once for each topic and project, and waits for nobody where there is nobody', async () => {
  const { learner } = await mentored(app);
  await learner.ok('askForHelp', ofTopic(first));
  expect(codeOf(await learner.call('askForHelp', ofTopic(first)))).toBe('help-open');
  await learner.ok('askForHelp', ofTopic(second));
  const alone = await signUp(app);
  await follow(alone);
  expect(codeOf(await alone.call('askForHelp', ofTopic(first)))).toBe('nobody-to-ask');
  expect((await alone.call('askForHelp', ofTopic('no-such-topic'))).status).toBe(404);
  const elsewhere = { kind: 'topic' as const, roadmap: secondSlug, topicId: first };
  expect((await learner.call('askForHelp', { body: { about: elsewhere, sentence: 'x' } })).status).toBe(404);
});

it('is opened again by its learner for a week, and waits since it was asked', async () => {
  const { learner, mentor } = await mentored(app);
  const asked = await learner.ok('askForHelp', ofTopic(first));
  app.advance(hour / 60);
  const closed = await learner.ok('closeHelp', at(asked.id));
  expect(closed.reopenUntil).toBe(new Date(app.now().getTime() + 7 * day).toISOString());
  expect((await mentor.call('reopenHelp', { params: { id: asked.id } })).status).toBe(404);
  expect(await learner.ok('reopenHelp', { params: { id: asked.id } })).toEqual(asked);
  expect((await mentor.ok('listHelp')).items).toEqual([asked]);
  await learner.ok('closeHelp', at(asked.id));
  const again = await learner.ok('askForHelp', ofTopic(first, 'Once more'));
  expect(codeOf(await learner.call('reopenHelp', { params: { id: asked.id } }))).toBe('help-open');
  await learner.ok('closeHelp', at(again.id));
  await HelpRequest.updateOne({ _id: asked.id }, { $set: { closedAt: new Date(app.now().getTime() - 7 * day) } });
  expect((await learner.call('reopenHelp', { params: { id: asked.id } })).status).toBe(404);
});

it.each(Array.from({ length: 10 }, (_, round) => round))('closed by both at once, round %i: one does', async () => {
  const { learner, mentor } = await mentored(app);
  const { id } = await learner.ok('askForHelp', ofTopic(first));
  const answers = await Promise.all([
    learner.call('closeHelp', at(id, 'Found it')),
    mentor.call('closeHelp', at(id, 'Told them')),
  ]);
  const [lost, ...more] = answers.filter(({ status }) => status !== 200);
  expect(more).toEqual([]);
  expect(lost?.problem.code).toBe('help-closed');
});

it.each(Array.from({ length: 5 }, (_, round) => round))('asked twice at once, round %i: one is open', async () => {
  const { learner } = await mentored(app);
  const answers = await Promise.all([1, 2].map(() => learner.call('askForHelp', ofTopic(first))));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(await HelpRequest.countDocuments({ learnerId: learner.id })).toBe(1);
});

it('follows every change of who sees it', async () => {
  const { learner, mentor } = await mentored(app);
  const { id } = await learner.ok('askForHelp', ofTopic(first));
  const later = await comeToMentor(app, learner, 'Lou Later');
  expect(await waiting(later)).toEqual([id]);
  const grant = await grantOf(learner, mentor);
  const change = (progress: boolean) =>
    learner.ok('changeGrant', { params: { id: grant.id }, body: { consent: { ...grant.consent, progress } } });
  await change(false);
  expect(await waiting(mentor)).toEqual([]);
  await change(true);
  expect(await waiting(mentor)).toEqual([id]);
  const params = { id: grant.id };
  await learner.ok('pauseGrant', { params });
  expect(await waiting(mentor)).toEqual([]);
  await learner.ok('resumeGrant', { params });
  expect(await waiting(mentor)).toEqual([id]);
  await learner.ok('leaveEnrolment', { params: { slug: 'backend' } });
  expect(await waiting(later)).toEqual([]);
  expect((await HelpRequest.findById(id).lean())?.told).toEqual([]);
});

it('comes to its mentors page by page, the longest wait first', async () => {
  const mentor = await signUp(app);
  const { code } = await cohort(mentor);
  const ids: string[] = [];
  for (const topicId of [second, first]) {
    const learner = await signUp(app);
    await join(learner, code);
    for (const each of [topicId, topicIds[5] ?? '']) ids.push((await learner.ok('askForHelp', ofTopic(each))).id);
    app.advance(1000);
  }
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Answer<Endpoints['listHelp']> = await mentor.ok('listHelp', {
      query: { limit: 3, ...(cursor && { cursor }) },
    });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(ids);
  expect((await mentor.call('listHelp', { query: { cursor: 'nonsense' } })).status).toBe(400);
});

it('finds the page of a mentor by its index alone', async () => {
  const { learner, mentor } = await mentored(app);
  await learner.ok('askForHelp', ofTopic(first));
  const page = HelpRequest.find({ told: mentor.id, closedAt: null }).sort({ askedAt: 1, _id: 1 }).limit(51);
  const stats = await statsOf(page);
  expect(stats.totalDocsExamined).toBe(1);
  expect(JSON.stringify(stats)).not.toMatch(/"COLLSCAN"|"SORT"/);
});

it('is told to what asks for attention: what is open, of these learners, and not private', async () => {
  const { learner } = await mentored(app);
  const mine = await finishedProject(learner, [first]);
  await learner.ok('askForHelp', ofTopic(first));
  await learner.ok('askForHelp', ofProject(mine.id));
  const { id } = await learner.ok('askForHelp', ofTopic(second));
  await learner.ok('closeHelp', at(id));
  const [record] = await HelpRequest.find({ learnerId: learner.id }).lean();
  if (!record) throw new Error('it was asked');
  const ids = [record.learnerId];
  expect((await findOpenHelp(ids)).map(({ topicId, project }) => [topicId, project?.title ?? null])).toEqual([
    [first, null],
    [null, mine.title],
  ]);
  const headers = { 'if-match': '"1"' };
  await learner.ok('changeProject', { params: { id: mine.id }, headers, body: { visibility: 'private' } });
  expect((await findOpenHelp(ids)).map(({ topicId }) => topicId)).toEqual([first]);
});

it('takes one sentence of some length, and no line that lies', async () => {
  const { learner } = await mentored(app);
  for (const sentence of ['', '   ', 'x'.repeat(281), 'one\ntwo', 'evil \u202e']) {
    const refused = await learner.call('askForHelp', ofTopic(first, sentence));
    expect(refused.problem.errors?.map(({ path }) => path)).toEqual(['sentence']);
  }
  expect((await learner.ok('askForHelp', ofTopic(first, '<script>alert(1)</script>'))).sentence).toBe(
    '<script>alert(1)</script>',
  );
});

it('is what needs attention from that day on, until it is closed', async () => {
  const { learner, mentor } = await mentored(app);
  // Of who has only just begun nothing needs attention yet.
  await Enrolment.updateOne({ learnerId: learner.id }, { $set: { startedOn: '2039-06-01' } });
  const { id } = await learner.ok('askForHelp', ofTopic(first));
  const asked = async () =>
    (await mentor.ok('readLearner', { params: { id: learner.id } })).attention?.filter(({ help }) => help);
  expect(await asked()).toMatchObject([{ reason: 'asked-for-help', topicId: first, help: { id } }]);
  await mentor.ok('closeHelp', at(id));
  expect(await asked()).toEqual([]);
});

it('shows nothing by a grant that is not live any more, also where nobody brought the request in step', async () => {
  const { learner, mentor } = await mentored(app);
  const { id } = await learner.ok('askForHelp', ofTopic(first));
  expect(await waiting(mentor)).toEqual([id]);
  await stopGrant(learner, mentor);
  expect((await HelpRequest.findById(id).lean())?.told.map(String)).toEqual([mentor.id]);
  expect(await waiting(mentor)).toEqual([]);
});
