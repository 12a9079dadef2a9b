import { type ProblemCode, problems } from '@waymark/contract';
import { afterAll, expect, it } from 'vitest';
import { newEmail, project, renew, signUp } from './build.js';
import { checkProblem, clientOf } from './client.js';
import { type Received, send } from './send.js';
import { startApp } from './start.js';

const app = await startApp();
const strict = await startApp({ rateLimitFactor: 0.01 });
const ada = await signUp(app);
const canary = 'canary-7f3a';
const json = { 'content-type': 'application/json' };
const seen = new Set<ProblemCode>();

function problemIn(received: Received, code: ProblemCode) {
  const problem = checkProblem(received);
  expect(problem.code).toBe(code);
  expect(received.text).not.toContain(canary);
  seen.add(code);
  return problem;
}

it('says what cannot be read, and repeats nothing of it', async () => {
  for (const body of ['{', `{"name": "${canary}`, `"${canary}`, '[1,', 'undefined', ' ']) {
    problemIn(await clientOf(app).call('signUp', { body }), 'bad-request');
  }
  problemIn(await clientOf(app).call('signUp', { body: `{"__proto__":{"${canary}":1}}` }), 'bad-request');
  problemIn(await ada.call('readProject', { params: { id: canary } }), 'bad-request');
  problemIn(await ada.call('listProjects', { query: { limit: canary } }), 'bad-request');
});

it('names each field that cannot be taken, never its value', async () => {
  const body = { name: '', email: canary, password: 'short', timeZone: canary, role: canary };
  const problem = problemIn(await clientOf(app).call('signUp', { body }), 'invalid');
  expect(problem.errors?.map(({ path }) => path).toSorted()).toEqual(['email', 'name', 'password', 'role', 'timeZone']);
  const nested = { title: 'x', covers: [{ roadmap: 'backend', topicId: 'NO', where: '', extra: canary }] };
  const inside = problemIn(await ada.call('createProject', { body: nested }), 'invalid');
  expect(inside.errors?.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['covers.0.topicId', 'covers.0.extra']),
  );
});

it.each([undefined, 'null', '[]', '7'])('says what to send instead of %s', async (body) => {
  const { errors } = problemIn(await clientOf(app).call('signUp', { body }), 'invalid');
  expect(errors).toEqual([{ path: '', message: 'Send a JSON object with the fields that this takes' }]);
});

it.each([
  ['many', (i: number) => `field${i}`],
  ['long', (i: number) => `${i}${'x'.repeat(2000)}`],
  ['in another script', (i: number) => `${i}${'路'.repeat(200)}`],
  ['that JSON writes six times as long', (i: number) => `${i}${'\u0001'.repeat(200)}`],
])('names the first twenty unknown fields, and stays under 8 kB: %s', async (_, name) => {
  const body = Object.fromEntries(Array.from({ length: 30 }, (_unused, i) => [name(i), 1]));
  const problem = problemIn(await ada.call('setTopics', { params: { slug: 'backend' }, body }), 'invalid');
  expect(problem.errors?.length).toBeGreaterThan(5);
  expect(problem.errors?.length).toBeLessThanOrEqual(20);
});

it('refuses what is too large and what is not JSON', async () => {
  problemIn(await clientOf(app).call('signUp', { body: { name: 'x'.repeat(17_000) } }), 'too-large');
  problemIn(await ada.call('createProject', { body: { title: 'x'.repeat(66_000) } }), 'too-large');
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json; charset=latin1',
  ]) {
    problemIn(
      await ada.call('createProject', { body: '{"title":"x"}', headers: { 'content-type': type } }),
      'not-json',
    );
  }
  const path = '/api/me/projects';
  const headers = { authorization: `Bearer ${ada.token}` };
  problemIn(await send(app.address, { method: 'POST', path, headers, body: '{"title":"x"}' }), 'not-json');
  const gzip = { ...headers, ...json, 'content-encoding': 'gzip' };
  problemIn(await send(app.address, { method: 'POST', path, headers: gzip, body: '{"title":"x"}' }), 'not-json');
});

it('refuses strangers, wrong credentials, other origins, and what needs the password again', async () => {
  problemIn(await clientOf(app).call('readMe'), 'not-signed-in');
  problemIn(await clientOf(app).call('signIn', { body: { email: ada.email, password: canary } }), 'wrong-credentials');
  const headers = { origin: 'https://evil.example' };
  problemIn(
    await clientOf(app).call('signIn', { body: { email: ada.email, password: canary }, headers }),
    'wrong-origin',
  );
  const bob = await signUp(app);
  app.advance(10 * 60_000 - 1000);
  const late = await bob.call('refreshSession');
  bob.token = late.body.accessToken;
  app.advance(2000);
  problemIn(await bob.call('exportMe'), 'step-up-required');
  await renew(ada);
});

it('tells conflicts by their name', async () => {
  const eve = await signUp(app);
  problemIn(
    await clientOf(app).call('signUp', { body: { name: 'A B', email: ada.email, password: 'another good one 42' } }),
    'email-taken',
  );
  const headers = { 'if-match': '"1"' };
  const { handle } = ada.account;
  problemIn(await eve.call('changeMe', { body: { handle }, headers }), 'handle-taken');
  const made = await ada.ok('createCohort', { body: { name: 'C', roadmap: 'backend' } });
  const consent = { progress: true, activity: true, notes: true, projects: true };
  problemIn(await ada.call('joinCohort', { body: { code: made.code, consent } }), 'own-cohort');
  await eve.ok('joinCohort', { body: { code: made.code ?? '', consent } });
  problemIn(await eve.call('joinCohort', { body: { code: made.code, consent } }), 'already-joined');
  problemIn(await eve.call('joinCohort', { body: { code: '2222222222', consent } }), 'code-unknown');
  const mentor = { params: { id: made.id, mentorId: ada.id } };
  problemIn(await ada.call('removeCohortMentor', mentor), 'last-mentor');
  const archived = {
    params: { id: made.id },
    headers: { 'if-match': `"${made.version}"` },
    body: { isArchived: true },
  };
  await ada.ok('changeCohort', archived);
  problemIn(
    await ada.call('renewCohortCode', { params: { id: made.id }, body: { expiresInDays: 1 } }),
    'cohort-archived',
  );
});

it('wants to know the version, and shows the present state to who has an old one', async () => {
  const mine = await project(ada);
  const params = { id: mine.id };
  problemIn(await ada.call('deleteProject', { params }), 'if-match-required');
  const stale = await ada.call('deleteProject', { params, headers: { 'if-match': '"7"' } });
  expect(problemIn(stale, 'stale').current).toEqual(mine);
  expect(stale.headers.etag).toBe('"1"');
});

it('keeps one answer per key', async () => {
  const headers = { 'idempotency-key': 'key-of-the-test' };
  await ada.ok('createProject', { body: { title: 'One' }, headers });
  problemIn(await ada.call('createProject', { body: { title: canary }, headers }), 'key-reused');
});

it('says when to come back', async () => {
  await strict.deps.connection.collection('ratelimits').deleteMany({});
  const stranger = clientOf(strict);
  await stranger.call('signIn', { body: { email: newEmail(), password: 'x' } });
  problemIn(await stranger.call('signIn', { body: { email: newEmail(), password: 'x' } }), 'too-many-requests');
  strict.beginStop();
  problemIn(await stranger.call('readReadiness'), 'unavailable');
  expect((await stranger.call('readLiveness')).status).toBe(200);
});

it('keeps the cause of a failure of its own to the log', async () => {
  const { roadmaps } = app.deps;
  app.deps.roadmaps = new Proxy(roadmaps, {
    get() {
      throw Object.assign(new Error('the cause'), { body: canary });
    },
  });
  const answered = await ada.call('readEnrolment', { params: { slug: 'backend' } });
  app.deps.roadmaps = roadmaps;
  const { requestId } = problemIn(answered, 'internal');
  const line = app
    .logged()
    .split('\n')
    .find((each) => each.includes(requestId) && each.includes('the cause'));
  expect(line, 'the log names it, with the request id').toBeDefined();
  expect(app.logged()).not.toContain(canary);
});

it('answers what is not there, and a method that is not taken', async () => {
  problemIn(await ada.call('readProject', { params: { id: '0'.repeat(24) } }), 'not-found');
  problemIn(await send(app.address, { method: 'GET', path: `/api/${canary}` }), 'not-found');
  problemIn(await send(app.address, { method: 'GET', path: `/assets/${canary}.js` }), 'not-found');
  problemIn(await send(app.address, { method: 'TRACE', path: '/api/me' }), 'method-not-allowed');
});

it('carries every security header on errors as on good answers', async () => {
  const good = await clientOf(app).call('readLiveness');
  const bad = await clientOf(app).call('readMe');
  for (const { headers } of [good, bad]) {
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';" +
        "manifest-src 'self';worker-src 'self';form-action 'self';base-uri 'none';object-src 'none';frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'cache-control': 'no-store',
    });
    expect(headers['strict-transport-security']).toBeUndefined();
  }
});

// Each needs a world of its own, or a race: see the tests of the features that answer with them.
const elsewhere: ProblemCode[] = [
  ...(['conflict', 'not-allowed', 'code-required', 'wrong-code', 'two-factor-on', 'two-factor-required'] as const),
  ...(['account-disabled', 'email-unverified', 'sign-up-closed', 'link-ended', 'last-owner', 'last-way-in'] as const),
  ...(['identity-taken', 'identity-not-linked', 'mail-works', 'no-mail', 'former-way-kept'] as const),
  ...(['own-review', 'review-open', 'review-claimed', 'review-not-held', 'review-closed', 'review-parked'] as const),
  ...(['not-your-turn', 'promise-holds', 'revision-passed', 'project-private', 'nobody-to-ask', 'hands-full'] as const),
  ...(['help-open', 'help-closed', 'suggestion-answered', 'suggestions-full'] as const),
  ...(['nothing-confirmed', 'not-an-image'] as const),
  ...(['already-mentored', 'already-invited', 'already-asked', 'own-invitation', 'invitation-over'] as const),
];
afterAll(() => {
  const missing = Object.keys(problems).filter((code) => !seen.has(code as ProblemCode));
  expect(missing.toSorted()).toEqual(elsewhere.toSorted());
});
