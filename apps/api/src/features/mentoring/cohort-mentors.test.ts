import { expect, it } from 'vitest';
import {
  askForReview,
  cohort,
  everything,
  finishedProject,
  join,
  type Member,
  mentored,
  mentorToo,
  nothing,
  renew,
  signInAgain,
  signUp,
} from '../../../test/build.js';
import { coreTopics, queueOf } from '../../../test/reviewing.js';
import { day, startApp } from '../../../test/start.js';
import { eraseAccounts } from '../accounts/erase-accounts.js';
import { Grant } from './grants.model.js';

const app = await startApp();
const [first] = coreTopics(app);
const at = (id: string) => ({ params: { id } });
const offer = (mentor: Member, id: string, handle: string) =>
  mentor.call('offerCohort', { ...at(id), body: { handle } });
const read = (mentor: Member, id: string) =>
  mentor.call('readLearner', { params: { id }, query: { roadmap: 'backend' } });
const remove = (by: Member, id: string, mentor: Member) =>
  by.call('removeCohortMentor', { params: { id, mentorId: mentor.id } });
const letSee = (learner: Member, id: string, mentor: Member, consent = everything) =>
  learner.call('letMentorSee', { params: { id, mentorId: mentor.id }, body: { consent } });
const asks = async (learner: Member) => (await learner.ok('listMentorAsks')).items;

/** A cohort with a learner, and a mentor who came to it later. */
async function withLater(consent = {}) {
  const world = await mentored(app, consent);
  const later = await signUp(app, { name: 'Lou Later' });
  await mentorToo(world.mentor, world.cohort.id, later);
  return { ...world, later, id: world.cohort.id };
}

it('answers alike whether somebody has the handle, and shows the same of both', async () => {
  const { mentor, cohort: made } = await mentored(app);
  const there = await signUp(app);
  const answers = [await offer(mentor, made.id, there.account.handle), await offer(mentor, made.id, 'nobody-has-this')];
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  const { items } = await mentor.ok('listCohortOffers', at(made.id));
  expect(items.map(({ handle }) => handle)).toEqual([there.account.handle, 'nobody-has-this']);
  const shapes = items.map(({ id: _, handle: _handle, ...rest }) => rest);
  expect(shapes[0]).toEqual(shapes[1]);
  expect(shapes[0]?.by?.id).toBe(mentor.id);
  await offer(mentor, made.id, `@${there.account.handle.toUpperCase()}`);
  expect((await there.ok('listMyCohortOffers')).items, 'asked twice is asked once').toMatchObject([
    { cohort: { id: made.id, name: made.name }, roadmap: 'backend', mentors: [{ id: mentor.id }] },
  ]);
});

it('is taken on once, declined once, or withdrawn; by nobody else', async () => {
  const { mentor, learner, cohort: made } = await mentored(app);
  const [asked, other] = await Promise.all([signUp(app), signUp(app)]);
  const once = async () => {
    await offer(mentor, made.id, asked.account.handle);
    return (await asked.ok('listMyCohortOffers')).items[0]?.id ?? '';
  };
  const declined = await once();
  for (const who of [mentor, learner, other]) {
    for (const name of ['acceptCohortOffer', 'declineCohortOffer'] as const)
      expect((await who.call(name, at(declined))).status).toBe(404);
  }
  await asked.ok('declineCohortOffer', at(declined));
  expect((await asked.call('acceptCohortOffer', at(declined))).status).toBe(404);
  const withdrawn = await once();
  for (const who of [learner, other, asked])
    expect((await who.call('withdrawCohortOffer', { params: { id: made.id, offerId: withdrawn } })).status).toBe(404);
  await mentor.ok('withdrawCohortOffer', { params: { id: made.id, offerId: withdrawn } });
  expect((await asked.call('acceptCohortOffer', at(withdrawn))).status).toBe(404);
  const taken = await once();
  const answers = await Promise.all(Array.from({ length: 5 }, () => asked.call('acceptCohortOffer', at(taken))));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404, 404, 404, 404]);
  const { mentors, role } = await asked.ok('readCohort', at(made.id));
  expect([mentors.map(({ id }) => id), role]).toEqual([[mentor.id, asked.id], 'mentor']);
  const again = await offer(mentor, made.id, asked.account.handle);
  expect(again.problem.errors).toMatchObject([{ path: 'handle' }]);
});

it('is over after thirty days, and is nothing for who learns in the cohort', async () => {
  const { mentor, learner, cohort: made } = await mentored(app);
  const asked = await signUp(app);
  await offer(mentor, made.id, learner.account.handle);
  await offer(mentor, made.id, asked.account.handle);
  const [mine] = (await learner.ok('listMyCohortOffers')).items;
  expect((await learner.call('acceptCohortOffer', at(mine?.id ?? ''))).problem.code).toBe('already-joined');
  const [theirs] = (await asked.ok('listMyCohortOffers')).items;
  app.advance(30 * day);
  const back = await signInAgain(asked);
  expect((await back.ok('listMyCohortOffers')).items).toEqual([]);
  expect((await back.call('acceptCohortOffer', at(theirs?.id ?? ''))).status).toBe(404);
});

it('gives all of its mentors the same rights', async () => {
  const { later, id, mentor } = await withLater();
  const { version } = await later.ok('readCohort', at(id));
  const headers = { 'if-match': `"${version}"` };
  expect((await later.call('changeCohort', { ...at(id), headers, body: { name: 'Ours' } })).status).toBe(200);
  expect((await later.ok('renewCohortCode', { ...at(id), body: { expiresInDays: 7 } })).code).not.toBeNull();
  expect((await later.call('listCohortOffers', at(id))).status).toBe(200);
  expect((await later.call('readGlance', at(id))).status).toBe(200);
  expect((await remove(later, id, mentor)).status).toBe(204);
});

it('shows who came later nothing of a learner, until they agree, and then what they agree to', async () => {
  const { mentor, learner, later, id } = await withLater({ activity: false });
  expect((await read(later, learner.id)).status).toBe(404);
  expect((await later.ok('listLearners')).items).toEqual([]);
  expect((await later.ok('listGlanceRows', at(id))).items).toEqual([]);
  const asked = await asks(learner);
  const consent = { ...everything, activity: false };
  expect(asked).toMatchObject([{ cohort: { id }, roadmap: 'backend', mentor: { id: later.id }, consent }]);
  expect((await read(later, learner.id)).status, 'reading is not agreeing').toBe(404);
  const next = await signUp(app);
  const { code } = await mentor.ok('readCohort', at(id));
  await join(next, code ?? '');
  expect(await asks(next), 'who joins after them has agreed by joining').toEqual([]);
  expect((await later.ok('listLearners')).items.map((row) => row.learner.id)).toEqual([next.id]);
  const given = await letSee(learner, id, later, { ...nothing, progress: true });
  expect([given.status, given.body.consent]).toEqual([201, { ...nothing, progress: true }]);
  expect((await read(later, learner.id)).body).toMatchObject({ activity: null, projects: null });
  expect(await asks(learner)).toEqual([]);
  expect((await letSee(learner, id, later)).status, 'once').toBe(404);
  expect((await read(mentor, learner.id)).status).toBe(200);
});

it('proposes what every other mentor sees, and no more', async () => {
  const { mentor, learner, later, id, grant } = await withLater();
  await letSee(learner, id, later, { ...nothing, progress: true, projects: true });
  await learner.ok('changeGrant', { ...at(grant.id), body: { consent: { ...everything, projects: false } } });
  const third = await signUp(app);
  await mentorToo(mentor, id, third);
  expect((await asks(learner)).map((each) => each.consent)).toEqual([{ ...nothing, progress: true }]);
});

it('is declined for good, and asked again only of a mentor who comes anew', async () => {
  const { mentor, learner, later, id } = await withLater();
  await learner.ok('declineMentor', { params: { id, mentorId: later.id } });
  expect(await asks(learner)).toEqual([]);
  expect((await letSee(learner, id, later)).status).toBe(404);
  await remove(mentor, id, later);
  app.advance(1000);
  await mentorToo(mentor, id, later);
  expect(await asks(learner)).toHaveLength(1);
  await letSee(learner, id, later);
  const ended = (await learner.ok('listGrants')).items.find((grant) => grant.mentor.id === later.id);
  await learner.ok('endGrant', at(ended?.id ?? ''));
  expect(await asks(learner), 'who ended it need not say so again').toEqual([]);
  for (const stranger of [await signUp(app), mentor, later]) {
    expect((await letSee(stranger, id, later)).status).toBe(404);
    expect((await stranger.call('declineMentor', { params: { id, mentorId: later.id } })).status).toBe(404);
  }
});

it('lets a mentor go, with all that they saw through it, but never the last', async () => {
  const { mentor, learner, later, id } = await withLater();
  await letSee(learner, id, later);
  const elsewhere = await cohort(later, { name: 'Elsewhere' });
  for (const who of [learner, await signUp(app)]) expect((await remove(who, id, later)).status).toBe(404);
  expect((await remove(mentor, id, learner)).status, 'not a mentor').toBe(404);
  expect((await remove(later, id, later)).status, 'oneself').toBe(204);
  expect((await read(later, learner.id)).status).toBe(404);
  expect((await later.ok('listLearners')).items).toEqual([]);
  expect((await later.call('readCohort', at(id))).status).toBe(404);
  expect((await later.ok('listCohorts')).items.map((each) => each.id)).toEqual([elsewhere.id]);
  expect((await learner.ok('listGrants')).items.map((each) => each.mentor.id)).toEqual([mentor.id]);
  expect((await remove(mentor, id, mentor)).problem.code).toBe('last-mentor');
  expect((await read(mentor, learner.id)).status).toBe(200);
});

it('keeps one of two mentors who take each other out at once, ten times over', async () => {
  const [one, two] = await Promise.all([signUp(app), signUp(app)]);
  for (let round = 0; round < 10; round += 1) {
    const made = await cohort(one);
    await mentorToo(one, made.id, two);
    const answers = await Promise.all([remove(one, made.id, two), remove(two, made.id, one)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404]);
    const left = [one, two].filter((_, i) => answers[i]?.status === 204);
    expect((await left[0]?.ok('readCohort', at(made.id)))?.mentors).toHaveLength(1);
  }
});

it('leaves no grant to a mentor who is taken out as a learner lets them in or joins, ten times over', async () => {
  const { mentor, learner, later, id } = await withLater();
  for (let round = 0; round < 10; round += 1) {
    const next = await signUp(app);
    const { code } = await mentor.ok('readCohort', at(id));
    const [seen] = await Promise.all([letSee(learner, id, later), join(next, code ?? ''), remove(mentor, id, later)]);
    expect([201, 404]).toContain(seen.status);
    expect(await Grant.countDocuments({ cohortId: id, mentorId: later.id, isLive: true }), `round ${round}`).toBe(0);
    app.advance(1000);
    await mentorToo(mentor, id, later);
  }
});

it('asks for a cohort’s review whom the learner lets in, as mentors come and go', async () => {
  const { mentor, learner, later, id } = await withLater();
  const mine = await finishedProject(learner, [first], { title: 'For the cohort' });
  const review = await askForReview(learner, mine.id, { audience: { kind: 'cohort', cohortId: id } });
  expect([await queueOf(mentor), await queueOf(later)]).toEqual([[review.id], []]);
  expect((await later.call('readReview', at(review.id))).status).toBe(404);
  await letSee(learner, id, later);
  expect(await queueOf(later)).toEqual([review.id]);
  await later.ok('claimReview', at(review.id));
  await remove(mentor, id, later);
  expect((await later.call('readReview', at(review.id))).status).toBe(404);
  expect((await later.ok('listNotifications')).items.filter((told) => told.learner?.id === learner.id)).toEqual([]);
  expect(await mentor.ok('readReview', at(review.id)), 'it is free again').toMatchObject({ state: 'requested' });
  expect(await queueOf(mentor)).toEqual([review.id]);
});

it('has at most fifty mentors, those asked included', async () => {
  const { mentor, cohort: made } = await mentored(app);
  for (let i = 0; i < 49; i += 1) expect((await offer(mentor, made.id, `asked-${i}`)).status).toBe(204);
  expect((await offer(mentor, made.id, 'one-more')).problem.code).toBe('conflict');
  expect((await offer(mentor, made.id, 'asked-3')).status, 'who is asked already').toBe(204);
});

it('loses a mentor who is erased, and goes with its last', async () => {
  const { mentor, learner, later, id } = await withLater();
  const alone = await cohort(later, { name: 'Alone' });
  await offer(later, alone.id, learner.account.handle);
  await offer(later, id, 'somebody-else');
  await later.ok('deleteMe');
  app.advance(8 * day);
  await eraseAccounts(app.now());
  for (const who of [mentor, learner]) await renew(who);
  expect((await mentor.ok('readCohort', at(id))).mentors.map((each) => each.id)).toEqual([mentor.id]);
  expect(await asks(learner)).toEqual([]);
  expect((await learner.ok('listMyCohortOffers')).items).toEqual([]);
  expect((await mentor.ok('listCohortOffers', at(id))).items).toEqual([]);
});
