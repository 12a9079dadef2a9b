import { createLocalJWKSet, jwtVerify } from 'jose';
import { expect, it } from 'vitest';
import { finishedProject, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { recorded } from '../../../test/recorded.js';
import { asked, coreTopics } from '../../../test/reviewing.js';
import { backendOf, day, startApp } from '../../../test/start.js';
import { eraseAccounts } from '../accounts/erase-accounts.js';
import { RecordKey } from './record-keys.model.js';
import { SignedRecord } from './records.model.js';

const app = await startApp();
const stranger = clientOf(app);
const [first] = coreTopics(app);
const titleOf = (topicId: string) => backendOf(app).topics.find(({ id }) => id === topicId)?.title;

const check = (signed: string) => stranger.ok('checkRecord', { body: { signed } });
const standingOf = async (signed: string) => (await check(signed)).standing;

it('says who confirmed what, on which revision, signed so that a library that knows nothing of us can tell', async () => {
  const { learner, mentor, mine, card, signed } = await recorded(app, true);
  expect(card).toMatchObject({ roadmap: 'backend', topics: 1, withdrawnAt: null });
  expect((await learner.ok('listRecords')).items).toEqual([card]);
  const keys = createLocalJWKSet(await stranger.ok('listRecordKeys'));
  const { payload, protectedHeader } = await jwtVerify(signed, keys, {
    algorithms: ['RS256'],
    issuer: app.deps.env.publicUrl,
    currentDate: app.now(),
  });
  expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'JWT', jwk: { kty: 'RSA', e: 'AQAB' } });
  expect(payload).toMatchObject({
    jti: `${app.deps.env.publicUrl}/records/${card.key}`,
    id: payload.jti,
    nbf: Date.parse(card.issuedAt) / 1000,
    validFrom: card.issuedAt,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    credentialSubject: { id: payload.sub, identifier: [{ identityHash: learner.account.name }] },
    evidence: [{ id: mine.repoUrl, name: mine.title }],
  });
  expect(JSON.stringify(payload)).toContain(`by ${mentor.account.name}, at revision 1`);
  expect(payload).not.toHaveProperty('iat');
  const { standing, facts } = await check(`\n${signed}\n`);
  expect(standing).toBe('valid');
  expect(facts).toEqual({
    learner: learner.account.name,
    issuer: { name: 'Waymark', url: app.deps.env.publicUrl },
    roadmap: backendOf(app).title,
    issuedAt: card.issuedAt,
    topics: [
      {
        ...{ title: titleOf(first), project: mine.title, url: mine.repoUrl, revision: 1, commit: null },
        confirmedAt: expect.any(String),
        reviewer: mentor.account.name,
      },
    ],
  });
});

it('names no reviewer who did not agree', async () => {
  const { mentor, signed } = await recorded(app, false);
  expect((await check(signed)).facts?.topics[0]?.reviewer).toBeNull();
  const payload = Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString();
  expect(payload).toContain('by a reviewer who is not named');
  expect(payload).not.toContain(mentor.account.name);
  expect(payload).not.toContain(mentor.id);
});

it('refuses a record in which any one character was changed, left out or added', async () => {
  const { signed } = await recorded(app, true);
  const { checkRecord } = await import('./check-record.js');
  const standings = new Map<string, number>();
  for (let place = 0; place < signed.length; place += 1) {
    const other = signed[place] === 'A' ? 'B' : 'A';
    const changed = `${signed.slice(0, place)}${other}${signed.slice(place + 1)}`;
    const { standing } = await checkRecord(app.deps, changed, app.now());
    standings.set(standing, (standings.get(standing) ?? 0) + 1);
  }
  // In the header it may be another key's, or none of ours, that is named.
  expect([...standings.keys()].filter((standing) => standing !== 'changed' && standing !== 'foreign')).toEqual([]);
  expect(standings.get('changed')).toBeGreaterThan(signed.length / 2);
  for (const changed of [signed.slice(0, -1), `${signed}A`, signed.replace('.', '..')]) {
    expect(await standingOf(changed)).not.toBe('valid');
  }
  expect(await standingOf(signed)).toBe('valid');
});

it('believes no key that a text brings along, no other algorithm, and none at all', async () => {
  const { signed } = await recorded(app, true);
  const [, payload = ''] = signed.split('.');
  const { generateKeyPair, exportJWK, CompactSign } = await import('jose');
  const { publicKey, privateKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
  const ours = (await stranger.ok('listRecordKeys')).keys[0];
  const words = Buffer.from(payload, 'base64url');
  const sign = (header: object) =>
    new CompactSign(words).setProtectedHeader({ alg: 'RS256', ...header }).sign(privateKey);
  expect(await standingOf(await sign({ kid: ours?.kid, jwk: await exportJWK(publicKey) }))).toBe('changed');
  expect(await standingOf(await sign({ kid: 'another', jwk: await exportJWK(publicKey) }))).toBe('changed');
  const head = (header: object) => Buffer.from(JSON.stringify(header)).toString('base64url');
  expect(await standingOf(`${head({ alg: 'none', kid: ours?.kid })}.${payload}.`)).toBe('changed');
  for (const text of ['', 'a.b.c', '..', 'x'.repeat(1000), head({ alg: 'none' })]) {
    expect(await standingOf(text)).toBe('foreign');
  }
});

it('tells that one was taken back, and shows nothing of it', async () => {
  const { learner, card, signed } = await recorded(app, true);
  const taken = await learner.ok('withdrawRecord', { params: { key: card.key } });
  expect(taken.withdrawnAt).toBe(app.now().toISOString());
  expect(await check(signed)).toEqual({ standing: 'withdrawn', facts: null });
  expect(await stranger.ok('readRecord', { params: { key: card.key } })).toEqual({
    ...{ standing: 'withdrawn', facts: null, signed: '' },
  });
  expect((await learner.ok('withdrawRecord', { params: { key: card.key } })).withdrawnAt).toBe(taken.withdrawnAt);
});

it('stays as it was signed, whatever becomes of the project', async () => {
  const { learner, mine, signed, card } = await recorded(app, true);
  await learner.ok('deleteProject', { params: { id: mine.id }, headers: { 'if-match': `"${mine.version}"` } });
  expect((await check(signed)).facts?.topics).toHaveLength(1);
  const again = await learner.call('issueRecord', { body: { roadmap: 'backend' } });
  expect(again.problem.code).toBe('nothing-confirmed');
  expect((await learner.ok('listRecords')).items).toEqual([card]);
});

it('is forgotten with its learner, and the signature alone is left', async () => {
  const { learner, card, signed } = await recorded(app, true);
  await learner.ok('deleteMe');
  expect(await standingOf(signed)).toBe('forgotten');
  expect((await stranger.call('readRecord', { params: { key: card.key } })).status).toBe(404);
  app.advance(8 * day);
  await eraseAccounts(app.now());
  expect(await SignedRecord.countDocuments({ learnerId: learner.id })).toBe(0);
  expect(await standingOf(signed)).toBe('forgotten');
});

it('signs with a key that only this instance can open, and makes another where it cannot', async () => {
  const { learner, signed } = await recorded(app, true);
  const kept = await RecordKey.find().lean();
  expect(JSON.stringify(kept)).not.toContain('PRIVATE');
  await RecordKey.updateMany({}, { $set: { sealed: 'AAAA' } });
  await learner.ok('issueRecord', { body: { roadmap: 'backend' } });
  expect(await RecordKey.countDocuments()).toBe(kept.length + 1);
  expect(await standingOf(signed)).toBe('valid');
});

it('has nothing to sign for who is learning only', async () => {
  const { learner } = await asked(app);
  expect((await learner.call('issueRecord', { body: { roadmap: 'backend' } })).problem.code).toBe('nothing-confirmed');
  expect((await learner.call('issueRecord', { body: { roadmap: 'never-was' } })).problem.code).toBe('not-found');
  const nobody = await signUp(app);
  await finishedProject(nobody, [first]);
  expect((await nobody.call('issueRecord', { body: { roadmap: 'backend' } })).problem.code).toBe('not-found');
});
