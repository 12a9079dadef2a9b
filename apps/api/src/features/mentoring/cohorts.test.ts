import { expect, it } from 'vitest';
import {
  cohort,
  everything,
  follow,
  join,
  mentored,
  nothing,
  setTopic,
  signInAgain,
  signUp,
} from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { backendOf, day, startApp } from '../../../test/start.js';
import { Grant } from './grants.model.js';

const app = await startApp();
const strict = await startApp({ rateLimitFactor: 1 });
const tryJoin = (client: ReturnType<typeof clientOf>, code: string, consent: object = everything) =>
  client.call('joinCohort', { body: { code, consent } });

it('makes its maker the mentor, with a code of ten that lasts ninety days', async () => {
  const mia = await signUp(app, { name: 'Mia' });
  const made = await cohort(mia, { name: ' Spring ' });
  const { id, name, handle } = mia.account;
  expect(made).toMatchObject({ name: 'Spring', roadmap: 'backend', role: 'mentor', mentors: [{ id, name, handle }] });
  expect(made.code).toMatch(/^[2-9A-HJKMNP-TV-Z]{10}$/);
  expect(made.codeExpiresAt).toBe(new Date(app.now().getTime() + 90 * day).toISOString());
  const unknown = await mia.call('createCohort', { body: { name: 'x', roadmap: 'no-such' } });
  expect(unknown.problem.errors).toMatchObject([{ path: 'roadmap' }]);
});

it('is seen before it is joined, and joined without seeing the code', async () => {
  const [mia, lea] = await Promise.all([signUp(app, { name: 'Mia' }), signUp(app)]);
  const made = await cohort(mia);
  const preview = await lea.call('previewCohort', { body: { code: made.code } });
  expect(preview.body).toEqual({ name: made.name, roadmap: 'backend', mentors: made.mentors });
  expect((await lea.ok('listCohorts')).items, 'looking is not joining').toEqual([]);
  expect((await lea.call('readEnrolment', { params: { slug: 'backend' } })).status).toBe(404);
  const joined = await tryJoin(lea, made.code);
  const asLearner = { role: 'learner', code: null, codeExpiresAt: null, isListed: false };
  expect([joined.status, joined.body]).toEqual([201, { ...made, ...asLearner }]);
  expect(await lea.ok('readCohort', { params: { id: made.id } })).toEqual(joined.body);
  expect((await lea.ok('listCohorts')).items).toEqual([joined.body]);
  expect((await lea.call('readEnrolment', { params: { slug: 'backend' } })).status, 'it enrols').toBe(200);
});

it('keeps the progress of who followed the roadmap before', async () => {
  const [mia, lea] = await Promise.all([signUp(app), signUp(app)]);
  await follow(lea, { plan: { hoursPerWeek: 9 } });
  await setTopic(lea, backendOf(app).topics[0]?.id ?? '', { state: 'done' });
  const before = await lea.ok('readEnrolment', { params: { slug: 'backend' } });
  await join(lea, (await cohort(mia)).code);
  expect(await lea.ok('readEnrolment', { params: { slug: 'backend' } })).toEqual(before);
  expect((await mia.ok('listLearners')).items).toMatchObject([{ counts: { done: 1 } }]);
});

it('takes a code as people type it', async () => {
  const mia = await signUp(app);
  const { code } = await cohort(mia);
  const spelled = [code.toLowerCase(), `${code.slice(0, 5)}-${code.slice(5)}`, ` ${code.split('').join(' ')} `];
  for (const typed of spelled) expect((await tryJoin(await signUp(app), typed)).status, typed).toBe(201);
  for (const wrong of ['', code.slice(1), `${code}2`, `${code.slice(1)}!`, 'ÄÖÜÄÖÜÄÖÜÄ']) {
    const { problem } = await tryJoin(mia, wrong);
    expect([problem.code, problem.errors?.[0]?.path], wrong).toEqual(['invalid', 'code']);
  }
});

it('wants every kind of consent said', async () => {
  const { code } = await cohort(await signUp(app));
  const lea = await signUp(app);
  for (const consent of [{}, { ...everything, progress: 'yes' }, { progress: true }, { ...everything, all: true }]) {
    expect((await tryJoin(lea, code, consent)).problem.code).toBe('invalid');
  }
  expect((await lea.ok('listGrants')).items).toEqual([]);
});

it('opens to nobody with a code that is over, renewed or revoked; one answer for all of them', async () => {
  const mia = await signUp(app);
  const [over, renewed, revoked] = [await cohort(mia), await cohort(mia), await cohort(mia)];
  const fresh = await mia.ok('renewCohortCode', { params: { id: renewed.id }, body: { expiresInDays: null } });
  expect(fresh.code).not.toBe(renewed.code);
  expect(fresh.codeExpiresAt).toBeNull();
  await mia.ok('revokeCohortCode', { params: { id: revoked.id } });
  expect(await mia.ok('readCohort', { params: { id: revoked.id } })).toMatchObject({ code: null, codeExpiresAt: null });
  app.advance(90 * day - 1);
  expect((await (await signUp(app)).call('previewCohort', { body: { code: over.code } })).status).toBe(200);
  app.advance(1);
  const lea = await signUp(app);
  const texts = new Set<string>();
  for (const code of [over.code, renewed.code, revoked.code, '2222222222']) {
    const answered = await tryJoin(lea, code);
    expect(answered.problem.code).toBe('code-unknown');
    texts.add(answered.text.replace(answered.problem.requestId, ''));
    expect((await lea.call('previewCohort', { body: { code } })).problem.code).toBe('code-unknown');
  }
  expect(texts.size).toBe(1);
  expect((await tryJoin(lea, fresh.code ?? '')).status, 'one without an end is still open').toBe(201);
  const back = await signInAgain(mia);
  const again = await back.ok('renewCohortCode', { params: { id: revoked.id }, body: { expiresInDays: 1 } });
  expect((await tryJoin(lea, again.code ?? '')).status).toBe(201);
});

it('is not joined by its own mentor, nor twice, but again after it was ended', async () => {
  const { mentor, learner, cohort: made, grant } = await mentored(app);
  expect((await tryJoin(mentor, made.code)).problem.code).toBe('own-cohort');
  expect((await tryJoin(learner, made.code, nothing)).problem.code).toBe('already-joined');
  expect((await learner.ok('listGrants')).items).toMatchObject([{ consent: everything }]);
  await learner.ok('endGrant', { params: { id: grant.id } });
  expect((await learner.call('readCohort', { params: { id: made.id } })).status, 'left').toBe(404);
  expect((await tryJoin(learner, made.code, nothing)).status).toBe(201);
  expect((await learner.ok('listGrants')).items).toMatchObject([{ consent: nothing }]);
});

it('is joined once by who joins five times at once, ten times over', async () => {
  const mia = await signUp(app);
  const lea = await signUp(app);
  for (let round = 0; round < 10; round += 1) {
    const { code, id } = await cohort(mia);
    const answers = await Promise.all(Array.from({ length: 5 }, () => tryJoin(lea, code)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
    expect(await Grant.countDocuments({ cohortId: id, isLive: true })).toBe(1);
  }
});

it('leaves no grant on a roadmap that is left at the same moment, ten times over', async () => {
  const [mia, lea] = await Promise.all([signUp(app), signUp(app)]);
  for (let round = 0; round < 10; round += 1) {
    await follow(lea);
    const { code } = await cohort(mia);
    await Promise.all([tryJoin(lea, code), lea.call('leaveEnrolment', { params: { slug: 'backend' } })]);
    const isFollowed = (await lea.call('readEnrolment', { params: { slug: 'backend' } })).status === 200;
    const grants = (await lea.ok('listGrants')).items.length;
    // Joined last: followed, with one grant. Left last: neither.
    expect(grants, `round ${round}`).toBe(isFollowed ? 1 : 0);
    if (isFollowed) await lea.ok('leaveEnrolment', { params: { slug: 'backend' } });
  }
});

it('lists the cohorts that one mentors or learns in, the newest first, page by page', async () => {
  const [mia, lea] = await Promise.all([signUp(app), signUp(app)]);
  const own = await cohort(lea, { name: 'A' });
  const others = [await cohort(mia, { name: 'B' }), await cohort(mia, { name: 'C' })];
  for (const { code } of others) await join(lea, code);
  await cohort(mia, { name: 'Not hers' });
  const first = await lea.ok('listCohorts', { query: { limit: 2 } });
  const second = await lea.ok('listCohorts', { query: { limit: 2, cursor: first.nextCursor ?? '' } });
  expect([...first.items, ...second.items].map(({ name, role }) => [name, role])).toEqual([
    ['C', 'learner'],
    ['B', 'learner'],
    ['A', 'mentor'],
  ]);
  expect([own.role, second.nextCursor]).toEqual(['mentor', null]);
});

it('limits tries of codes', async () => {
  await strict.deps.connection.collection('ratelimits').deleteMany({});
  const lea = clientOf(strict, (await signUp(strict)).token);
  const statuses = [];
  for (let i = 0; i < 31; i += 1)
    statuses.push((await lea.call('previewCohort', { body: { code: '2222222222' } })).status);
  expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 422));
  expect(statuses[30]).toBe(429);
  expect((await tryJoin(lea, '2222222222')).problem.code).toBe('too-many-requests');
});
