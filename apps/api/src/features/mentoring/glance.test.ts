import { type Consent, decileOf, standingOf, type TopicState } from '@waymark/contract';
import fc from 'fast-check';
import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import {
  cohort,
  everything,
  finishedProject,
  follow,
  join,
  type Member,
  mentored,
  mentorToo,
  nothing,
  signInAgain,
  signUp,
} from '../../../test/build.js';
import { backendOf, day, startApp } from '../../../test/start.js';
import { ProjectLinks } from '../links/links.model.js';
import { Enrolment } from '../progress/progress.model.js';
import { Grant } from './grants.model.js';
import { keepInStep } from './keep-attention.js';
import { refreshAttention } from './refresh-attention.js';

const app = await startApp();
const roadmap = backendOf(app);
const topics = roadmap.topics.slice(0, 24);
const at = (id: string) => ({ params: { id } });
const glanceOf = async (mentor: Member, id: string) => mentor.ok('readGlance', at(id));

/** What somebody did on the first topics: how long ago each came into its state. */
const anyHistory = fc.record({
  marks: fc.uniqueArray(
    fc.record({
      topic: fc.nat(topics.length - 1),
      state: fc.constantFrom<TopicState>('done', 'done', 'learning', 'skipped'),
      daysAgo: fc.integer({ min: 0, max: 80 }),
      known: fc.boolean(),
    }),
    { selector: ({ topic }) => topic, maxLength: 20 },
  ),
  hoursPerWeek: fc.integer({ min: 1, max: 30 }),
  targetIn: fc.option(fc.integer({ min: 10, max: 900 })),
  consent: fc.constantFrom<Partial<Consent>>({}, {}, {}, { activity: false }, { progress: false }, nothing),
});
type History = typeof anyHistory extends fc.Arbitrary<infer T> ? T : never;

const dayAt = (days: number) => new Date(app.now().getTime() + days * day).toISOString();

async function live(code: string, { marks, hoursPerWeek, targetIn, consent }: History): Promise<void> {
  const learner = await signUp(app);
  const targetDate = targetIn === null ? null : dayAt(targetIn).slice(0, 10);
  await follow(learner, { plan: { hoursPerWeek, targetDate } });
  const set = marks.map(({ topic, state, daysAgo, known }) => [
    topics[topic]?.id ?? '',
    { state, at: dayAt(-daysAgo), ...(state === 'done' && { known }) },
  ]);
  if (set.length > 0)
    await learner.ok('setTopics', { params: { slug: 'backend' }, body: { topics: Object.fromEntries(set) } });
  await join(learner, code, consent);
}

/** The same figures, from what the mentor reads of each learner on their own dashboard. */
async function fromDashboards(mentor: Member, id: string) {
  const { items } = await mentor.ok('listLearners', { query: { cohort: id, sort: 'name', limit: 100 } });
  const boards = await Promise.all(
    items.map(({ learner }) => mentor.ok('readLearner', { params: { id: learner.id }, query: { roadmap: 'backend' } })),
  );
  const shared = boards.flatMap(({ enrolment, attention }) => (enrolment ? [{ enrolment, attention }] : []));
  const deciles = Array.from({ length: 10 }, (_, place) =>
    shared.filter(({ enrolment: { summary } }) => summary.percent !== null && decileOf(summary.percent) === place),
  );
  const pace = { ahead: 0, within: 0, behind: 0, done: 0 };
  for (const { enrolment } of shared) pace[standingOf(enrolment.forecast)] += 1;
  const stuck = new Map<string, number>();
  for (const { topicId, reason } of shared.flatMap(({ attention }) => attention ?? []))
    if (reason === 'stuck' && topicId) stuck.set(topicId, (stuck.get(topicId) ?? 0) + 1);
  return { items, boards, shared: shared.length, deciles: deciles.map((each) => each.length), pace, stuck };
}

it('counts what the roster and each dashboard say, whatever anybody did, today and weeks later', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyHistory, { minLength: 6, maxLength: 8 }), async (histories) => {
      const mentor = await signUp(app);
      const { id, code } = await cohort(mentor);
      await Promise.all(histories.map((history) => live(code, history)));
      let reader = mentor;
      for (const days of [0, 20, 40]) {
        app.advance(days * day);
        reader = await signInAgain(reader);
        const expected = await fromDashboards(reader, id);
        const glance = await glanceOf(reader, id);
        expect([glance.learners, glance.sharing]).toEqual([histories.length, expected.shared]);
        const counted = expected.items.filter(({ counts }) => counts !== null);
        expect(counted).toHaveLength(glance.sharing);
        expect(glance.figures === null).toBe(glance.sharing < 5);
        if (!glance.figures) continue;
        expect(glance.figures.deciles).toEqual(expected.deciles);
        expect(glance.figures.pace).toEqual(expected.pace);
        const most = [...expected.stuck.values()].sort((a, b) => b - a).slice(0, 5);
        expect(glance.figures.stuck.map(({ learners }) => learners)).toEqual(most);
        for (const { topicId, learners } of glance.figures.stuck) expect(expected.stuck.get(topicId)).toBe(learners);
      }
      const rows = (await reader.ok('listGlanceRows', { ...at(id), query: { limit: 100 } })).items;
      const { boards, items } = await fromDashboards(reader, id);
      expect(rows.map(({ learner }) => learner)).toEqual(items.map(({ learner }) => learner));
      for (const [place, { stages }] of rows.entries()) {
        const whole = boards[place]?.enrolment?.summary.stages;
        const own = whole && Object.entries(whole).map(([key, { done, required }]) => [key, { done, required }]);
        expect(stages).toEqual(own ? Object.fromEntries(own) : null);
      }
    }),
    { numRuns: 4 },
  );
}, 90_000);

/** A cohort of so many, each with a topic done and one being learned. */
async function cohortOf(count: number) {
  const mentor = await signUp(app);
  const made = await cohort(mentor);
  const learners: Member[] = [];
  for (let i = 0; i < count; i += 1) {
    const learner = await signUp(app, { name: `Learner ${i}` });
    const [first = '', second = ''] = topics.map(({ id }) => id);
    await follow(learner);
    const body = { topics: { [first]: { state: 'done' as const }, [second]: { state: 'learning' as const } } };
    await learner.ok('setTopics', { params: { slug: 'backend' }, body });
    await join(learner, made.code);
    learners.push(learner);
  }
  return { mentor, id: made.id, learners };
}

it('leaves out, from the next request on, who does not share their progress any more', async () => {
  const { mentor, id, learners } = await cohortOf(6);
  const [one, two] = learners;
  const before = await glanceOf(mentor, id);
  expect([before.learners, before.sharing, before.figures?.deciles[0]]).toEqual([6, 6, 6]);
  const [grant] = (await one?.ok('listGrants'))?.items ?? [];
  await one?.ok('changeGrant', { ...at(grant?.id ?? ''), body: { consent: { ...everything, progress: false } } });
  const after = await glanceOf(mentor, id);
  expect([after.learners, after.sharing, after.figures?.deciles[0]]).toEqual([6, 5, 5]);
  const rows = (await mentor.ok('listGlanceRows', at(id))).items;
  expect(rows.filter(({ stages }) => stages === null).map(({ learner }) => learner.id)).toEqual([one?.id]);
  const looked = (await one?.ok('listLooks'))?.items ?? [];
  expect(looked.map(({ what, mentor: by }) => [what, by?.id])).toContainEqual(['list', mentor.id]);
  await two?.ok('leaveCohort', at(id));
  expect(await glanceOf(mentor, id), 'fewer than five are persons').toEqual({ learners: 5, sharing: 4, figures: null });
  expect((await mentor.ok('listGlanceRows', at(id))).items).toHaveLength(5);
});

it('shows each mentor only who shares with them, and to all others nothing', async () => {
  const { mentor, learner, cohort: made } = await mentored(app);
  const [later, elsewhere, stranger] = await Promise.all([signUp(app), signUp(app), signUp(app)]);
  await cohort(elsewhere);
  await mentorToo(mentor, made.id, later);
  expect(await glanceOf(later, made.id)).toEqual({ learners: 0, sharing: 0, figures: null });
  for (const who of [learner, elsewhere, stranger]) {
    for (const name of ['readGlance', 'listGlanceRows'] as const)
      expect((await who.call(name, at(made.id))).status).toBe(404);
  }
  await mentor.ok('removeCohortMentor', { params: { id: made.id, mentorId: later.id } });
  expect((await later.call('readGlance', at(made.id))).status, 'once a mentor').toBe(404);
});

it('lists its learners by name, page by page, whoever is how far', async () => {
  const { mentor, id, learners } = await cohortOf(5);
  await learners[2]?.ok('changeMe', { body: { name: 'anna' }, headers: { 'if-match': '"1"' } });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof rowsAfter>> = await rowsAfter(cursor);
    seen.push(...page.items.map(({ learner }) => learner.name));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(['anna', 'Learner 0', 'Learner 1', 'Learner 3', 'Learner 4']);

  function rowsAfter(after: string | null) {
    return mentor.ok('listGlanceRows', { ...at(id), query: { limit: 2, ...(after && { cursor: after }) } });
  }
});

it('says where links die: what these learners reported, and what they sent for review', async () => {
  const { mentor, id, learners } = await cohortOf(5);
  const [topic] = topics;
  const [resource] = topic?.resources ?? [];
  if (!topic || !resource) throw new Error('the first topic has a resource');
  const params = { slug: 'backend', topicId: topic.id, resourceId: resource.id };
  const outsider = await signUp(app);
  await follow(outsider);
  for (const each of [...learners.slice(0, 3), outsider]) await each.ok('reportDeadLink', { params });
  const [one] = learners;
  if (!one) throw new Error('there are five');
  const mine = await finishedProject(one, [topic.id]);
  await one.ok('askForReview', { ...at(mine.id), body: { question: 'Is it sound?' } });
  const deadSince = new Date(app.now().getTime() - 30 * day);
  const _id = new mongoose.Types.ObjectId(mine.id);
  await ProjectLinks.updateOne({ _id }, { $set: { deadSince } });
  await refreshAttention(new mongoose.Types.ObjectId(one.id), app.now());
  const { title, url } = resource;
  // Nothing needs attention in somebody's first two weeks.
  app.advance(16 * day);
  const [reader, sharer] = [await signInAgain(mentor), await signInAgain(one)];
  const { figures } = await glanceOf(reader, id);
  expect(figures?.deadLinks).toEqual([{ topicId: topic.id, resourceId: resource.id, title, url, reports: 3 }]);
  expect(figures?.deadProjects).toBe(1);
  const [grant] = (await sharer.ok('listGrants')).items;
  await sharer.ok('changeGrant', { ...at(grant?.id ?? ''), body: { consent: { ...everything, projects: false } } });
  expect((await glanceOf(reader, id)).figures?.deadProjects).toBe(0);
});

it('is the same after the nightly round has made outlooks of what was stored before there were any', async () => {
  const { mentor, id } = await cohortOf(5);
  app.advance(20 * day);
  const reader = await signInAgain(mentor);
  const before = await glanceOf(reader, id);
  const kept = await Enrolment.find({}, { updatedAt: 1 }).sort({ _id: 1 }).lean();
  await Enrolment.updateMany({}, { $unset: { outlook: 1 } });
  await Grant.updateMany({}, { $unset: { 'entry.outlook': 1 } });
  expect((await glanceOf(reader, id)).figures?.pace).toEqual({ ahead: 0, within: 0, behind: 0, done: 0 });
  await Promise.all([keepInStep(app.deps, app.now()), keepInStep(app.deps, app.now())]);
  expect(await glanceOf(reader, id)).toEqual(before);
  expect(await Enrolment.find({}, { updatedAt: 1 }).sort({ _id: 1 }).lean()).toEqual(kept);
});

it('reads the rows of a cohort by an index, and no more of them than there are', async () => {
  const { mentor, id } = await cohortOf(5);
  const other = await cohort(mentor);
  for (let i = 0; i < 4; i += 1) await join(await signUp(app), other.code);
  const cohortId = new mongoose.Types.ObjectId(id);
  const mentorId = new mongoose.Types.ObjectId(mentor.id);
  const plan = await Grant.collection
    .find({ cohortId, mentorId, isLive: true })
    .sort({ learnerName: 1, _id: 1 })
    .explain('executionStats');
  expect(plan.executionStats).toMatchObject({ nReturned: 5, totalDocsExamined: 5, totalKeysExamined: 5 });
  expect(JSON.stringify(plan.queryPlanner.winningPlan)).not.toContain('"SORT"');
});
