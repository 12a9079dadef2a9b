import { expect, it } from 'vitest';
import { cohort, everything, nothing, signInAgain, signUp } from '../../../test/build.js';
import type { Client } from '../../../test/client.js';
import { day, startApp } from '../../../test/start.js';
import { Grant } from '../mentoring/grants.model.js';

const app = await startApp();
const accept = (client: Client, code: string, consent = everything) =>
  client.call('acceptCode', { body: { code, consent } });
const make = (mentor: Client, more: Record<string, unknown> = {}) =>
  mentor.ok('createMentorCode', { body: { roadmap: 'backend', uses: 5, expiresInDays: 7, ...more } });

it('leads to one mentor, or to a cohort: one field takes either', async () => {
  const [mia, lea, lou] = await Promise.all([signUp(app, { name: 'Mia' }), signUp(app), signUp(app)]);
  const [code, made] = [await make(mia), await cohort(mia)];
  expect(code).toMatchObject({ code: expect.stringMatching(/^[2-9A-HJKMNP-TV-Z]{10}$/), uses: 5, usesLeft: 5 });
  const { id, name, handle } = mia.account;
  const preview = await lea.ok('previewCode', {
    body: { code: `${code.code.slice(0, 5)}-${code.code.slice(5).toLowerCase()}` },
  });
  expect(preview).toEqual({ kind: 'mentor', name: null, roadmap: 'backend', mentors: [{ id, name, handle }] });
  expect(await lea.ok('previewCode', { body: { code: made.code } })).toMatchObject({ kind: 'cohort', name: made.name });
  expect((await mia.ok('listMentorCodes')).items, 'looking uses nothing up').toEqual([code]);

  expect((await accept(lea, code.code, nothing)).body).toEqual({ roadmap: 'backend', cohort: null });
  expect((await accept(lou, made.code)).body).toEqual({ roadmap: 'backend', cohort: { id: made.id, name: made.name } });
  expect((await lea.ok('listGrants')).items).toMatchObject([{ mentor: { id }, cohort: null, consent: nothing }]);
  expect((await accept(lea, code.code)).problem.code).toBe('already-mentored');
  expect((await accept(mia, code.code)).problem.code).toBe('own-invitation');
  expect((await mia.ok('listMentorCodes')).items, 'who was refused has used nothing').toMatchObject([{ usesLeft: 4 }]);
});

it('lets in as many as its mentor said, of twenty at once', async () => {
  const mia = await signUp(app);
  const { code } = await make(mia, { uses: 5 });
  const learners = await Promise.all(Array.from({ length: 20 }, () => signUp(app)));
  const raced = await Promise.all(learners.map((each) => accept(each, code)));
  expect(raced.filter(({ status }) => status === 201)).toHaveLength(5);
  expect(new Set(raced.filter(({ status }) => status !== 201).map(({ problem }) => problem.code))).toEqual(
    new Set(['code-unknown']),
  );
  expect(await Grant.countDocuments({ mentorId: mia.id, isLive: true })).toBe(5);
  expect((await mia.ok('listMentorCodes')).items).toMatchObject([{ usesLeft: 0 }]);
});

it('opens to nobody when it is used up, revoked or past its day; one answer for all of them', async () => {
  const [mia, other] = await Promise.all([signUp(app), signUp(app)]);
  const [used, revoked, over] = [await make(mia, { uses: 1 }), await make(mia), await make(mia, { expiresInDays: 1 })];
  expect((await accept(await signUp(app), used.code)).status).toBe(201);
  expect((await other.call('revokeMentorCode', { params: { id: revoked.id } })).status).toBe(404);
  await mia.ok('revokeMentorCode', { params: { id: revoked.id } });
  app.advance(day - 1);
  const lea = await signUp(app);
  expect((await lea.call('previewCode', { body: { code: over.code } })).status).toBe(200);
  app.advance(1);
  const texts = new Set<string>();
  for (const code of [used.code, revoked.code, over.code, '2222222222']) {
    const answered = await accept(lea, code);
    expect(answered.problem.code).toBe('code-unknown');
    texts.add(answered.text.replace(answered.problem.requestId, ''));
    expect((await lea.call('previewCode', { body: { code } })).problem.code).toBe('code-unknown');
  }
  expect(texts.size).toBe(1);
  const back = await signInAgain(mia);
  await back.ok('revokeMentorCode', { params: { id: revoked.id } });
  expect((await back.ok('listMentorCodes')).items.map(({ revokedAt }) => revokedAt !== null)).toEqual([
    false,
    true,
    false,
  ]);
});

it.each([
  ['uses', { uses: 0 }],
  ['uses', { uses: 501 }],
  ['expiresInDays', { expiresInDays: 91 }],
  ['roadmap', { roadmap: 'no-such' }],
])('refuses %s beside the field: %j', async (path, more) => {
  const body = { roadmap: 'backend', uses: 5, expiresInDays: 7, ...more };
  const { problem } = await (await signUp(app)).call('createMentorCode', { body });
  expect([problem.code, problem.errors?.[0]?.path]).toEqual(['invalid', path]);
});
