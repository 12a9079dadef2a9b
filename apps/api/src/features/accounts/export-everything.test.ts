import { expect, it } from 'vitest';
import {
  changeRoom,
  cohort,
  finishedProject,
  follow,
  join,
  logTime,
  mentored,
  setTopic,
  signUp,
  writeNote,
} from '../../../test/build.js';
import { approval, asked, at, coreTopics } from '../../../test/reviewing.js';
import { backendOf, secondSlug, startApp } from '../../../test/start.js';

const app = await startApp();
const [first, second] = backendOf(app).topics.map(({ id }) => id);

interface Export {
  format: string;
  formatVersion: number;
  exportedAt: string;
  account: unknown;
  [list: string]: unknown;
}

it('holds everything of a learner as JSON, and nothing of anybody else', async () => {
  const { mentor, learner, cohort: joined } = await mentored(app, { notes: false });
  await follow(learner, { choices: {} });
  await setTopic(learner, first ?? '', { state: 'done' });
  await setTopic(learner, second ?? '', { state: 'learning' });
  await writeNote(learner, second ?? '', 'A **note** of mine', 0);
  await changeRoom(learner, second ?? '', { leftOff: 'Chapter 3', confidence: 2 });
  const entry = await logTime(learner, second ?? '', { minutes: 45, words: 'Reading' });
  const mine = await finishedProject(learner, [first ?? ''], { writeUp: 'How I **built** it', visibility: 'private' });
  await follow(learner, {}, secondSlug);
  await learner.ok('leaveEnrolment', { params: { slug: secondSlug } });
  const seesWhom = { body: { seesWhom: 'names' as const }, headers: { 'if-match': '"1"' } };
  await mentor.ok('changeCohort', { params: { id: joined.id }, ...seesWhom });
  await learner.ok('changeListing', { params: { id: joined.id }, body: { isListed: true } });
  const own = await cohort(learner, { name: 'A cohort of mine' });
  const stranger = await signUp(app, { name: 'Stranger Danger' });
  await join(stranger, own.code);
  await finishedProject(stranger, [first ?? ''], { title: 'Not the learner’s' });

  const answered = await learner.call('exportMe');
  expect(answered.headers['content-disposition']).toBe('attachment; filename="waymark-export.json"');
  expect(answered.headers['cache-control']).toBe('no-store');
  const all = JSON.parse(answered.text) as Export;
  expect(all).toMatchObject({ format: 'waymark-export', formatVersion: 2, exportedAt: app.now().toISOString() });
  expect(all.account).toEqual(await learner.ok('readMe'));
  expect(all.projects).toEqual([mine]);
  expect(all.enrolments).toMatchObject([
    { ...(await learner.ok('readEnrolment', { params: { slug: 'backend' } })), leftAt: null },
    { roadmap: secondSlug, leftAt: app.now().toISOString() },
  ]);
  expect(all.rooms).toMatchObject([
    { roadmap: 'backend', topicId: second, note: { text: 'A **note** of mine' }, leftOff: 'Chapter 3', confidence: 2 },
  ]);
  expect(all.time).toEqual([entry]);
  const { items } = await learner.ok('listActivity');
  expect(items.length).toBeGreaterThan(3);
  expect((all.activity as { id: string }[]).toSorted((a, b) => b.id.localeCompare(a.id))).toEqual(items);
  expect(all.grants).toMatchObject([
    { roadmap: 'backend', mentorId: mentor.id, consent: { notes: false, progress: true } },
  ]);
  expect(all.cohortsMentored).toMatchObject([{ name: 'A cohort of mine', roadmap: 'backend', archivedAt: null }]);
  expect(all.cohortSeats).toEqual([{ cohortId: joined.id, isListed: true, declined: [] }]);
  expect(all.sessions).toMatchObject([{ device: '', createdAt: app.now().toISOString() }]);

  const secrets = ['$2b$', 'passwordHash', 'emailKey', 'generation', joined.code, own.code];
  const others = [stranger.email, stranger.id, 'Stranger Danger', 'Not the learner’s', mentor.email, 'Mia Mentor'];
  for (const text of [...secrets, ...others]) expect(answered.text, text).not.toContain(text);
});

it('holds what each side of a review asked, showed, said and judged, and not the words of the other', async () => {
  const { mentor, learner, mine, review } = await asked(app);
  await learner.ok('sayInReview', { ...at(review.id), body: { text: 'What the learner said' } });
  await mentor.ok('createSnippet', { body: { title: 'Tests', text: 'Words to use again' } });
  await mentor.ok('claimReview', at(review.id));
  await mentor.ok('giveVerdict', { ...at(review.id), body: approval([coreTopics(app)[0]]) });
  await learner.ok('issueRecord', { body: { roadmap: 'backend' } });
  const [theirs, given] = await Promise.all([learner.call('exportMe'), mentor.call('exportMe')]);
  const all = JSON.parse(theirs.text) as Export;
  expect(all.reviews).toMatchObject([
    { id: review.id, projectId: mine.id, question: review.question, state: 'approved' },
  ]);
  expect(all.revisions).toMatchObject([{ projectId: mine.id, number: 1, title: mine.title }]);
  expect(all.verdictsReceived).toMatchObject([{ decision: 'approved', topics: [{ verdict: 'met' }] }]);
  expect(all.reviewComments).toMatchObject([{ reviewId: review.id, text: 'What the learner said' }]);
  expect(all.records).toMatchObject([{ roadmap: 'backend', withdrawnAt: null }]);
  expect(theirs.text).not.toContain('The redirect is right');
  const other = JSON.parse(given.text) as Export;
  expect(other.verdictsGiven).toMatchObject([{ reviewId: review.id, text: 'The redirect is right, and tested.' }]);
  expect(other.snippets).toEqual([{ title: 'Tests', text: 'Words to use again' }]);
  expect(other.reviews).toEqual([]);
  expect(given.text).not.toContain('What the learner said');
});

it('is whole for somebody who has nothing yet', async () => {
  const ada = await signUp(app);
  const all = JSON.parse((await ada.call('exportMe')).text) as Export;
  const { format: _, formatVersion: __, exportedAt: ___, account, sessions, ...lists } = all;
  expect(account).toEqual(ada.account);
  expect(sessions).toHaveLength(1);
  expect(lists).toEqual({
    accessTokens: [],
    identities: [],
    looks: [],
    calendarFeeds: [],
    enrolments: [],
    projects: [],
    images: [],
    publicPages: [],
    grants: [],
    notifications: [],
    reviewer: [],
    reviews: [],
    revisions: [],
    verdictsReceived: [],
    verdictsGiven: [],
    reviewComments: [],
    snippets: [],
    topicComments: [],
    topicCommentsGiven: [],
    suggestionsReceived: [],
    suggestionsGiven: [],
    helpRequests: [],
    records: [],
    cohortsMentored: [],
    cohortSeats: [],
    mentorAsks: [],
    rooms: [],
    time: [],
    deadLinks: [],
    activity: [],
  });
});
