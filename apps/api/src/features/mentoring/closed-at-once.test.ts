import { afterAll, expect, it, vi } from 'vitest';
import { cohort, everything, join, type Member, signUp } from '../../../test/build.js';
import { listen } from '../../../test/listen.js';
import { testDatabaseUri } from '../../../test/name-database.js';
import { addImage, tinyPng } from '../../../test/pictures.js';
import { asked, at, queueOf } from '../../../test/reviewing.js';
import { startApp } from '../../../test/start.js';
import { watchChanges } from '../live/watch-changes.js';

const app = await startApp();
const begun = vi.spyOn(app.changes, 'begin');
const where = { uri: testDatabaseUri(), database: app.deps.connection.name, log: app.deps.log };
const watching = watchChanges({ ...where, changes: app.changes });
afterAll(() => watching.close());
await vi.waitFor(() => expect(begun).toHaveBeenCalled(), { timeout: 10_000 });

type World = Awaited<ReturnType<typeof asked>>;

const closing = {
  narrowed: ({ learner, grant }: World) =>
    learner.ok('changeGrant', { ...at(grant.id), body: { consent: { ...everything, projects: false } } }),
  paused: ({ learner, grant }: World) => learner.ok('pauseGrant', at(grant.id)),
  ended: ({ learner, grant }: World) => learner.ok('endGrant', at(grant.id)),
};
const ways = Object.entries(closing);

/** What of the projects a mentor can ask for, each as they are answered: a status, or how much is in a list. */
async function projectReads({ mentor, mine, review, image }: World & { image: string }) {
  const status = async (call: Promise<{ status: number }>) => (await call).status;
  return {
    images: await status(mentor.call('listImages', at(mine.id))),
    picture: await status(mentor.call('readImage', { params: { pass: image } })),
    revision: await status(mentor.call('readRevision', { params: { id: mine.id, number: '1' } })),
    review: await status(mentor.call('readReview', at(review.id))),
    comments: await status(mentor.call('listComments', at(review.id))),
    claim: await status(mentor.call('claimReview', at(review.id))),
    queue: (await queueOf(mentor)).length,
    notifications: (await mentor.ok('listNotifications')).items.length,
  };
}

async function worldWithImage() {
  const world = await asked(app);
  const { learner, mentor, mine } = world;
  const { name } = await addImage(learner, mine.id, tinyPng);
  await learner.ok('changeProject', {
    ...at(mine.id),
    body: { writeUp: `![x](image:${name})` },
    headers: { 'if-match': '"1"' },
  });
  const [seen] = (await mentor.ok('listImages', at(mine.id))).items;
  return { ...world, image: seen?.address.split('/').at(-1) ?? '' };
}

const refused = {
  images: 404,
  picture: 404,
  revision: 404,
  review: 404,
  comments: 404,
  claim: 404,
  queue: 0,
  notifications: 0,
};

it.each(ways)('refuses the very next request for anything of a project once it is %s', async (_, close) => {
  const world = await worldWithImage();
  expect(await projectReads(world)).toEqual({
    ...{ images: 200, picture: 200, revision: 200, review: 200, comments: 200, claim: 200 },
    ...{ queue: 1, notifications: 1 },
  });
  await close(world);
  expect(await projectReads(world)).toEqual(refused);
  // What they had in hand waits for others again.
  expect(await world.learner.ok('readReview', at(world.review.id))).toMatchObject({ state: 'requested', claim: null });
});

it.each(ways)('shows no way, no row and no project on the very next request once it is %s', async (name, close) => {
  const world = await asked(app);
  const { mentor, learner, cohort: made } = world;
  await close(world);
  const dashboard = await mentor.call('readLearner', at(learner.id));
  const row = { consent: { projects: false } };
  const rows = (await mentor.ok('listLearners')).items;
  const ofCohort = (await mentor.ok('listLearners', { query: { cohort: made.id } })).items;
  if (name === 'narrowed') {
    expect(dashboard.body.projects).toBeNull();
    expect(rows).toMatchObject([row]);
    expect(ofCohort).toMatchObject([row]);
  } else {
    expect(dashboard.status).toBe(404);
    expect([rows, ofCohort]).toEqual([[], []]);
  }
});

it.each(ways)('tells an open page of the mentor within five seconds that it is %s', async (_, close) => {
  const world = await asked(app);
  const here = await listen(world.mentor);
  const before = here.heard.length;
  await close(world);
  await here.until(() => expect(here.kinds().slice(before)).toContain('grant'));
});

it.each(['paused', 'ended'] as const)(
  'closes what a whole cohort was asked to the one mentor to whom it is %s',
  async (way) => {
    const { learner, mine, review, mentor } = await asked(app);
    await learner.ok('withdrawReview', { ...at(review.id), headers: { 'if-match': `"${review.version}"` } });
    const [one, two] = await Promise.all([signUp(app, { name: 'One' }), signUp(app, { name: 'Two' })]);
    const made = await cohort(one, { name: 'Two mentors' });
    await addMentor(made.id, two);
    await join(learner, made.code);
    const audience = { kind: 'cohort' as const, cohortId: made.id };
    const shared = await learner.ok('askForReview', { ...at(mine.id), body: { question: 'You?', audience } });
    expect([await queueOf(one), await queueOf(two), await queueOf(mentor)]).toEqual([[shared.id], [shared.id], []]);
    const grant = (await learner.ok('listGrants')).items.find((each) => each.mentor.id === one.id);
    await learner.ok(way === 'paused' ? 'pauseGrant' : 'endGrant', at(grant?.id ?? ''));
    expect([await queueOf(one), await queueOf(two)]).toEqual([[], [shared.id]]);
    expect((await one.call('readReview', at(shared.id))).status).toBe(404);
    expect((await two.call('readReview', at(shared.id))).status).toBe(200);
    if (way === 'ended') return;
    await learner.ok('resumeGrant', at(grant?.id ?? ''));
    expect(await queueOf(one)).toEqual([shared.id]);
  },
);

async function addMentor(cohortId: string, mentor: Member) {
  const { Cohort } = await import('./cohorts.model.js');
  await Cohort.updateOne({ _id: cohortId }, { $push: { mentorIds: mentor.id } });
}

it.each(['paused', 'ended'] as const)('lets nobody in who asks while it is %s: ten rounds', async (way) => {
  for (let round = 0; round < 10; round += 1) {
    const { mentor, learner, grant, review } = await asked(app);
    const asking = () => [
      mentor.call('readLearner', at(learner.id)),
      mentor.call('readReview', at(review.id)),
      mentor.call('claimReview', at(review.id)),
    ];
    const [closed, ...during] = await Promise.all([
      learner.call(way === 'paused' ? 'pauseGrant' : 'endGrant', at(grant.id)),
      ...asking(),
    ]);
    expect([200, 204]).toContain(closed.status);
    for (const { status } of during) expect([200, 404, 409]).toContain(status);
    for (const { status } of await Promise.all(asking())) expect(status, `round ${round}`).toBe(404);
    // Nobody holds what they cannot see.
    expect((await learner.ok('readReview', at(review.id))).claim).toBeNull();
  }
});
