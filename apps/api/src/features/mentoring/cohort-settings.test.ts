import { expect, it } from 'vitest';
import { cohort, join, type Member, mentored, mentorToo, nothing, renew, signUp } from '../../../test/build.js';
import { day, startApp } from '../../../test/start.js';
import { Cohort } from './cohorts.model.js';
import { Grant } from './grants.model.js';

const app = await startApp();
const everything = { progress: true, activity: true, notes: true, projects: true };
const at = (id: string) => ({ params: { id } });
const ifMatch = (version: number) => ({ headers: { 'if-match': `"${version}"` } });
const change = (mentor: Member, { id, version }: { id: string; version: number }, body: object) =>
  mentor.call('changeCohort', { ...at(id), ...ifMatch(version), body });
const tryJoin = (client: Member, code: string) => client.call('joinCohort', { body: { code, consent: everything } });
const names = async (learner: Member, id: string) =>
  (await learner.ok('listCohortNames', at(id))).items.map(({ name }) => name);

it('is changed by the version that was read: 404 goes first, then 428, then 412 with what holds now', async () => {
  const { mentor, learner, cohort: made } = await mentored(app);
  const stranger = await signUp(app);
  for (const other of [learner, stranger]) {
    expect((await other.call('changeCohort', { ...at(made.id), body: { name: 'Mine' } })).status).toBe(404);
  }
  expect((await mentor.call('changeCohort', { ...at(made.id), body: { name: 'x' } })).problem.code).toBe(
    'if-match-required',
  );
  const read = await mentor.call('readCohort', at(made.id));
  expect(read.headers.etag).toBe(`"${made.version}"`);
  const body = { name: ' Autumn ', startsOn: '2040-02-01', endsOn: '2040-06-30', seesWhom: 'names' };
  const changed = await change(mentor, made, body);
  expect(changed.body).toEqual({ ...made, ...body, name: 'Autumn', version: made.version + 1 });
  expect(changed.headers.etag).toBe(`"${made.version + 1}"`);
  const stale = await change(mentor, made, { name: 'Late' });
  expect([stale.status, stale.problem.current]).toEqual([412, changed.body]);
  expect(await mentor.ok('readCohort', at(made.id))).toEqual(changed.body);
});

it('is changed by one of ten at once, ten times over', async () => {
  const { mentor, cohort: made } = await mentored(app);
  let { version } = made;
  for (let round = 0; round < 10; round += 1) {
    const body = (i: number) => ({ name: `${round}-${i}` });
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => change(mentor, { ...made, version }, body(i))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => [200, 409, 412].includes(status))).toBe(true);
    version += 1;
    expect((await mentor.ok('readCohort', at(made.id))).version).toBe(version);
  }
});

it('can be changed though it was made before it had a version', async () => {
  const { mentor, cohort: made } = await mentored(app);
  await Cohort.updateOne({ _id: made.id }, { $unset: { version: 1, seesWhom: 1, codeUsesLeft: 1, archivedAt: 1 } });
  const old = await mentor.ok('readCohort', at(made.id));
  expect(old).toMatchObject({ version: 0, seesWhom: 'nobody', archivedAt: null });
  expect((await mentor.ok('listCohorts')).items.map(({ id }) => id)).toEqual([made.id]);
  expect((await change(mentor, old, { name: 'Now' })).body).toMatchObject({ name: 'Now', version: 1 });
});

it.each([
  ['2040-02-01', '2040-01-31', 422],
  ['2040-02-01', '2040-02-01', 200],
  [null, '2040-01-01', 200],
  ['2040-02-01', null, 200],
])('from %s to %s: %i', async (startsOn, endsOn, status) => {
  const mentor = await signUp(app);
  const answered = await change(mentor, await cohort(mentor), { startsOn, endsOn });
  expect(answered.status).toBe(status);
  if (status === 422) expect(answered.problem.errors).toMatchObject([{ path: 'endsOn' }]);
});

it('refuses an end before the start that is there already', async () => {
  const mentor = await signUp(app);
  const made = (await change(mentor, await cohort(mentor), { startsOn: '2040-02-01' })).body;
  expect((await change(mentor, made, { endsOn: '2040-01-01' })).problem.errors).toMatchObject([{ path: 'endsOn' }]);
});

it('lets in as many as its code is for: five of twenty at once', async () => {
  const mentor = await signUp(app);
  const { id } = await cohort(mentor);
  const { code } = await mentor.ok('renewCohortCode', { ...at(id), body: { expiresInDays: 7, uses: 5 } });
  const people = await Promise.all(Array.from({ length: 20 }, () => signUp(app)));
  const answers = await Promise.all(people.map((each) => tryJoin(each, code ?? '')));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
  const refused = answers.filter(({ status }) => status !== 201);
  expect(new Set(refused.map(({ problem }) => problem.code))).toEqual(new Set(['code-unknown']));
  expect(await Grant.countDocuments({ cohortId: id, isLive: true })).toBe(5);
  expect(await mentor.ok('readCohort', at(id))).toMatchObject({ codeUsesLeft: 0 });
  expect((await people[0]?.call('previewCohort', { body: { code } }))?.problem.code).toBe('code-unknown');
  const wide = await mentor.ok('renewCohortCode', { ...at(id), body: { expiresInDays: 7 } });
  expect(wide.codeUsesLeft).toBeNull();
});

it('counts no use where somebody is in already, and tells learners nothing of it', async () => {
  const { mentor, learner, cohort: made } = await mentored(app);
  const { code } = await mentor.ok('renewCohortCode', { ...at(made.id), body: { expiresInDays: null, uses: 1 } });
  expect((await tryJoin(learner, code ?? '')).problem.code).toBe('already-joined');
  expect((await mentor.ok('readCohort', at(made.id))).codeUsesLeft).toBe(1);
  expect(await learner.ok('readCohort', at(made.id))).toMatchObject({ code: null, codeUsesLeft: null });
  for (const uses of [0, 5001, 1.5]) {
    const body = { expiresInDays: 1, uses };
    expect((await mentor.call('renewCohortCode', { ...at(made.id), body })).status).toBe(422);
  }
});

it('opens to nobody who joins as its code ends, ten times over', async () => {
  const [mentor, learner] = await Promise.all([signUp(app), signUp(app)]);
  for (let round = 0; round < 10; round += 1) {
    const made = await cohort(mentor);
    const [joined] = await Promise.all([tryJoin(learner, made.code), change(mentor, made, { isArchived: true })]);
    const { archivedAt } = await mentor.ok('readCohort', at(made.id));
    expect(archivedAt).not.toBeNull();
    expect([201, 422]).toContain(joined.status);
    expect(await Grant.countDocuments({ cohortId: made.id, isLive: true })).toBe(joined.status === 201 ? 1 : 0);
  }
});

it('is only looked at in the archive, shares what it shared, and can be brought back', async () => {
  const { mentor, learner, cohort: made } = await mentored(app);
  const other = await signUp(app);
  await mentor.ok('offerCohort', { ...at(made.id), body: { handle: other.account.handle } });
  const archived = (await change(mentor, made, { isArchived: true })).body;
  expect(archived).toMatchObject({ archivedAt: app.now().toISOString(), code: null, codeExpiresAt: null });
  const lists = { no: [], yes: [made.id], all: [made.id] };
  for (const [choice, ids] of Object.entries(lists)) {
    for (const who of [mentor, learner]) {
      const query = { archived: choice as 'no' };
      expect(
        (await who.ok('listCohorts', { query })).items.map(({ id }) => id),
        choice,
      ).toEqual(ids);
    }
  }
  expect((await mentor.ok('listCohorts')).items, 'by default').toEqual([]);
  expect((await tryJoin(other, made.code)).problem.code).toBe('code-unknown');
  expect((await other.ok('listMyCohortOffers')).items).toEqual([]);
  const refused = [
    await change(mentor, archived, { name: 'Other' }),
    await change(mentor, archived, { isArchived: true }),
    await mentor.call('renewCohortCode', { ...at(made.id), body: { expiresInDays: 7 } }),
    await mentor.call('offerCohort', { ...at(made.id), body: { handle: 'somebody' } }),
  ];
  expect(refused.map(({ problem }) => problem.code)).toEqual(Array.from({ length: 4 }, () => 'cohort-archived'));
  expect((await mentor.ok('listLearners')).items, 'grants stay').toHaveLength(1);
  expect((await learner.ok('listGrants')).items).toMatchObject([{ consent: everything }]);
  const back = (await change(mentor, archived, { isArchived: false, name: 'Again' })).body;
  expect(back).toMatchObject({ archivedAt: null, name: 'Again', code: null });
  const { code } = await mentor.ok('renewCohortCode', { ...at(made.id), body: { expiresInDays: 7 } });
  expect((await tryJoin(other, code ?? '')).status).toBe(201);
});

it('is left by its learner with one act, whoever mentors it', async () => {
  const { mentor, cohort: made, learner } = await mentored(app);
  const second = await signUp(app);
  await mentorToo(mentor, made.id, second);
  await learner.ok('letMentorSee', { params: { id: made.id, mentorId: second.id }, body: { consent: nothing } });
  expect((await learner.ok('listGrants')).items).toHaveLength(2);
  await learner.ok('leaveCohort', at(made.id));
  expect((await learner.ok('listGrants')).items).toEqual([]);
  for (const who of [mentor, second]) expect((await who.ok('listLearners')).items).toEqual([]);
  for (const name of ['readCohort', 'leaveCohort', 'listCohortNames'] as const) {
    expect((await learner.call(name, at(made.id))).status, name).toBe(404);
  }
  expect((await mentor.call('leaveCohort', at(made.id))).status, 'a mentor does not learn in it').toBe(404);
});

it('shows names where the cohort and their bearers both agree, and nobody else’s', async () => {
  const mentor = await signUp(app);
  const made = await cohort(mentor);
  const [bea, ada, cleo] = await Promise.all(['Bea', 'Ada', 'Cleo'].map((name) => signUp(app, { name })));
  if (!bea || !ada || !cleo) throw new Error('three signed up');
  for (const each of [bea, ada, cleo]) await join(each, made.code, nothing);
  for (const each of [bea, ada]) await each.ok('changeListing', { ...at(made.id), body: { isListed: true } });
  expect(await names(cleo, made.id), 'the cohort shows nobody').toEqual([]);
  await change(mentor, made, { seesWhom: 'names' });
  expect(await names(cleo, made.id)).toEqual(['Ada', 'Bea']);
  const whole = await cleo.call('listCohortNames', at(made.id));
  for (const secret of [ada.id, ada.account.handle]) expect(whole.text).not.toContain(secret);
  expect((await ada.ok('readCohort', at(made.id))).isListed).toBe(true);
  expect((await cleo.ok('readCohort', at(made.id))).isListed).toBe(false);
  await bea.ok('changeListing', { ...at(made.id), body: { isListed: false } });
  expect(await names(cleo, made.id)).toEqual(['Ada']);
  await ada.ok('changeMe', { body: { name: 'Zoe' }, ...ifMatch(1) });
  await bea.ok('changeListing', { ...at(made.id), body: { isListed: true } });
  expect(await names(cleo, made.id)).toEqual(['Bea', 'Zoe']);
  const page = await cleo.ok('listCohortNames', { ...at(made.id), query: { limit: 1 } });
  const next = await cleo.ok('listCohortNames', { ...at(made.id), query: { limit: 1, cursor: page.nextCursor ?? '' } });
  expect([page, next].map(({ items }) => items[0]?.name)).toEqual(['Bea', 'Zoe']);
  for (const other of [mentor, await signUp(app)]) {
    expect((await other.call('listCohortNames', at(made.id))).status).toBe(404);
    const body = { isListed: true };
    expect((await other.call('changeListing', { ...at(made.id), body })).status).toBe(404);
  }
});

it('forgets who agreed to be seen once they have left, however they did', async () => {
  const { mentor, learner, cohort: made, grant } = await mentored(app);
  const other = await signUp(app);
  await join(other, made.code);
  await change(mentor, made, { seesWhom: 'names' });
  await learner.ok('changeListing', { ...at(made.id), body: { isListed: true } });
  expect(await names(other, made.id)).toEqual(['Lea Learner']);
  await learner.ok('endGrant', at(grant.id));
  expect(await names(other, made.id)).toEqual([]);
  await join(learner, made.code);
  expect(await names(other, made.id), 'coming back is not agreeing').toEqual([]);
});

it('ends its code on its day, used or not', async () => {
  const { mentor, cohort: made } = await mentored(app);
  const { code } = await mentor.ok('renewCohortCode', { ...at(made.id), body: { expiresInDays: 1, uses: 3 } });
  app.advance(day);
  const late = await signUp(app);
  expect((await tryJoin(late, code ?? '')).problem.code).toBe('code-unknown');
  await renew(mentor);
  expect((await mentor.ok('readCohort', at(made.id))).codeUsesLeft).toBe(3);
});
