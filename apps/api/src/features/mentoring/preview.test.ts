import { type Consent, consentKeys } from '@waymark/contract';
import { beforeAll, expect, it } from 'vitest';
import {
  cohort,
  everything,
  finishedProject,
  follow,
  join,
  logTime,
  nothing,
  setTopic,
  signInAgain,
  signUp,
} from '../../../test/build.js';
import { approval, asked, at, coreTopics } from '../../../test/reviewing.js';
import { day, secondSlug, startApp } from '../../../test/start.js';

const app = await startApp();
const [first, second, third] = coreTopics(app);
const consents = Array.from({ length: 16 }, (_, bits) =>
  Object.fromEntries(consentKeys.map((key, place) => [key, Boolean(bits & (1 << place))])),
) as Consent[];

/** A learner of whom everything that a dashboard can tell is there: time, a topic that stands still, changes that wait. */
async function richLearner() {
  const world = await asked(app, [first, second]);
  const { learner, mentor, review } = world;
  await setTopic(learner, third, { state: 'learning' });
  await logTime(learner, third, { minutes: 40, words: 'Read' });
  await finishedProject(learner, [first], { title: 'Only for me', visibility: 'private' });
  await mentor.ok('claimReview', at(review.id));
  await mentor.ok('giveVerdict', {
    ...at(review.id),
    body: { ...approval([first, second], 'partly'), decision: 'changes_requested' },
  });
  return world;
}

let world: Awaited<ReturnType<typeof richLearner>>;
beforeAll(async () => {
  world = await richLearner();
  app.advance(20 * day);
  for (const member of [world.learner, world.mentor]) member.token = (await signInAgain(member)).token;
});

const named = (consent: Consent) => consentKeys.filter((key) => consent[key]).join(', ') || 'nothing';

it.each(consents.map((consent) => [named(consent), consent] as const))(
  'shows of %s what the mentor then reads',
  async (_, consent) => {
    const { mentor, learner, grant } = world;
    const body = { roadmap: 'backend', consent, grantId: grant.id };
    const preview = await learner.ok('previewGrant', { body });
    await learner.ok('changeGrant', { ...at(grant.id), body: { consent } });
    const read = await mentor.ok('readLearner', { ...at(learner.id), query: { roadmap: 'backend' } });
    const { lastViewedAt: _before, ...shown } = preview.dashboard;
    const { lastViewedAt: _then, ...seen } = read;
    expect(shown).toEqual(seen);
    expect(preview.isFollowed).toBe(true);
    // Whoever joins for the first time is shown the same, but for what only a grant has.
    const anew = await learner.ok('previewGrant', { body: { roadmap: 'backend', consent } });
    expect(anew.dashboard).toEqual({
      ...preview.dashboard,
      cohort: null,
      sharedSince: app.now().toISOString(),
      lastViewedAt: null,
      since: { at: null, parts: [] },
    });
  },
);

it('has something of each kind to show, and to keep back', async () => {
  const { learner, grant } = world;
  const body = { roadmap: 'backend', consent: everything, grantId: grant.id };
  const { dashboard, privateProjects } = await learner.ok('previewGrant', { body });
  expect(dashboard.enrolment?.lastActiveDay).not.toBeNull();
  expect(dashboard.enrolment?.minutes).not.toEqual({});
  expect(new Set(dashboard.attention?.map(({ reason }) => reason))).toEqual(
    new Set(['stuck', 'quiet', 'unanswered-changes']),
  );
  expect(dashboard.activity?.items.length).toBeGreaterThan(2);
  expect(dashboard.projects).toHaveLength(1);
  expect(privateProjects).toBe(1);
});

it('is nobody’s look, and changes nothing', async () => {
  const { learner, grant } = world;
  const before = [await learner.ok('listGrants'), await learner.ok('listLooks')];
  await learner.ok('previewGrant', { body: { roadmap: 'backend', consent: nothing, grantId: grant.id } });
  expect([await learner.ok('listGrants'), await learner.ok('listLooks')]).toEqual(before);
});

it('says that a roadmap is not followed, and still shows the projects', async () => {
  const learner = await signUp(app);
  const mine = await finishedProject(learner, [], { title: 'Before I began' });
  const { isFollowed, dashboard } = await learner.ok('previewGrant', {
    body: { roadmap: 'backend', consent: everything },
  });
  expect(isFollowed).toBe(false);
  expect(dashboard).toMatchObject({ enrolment: null, attention: null, projects: [{ id: mine.id }] });
  const none = await learner.call('previewGrant', { body: { roadmap: 'no-such-roadmap', consent: everything } });
  expect(none.status).toBe(404);
});

it('counts what the same mentor sees by another cohort', async () => {
  const { mentor, learner, grant } = await asked(app);
  const other = await cohort(mentor, { name: 'The other one' });
  await join(learner, other.code, { ...nothing, projects: true });
  const body = { roadmap: 'backend', consent: { ...nothing, progress: true }, grantId: grant.id };
  const preview = await learner.ok('previewGrant', { body });
  await learner.ok('changeGrant', { ...at(grant.id), body: { consent: body.consent } });
  const read = await mentor.ok('readLearner', { ...at(learner.id), query: { roadmap: 'backend' } });
  expect(preview.dashboard).toEqual(read);
  expect(preview.dashboard.consent).toEqual({ ...nothing, progress: true, projects: true });
});

it('knows no grant of somebody else, of another roadmap, or that has ended', async () => {
  const { learner, mentor, grant } = await asked(app);
  await follow(learner, {}, secondSlug);
  const ask = (who: typeof learner, roadmap: string) =>
    who.call('previewGrant', { body: { roadmap, consent: everything, grantId: grant.id } });
  expect((await ask(mentor, 'backend')).status).toBe(404);
  expect((await ask(learner, secondSlug)).status).toBe(404);
  await learner.ok('endGrant', at(grant.id));
  expect((await ask(learner, 'backend')).status).toBe(404);
});
