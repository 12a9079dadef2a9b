import { expect, it } from 'vitest';
import {
  changeRoom,
  cohort,
  everything,
  finishedProject,
  follow,
  join,
  type Member,
  mentored,
  setTopic,
  signInAgain,
  signUp,
  writeNote,
} from '../../../test/build.js';
import { beginSheet } from '../../../test/meeting.js';
import { at, coreTopics } from '../../../test/reviewing.js';
import { day, hour, startApp } from '../../../test/start.js';

const app = await startApp();
const [first, second, third] = coreTopics(app);
const say = (who: Member, learner: Member, topicId: string) =>
  who.ok('sayOnTopic', { params: { id: learner.id, slug: 'backend', topicId }, body: { text: 'Words' } });
const ask = (learner: Member, topicId: string) =>
  learner.ok('askForHelp', {
    body: { about: { kind: 'topic', roadmap: 'backend', topicId }, sentence: 'What is it for?' },
  });
const dashboardOf = async (mentor: Member, learner: Member) =>
  (await mentor.ok('readLearner', { params: { id: learner.id }, query: {} })).since;
const toldOf = async (mentor: Member, learner: Member) =>
  (await dashboardOf(mentor, learner)).parts.flatMap(({ items }) => items);
const agendaOf = async (who: Member, id: string) =>
  (await who.ok('readMeeting', at(id))).agenda.lines.map(({ change }) => change);

it('says the same as the dashboard, for any change since the last meeting', async () => {
  const world = await beginSheet(app);
  let [mentor, learner] = [world.mentor, world.learner];
  // What was before the meeting is in neither.
  app.advance(1);
  await setTopic(learner, third, { state: 'learning' });
  await say(learner, learner, third);
  await ask(learner, third);
  await mentor.ok('readLearner', { params: { id: learner.id }, query: {} });
  const next = await mentor.ok('closeMeeting', world.on);
  const removed = next.agenda.lines.map(({ id }) => id);
  await mentor.ok('writeAgenda', { ...at(next.id), body: { base: 0, lines: [], removed } });
  app.advance(2 * hour);
  [mentor, learner] = [await signInAgain(mentor), await signInAgain(learner)];
  await setTopic(learner, first, { state: 'done' });
  await setTopic(learner, second, { state: 'learning' });
  const mine = await finishedProject(learner, [first]);
  await learner.ok('askForReview', { ...at(mine.id), body: { question: 'Is it sound?' } });
  await say(learner, learner, first);
  await say(mentor, learner, second);
  await ask(learner, second);
  await writeNote(learner, first, 'What I learnt', 0);
  await changeRoom(learner, first, { shared: true });
  app.advance(20 * day);
  [mentor, learner] = [await signInAgain(mentor), await signInAgain(learner)];
  const told = await toldOf(mentor, learner);
  expect(new Set(told.map(({ kind }) => kind))).toEqual(
    new Set(['topic', 'proof', 'project', 'review-asked', 'help', 'comment', 'note', 'attention']),
  );
  expect(told.filter(({ kind }) => kind === 'comment').map(({ topicId }) => topicId)).toEqual([first]);
  expect(new Set(told.flatMap(({ topicId }) => (topicId === third ? [topicId] : [])))).toEqual(new Set([third]));
  for (const who of [mentor, learner]) expect(await agendaOf(who, next.id)).toEqual(told);
});

it('tells of comments, notes and help only who is let see them', async () => {
  const { mentor, learner, grant } = await mentored(app, { notes: false });
  await dashboardOf(mentor, learner);
  app.advance(2 * hour);
  const [again, me] = [await signInAgain(mentor), await signInAgain(learner)];
  await say(me, learner, first);
  await say(me, learner, first);
  await ask(me, second);
  await writeNote(me, third, 'What I learnt', 0);
  await changeRoom(me, third, { shared: true });
  const project = await finishedProject(me, [first]);
  await me.ok('askForHelp', { body: { about: { kind: 'project', projectId: project.id }, sentence: 'Sound?' } });
  const share = (consent: object) =>
    me.ok('changeGrant', { ...at(grant.id), body: { consent: { ...everything, ...consent } } });
  const said = async () =>
    (await toldOf(again, learner))
      .filter(({ kind }) => ['help', 'comment', 'note'].includes(kind))
      .map(({ kind, topicId, project: of, to }) => [kind, topicId ?? of?.title, to]);
  const [help, comment, note] = [
    ['help', second, null],
    ['comment', first, '2'],
    ['note', third, 'shared'],
  ];
  const ofProject = ['help', project.title, null];
  expect((await said()).sort()).toEqual([comment, help, ofProject].sort());
  await share({});
  expect((await said()).sort()).toEqual([comment, help, note, ofProject].sort());
  await share({ projects: false });
  expect(await said()).toEqual([help, comment, note]);
  await share({ progress: false });
  expect(await said()).toEqual([ofProject, note]);
});

it('tells of what was done before, offline, and came in since', async () => {
  const { mentor, learner } = await mentored(app);
  const done = app.now().toISOString();
  app.advance(2 * hour);
  const [again, me] = [await signInAgain(mentor), await signInAgain(learner)];
  await dashboardOf(again, learner);
  app.advance(2 * hour);
  await setTopic(await signInAgain(me), first, { state: 'done', at: done });
  const told = await toldOf(await signInAgain(again), learner);
  expect(told.map(({ kind, topicId, at: when }) => [kind, topicId, when])).toEqual([['topic', first, done]]);
});

it('begins the first sheet with what has changed since the sharing began, and with all that needs attention', async () => {
  let learner = await signUp(app, { name: 'Lea Learner' });
  let mentor = await signUp(app, { name: 'Mia Mentor' });
  await follow(learner);
  await setTopic(learner, third, { state: 'learning' });
  app.advance(20 * day);
  [mentor, learner] = [await signInAgain(mentor), await signInAgain(learner)];
  await join(learner, (await cohort(mentor)).code);
  app.advance(1);
  await setTopic(learner, first, { state: 'learning' });
  await ask(learner, second);
  app.advance(20 * day);
  const [again, me] = [await signInAgain(mentor), await signInAgain(learner)];
  const { id } = await again.ok('beginMeeting', { body: { as: 'mentor', with: learner.id, roadmap: 'backend' } });
  const lines = await agendaOf(again, id);
  expect(lines.map((change) => [change?.kind, change?.topicId, change?.to])).toEqual([
    ['topic', first, 'learning'],
    ['help', second, null],
    ['attention', first, 'stuck'],
    ['attention', null, 'quiet'],
    ['attention', third, 'stuck'],
  ]);
  expect(await agendaOf(me, id)).toEqual(lines);
});
