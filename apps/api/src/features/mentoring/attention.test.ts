import { addDays, type Consent } from '@waymark/contract';
import mongoose from 'mongoose';
import { beforeEach, expect, it } from 'vitest';
import {
  askForReview,
  cohort,
  everything,
  finishedProject,
  join,
  type Member,
  mentored,
  nothing,
  setTopic,
  signInAgain,
  signUp,
} from '../../../test/build.js';
import { here, serve } from '../../../test/near-web.js';
import { approval, at, coreTopics, seen } from '../../../test/reviewing.js';
import { day, secondSlug, startApp } from '../../../test/start.js';
import { statsOf } from '../../../test/stats-of.js';
import { checkDueLinks } from '../links/check-links.js';
import { ProjectLinks } from '../links/links.model.js';
import { settleDue } from '../reviews/keep-reviewing.js';
import { Review } from '../reviews/reviews.model.js';

const app = await startApp();
const [first, second] = coreTopics(app);
let status = 200;
let demoUrl = '';

beforeEach(async () => {
  // Those of the test before would be looked at on each of the days.
  await ProjectLinks.deleteMany({});
  status = 200;
  const port = await serve((_req, res) => {
    res.writeHead(status).end();
  });
  demoUrl = `http://demo.example:${port}/`;
  app.deps.outbound = here;
});

/** Days pass; the links are looked at on each. */
async function pass(days: number) {
  for (let i = 0; i < days; i += 1) {
    app.advance(day);
    await checkDueLinks(app.deps);
  }
}

interface World {
  mentor: Member;
  learner: Member;
}

/** A learner of two weeks with a project that was sent for review. */
async function sent(project: object = {}, topicIds: readonly string[] = [first]) {
  const world = await mentored(app);
  await pass(14);
  const learner = await signInAgain(world.learner);
  const mine = await finishedProject(learner, topicIds, { repoUrl: null, demoUrl, ...project });
  const review = await askForReview(learner, mine.id);
  await checkDueLinks(app.deps);
  return { ...world, mine, review, about: { id: mine.id, title: mine.title } };
}

async function requestChanges({ mentor }: World, reviewId: string) {
  const again = await signInAgain(mentor);
  await again.ok('claimReview', at(reviewId));
  await again.ok('giveVerdict', { ...at(reviewId), body: { ...approval([]), decision: 'changes_requested' } });
}

/** What the learner reads, and the mentor a day later: roster and dashboard say it alike. */
async function toldTo({ mentor, learner }: World) {
  const [mia, lea] = [await signInAgain(mentor), await signInAgain(learner)];
  const [row] = (await mia.ok('listLearners')).items;
  const dashboard = await mia.ok('readLearner', { params: { id: learner.id }, query: { roadmap: 'backend' } });
  const [grant] = (await lea.ok('listGrants')).items;
  expect(dashboard.attention).toEqual(row?.attention);
  // The learner reads it a day before.
  expect(grant?.attention?.filter(({ toldFrom }) => toldFrom <= today()) ?? null).toEqual(row?.attention);
  for (const { since, toldFrom } of grant?.attention ?? []) expect(toldFrom).toBe(addDays(since, 1));
  expect(grant?.lastActiveDay).toEqual(row?.lastActiveDay);
  return grant?.attention ?? null;
}

const ofProjects = async (world: World) =>
  (await toldTo(world))?.flatMap(({ reason, since, project }) => (project ? [{ reason, since, project }] : []));

async function consentTo({ learner }: World, consent: Partial<Consent>) {
  const lea = await signInAgain(learner);
  const [grant] = (await lea.ok('listGrants')).items;
  const body = { consent: { ...nothing, ...consent } };
  return lea.ok('changeGrant', { params: { id: grant?.id ?? '' }, body });
}

const today = () => app.now().toISOString().slice(0, 10);

it('says after seven days that nobody answers the changes asked for, until a new revision comes', async () => {
  const world = await sent();
  await requestChanges(world, world.review.id);
  await pass(6);
  expect(await ofProjects(world)).toEqual([]);
  await pass(1);
  const reason = { reason: 'unanswered-changes', since: today(), project: world.about };
  expect(await ofProjects(world)).toEqual([reason]);
  await pass(3);
  expect(await ofProjects(world)).toEqual([reason]);
  const lea = await signInAgain(world.learner);
  await lea.ok('resubmit', seen(await lea.ok('readReview', at(world.review.id))));
  expect(await ofProjects(world)).toEqual([]);
  await pass(20);
  expect(await ofProjects(world), 'it is the mentor’s turn').toEqual([]);
});

it('says no more of it once it is the mentor’s turn, or the review is parked', async () => {
  const [asking, idle] = [await sent(), await sent()];
  for (const world of [asking, idle]) await requestChanges(world, world.review.id);
  await pass(7);
  expect(await ofProjects(asking)).toHaveLength(1);
  const lea = await signInAgain(asking.learner);
  await lea.ok('passBall', seen(await lea.ok('readReview', at(asking.review.id))));
  expect(await ofProjects(asking)).toEqual([]);
  await pass(20);
  expect(await ofProjects(idle)).toHaveLength(1);
  await pass(1);
  await settleDue(app.deps, app.now());
  expect(await ofProjects(idle)).toEqual([]);
});

it('says that a link is dead when its grace is over, until it is edited or answers', async () => {
  const world = await sent();
  status = 404;
  await pass(7);
  expect(await ofProjects(world), 'found dead today').toEqual([]);
  await pass(6);
  expect(await ofProjects(world), 'a day too early').toEqual([]);
  await pass(1);
  const reason = { reason: 'dead-link', since: today(), project: world.about };
  expect(await ofProjects(world)).toEqual([reason]);
  const params = { id: world.mine.id };
  const lea = await signInAgain(world.learner);
  const { version } = await lea.ok('readProject', { params });
  const body = { demoUrl: `${demoUrl}moved` };
  await lea.ok('changeProject', { params, headers: { 'if-match': `"${version}"` }, body });
  expect(await ofProjects(world), 'at once').toEqual([]);
  await checkDueLinks(app.deps);
  await pass(7);
  expect(await ofProjects(world)).toMatchObject([{ reason: 'dead-link', since: today() }]);
  status = 200;
  await pass(7);
  expect(await ofProjects(world)).toEqual([]);
});

it.each([
  ['for its learner alone', { visibility: 'private' }],
  ['put away', { isArchived: true }],
] as const)('says nothing of a project that is %s', async (_name, body) => {
  const world = await sent();
  status = 404;
  await pass(14);
  expect(await ofProjects(world)).toHaveLength(1);
  const params = { id: world.mine.id };
  const lea = await signInAgain(world.learner);
  const { version } = await lea.ok('readProject', { params });
  await lea.ok('changeProject', { params, headers: { 'if-match': `"${version}"` }, body });
  expect(await ofProjects(world)).toEqual([]);
});

it('tells of reviews and links only who sees the projects, and of the way only who sees the progress', async () => {
  const world = await sent();
  await setTopic(await signInAgain(world.learner), second, { state: 'learning' });
  await requestChanges(world, world.review.id);
  status = 404;
  await pass(14);
  const reasons = async () => (await toldTo(world))?.map(({ reason }) => reason).sort() ?? null;
  const own = ['dead-link', 'unanswered-changes'];
  expect(await reasons()).toEqual([...own, 'quiet', 'stuck'].sort());
  const without = await consentTo(world, { ...everything, projects: false });
  expect(without.attention?.map(({ reason }) => reason).sort()).toEqual(['quiet', 'stuck']);
  expect(await reasons()).toEqual(['quiet', 'stuck']);
  expect(JSON.stringify(await toldTo(world))).not.toContain(world.mine.id);
  const alone = await consentTo(world, { projects: true });
  expect(alone.attention?.map(({ reason }) => reason).sort()).toEqual(own);
  expect(await reasons()).toEqual(own);
  await consentTo(world, { activity: true });
  expect(await reasons(), 'neither is shared').toBeNull();
  await consentTo(world, everything);
  expect(await reasons()).toHaveLength(4);
});

it('keeps to the roadmap of the row, with what names none', async () => {
  const [elsewhere, nowhere] = [await sent({}, []), await sent({}, [])];
  status = 404;
  const lea = await signInAgain(elsewhere.learner);
  const params = { id: elsewhere.mine.id };
  const { version } = await lea.ok('readProject', { params });
  const body = { covers: [{ roadmap: secondSlug, topicId: first, where: 'In it' }] };
  await lea.ok('changeProject', { params, headers: { 'if-match': `"${version}"` }, body });
  await pass(14);
  expect(await ofProjects(elsewhere)).toEqual([]);
  expect(await ofProjects(nowhere)).toHaveLength(1);
});

it('reads nothing of projects for a page: it is stored with the row', async () => {
  const mia = await signUp(app);
  const { code } = await cohort(mia);
  const learners: Member[] = [];
  for (let i = 0; i < 3; i += 1) learners.push(await signUp(app, { name: `Learner ${i}` }));
  for (const learner of learners) await join(learner, code);
  await pass(14);
  status = 404;
  for (const learner of learners) {
    const lea = await signInAgain(learner);
    const mine = await finishedProject(lea, [first], { repoUrl: null, demoUrl });
    await finishedProject(lea, [first], { repoUrl: null, demoUrl });
    const review = await askForReview(lea, mine.id);
    await requestChanges({ mentor: mia, learner }, review.id);
  }
  await pass(14);
  const mentor = await signInAgain(mia);
  async function reads(limit: number) {
    const asked: string[] = [];
    app.deps.connection.set('debug', (collection: string, method: string) => asked.push(`${collection}.${method}`));
    const { items } = await mentor.ok('listLearners', { query: { limit } });
    app.deps.connection.set('debug', false);
    const about = items.map(({ attention }) => attention?.filter(({ project }) => project).length);
    expect(about).toEqual(Array.from({ length: limit }, () => 2));
    return asked.filter((each) => /^(reviews|projectlinks|projects|enrolments)\./.test(each)).sort();
  }
  expect(await reads(1)).toEqual([]);
  expect(await reads(3)).toEqual([]);
});

it('finds both by an index, and looks at no more than it finds', async () => {
  const world = await sent();
  await requestChanges(world, world.review.id);
  await ProjectLinks.updateOne({ _id: world.mine.id }, { $set: { deadSince: app.now() } });
  const whose = { learnerId: mongoose.trusted({ $in: [new mongoose.Types.ObjectId(world.learner.id)] }) };
  const reviews = Review.find({ ...whose, isOpen: true, state: 'changes_requested' });
  expect(await statsOf(reviews)).toMatchObject({ nReturned: 1, totalDocsExamined: 1 });
  const links = ProjectLinks.find({ ...whose, deadSince: mongoose.trusted({ $type: 'date' }) });
  expect(await statsOf(links)).toMatchObject({ nReturned: 1, totalDocsExamined: 1 });
});
