import { expect, it } from 'vitest';
import { cohort, follow, makeOwner, project, signInAgain, signUp } from '../../../test/build.js';
import { secondSlug, startApp } from '../../../test/start.js';
import { Mail } from '../mail/mail.model.js';
import { Audit, recordAudit } from './audit.model.js';

const app = await startApp({ dataDir: '/' });
const owner = await makeOwner(await signUp(app, { name: 'Oda Owner' }));

it('tells its owner how the instance is, with what is so', async () => {
  const health = await owner.ok('readHealth');
  const db = app.deps.connection.getClient().db('admin');
  const [hello, build] = await Promise.all([db.command({ hello: 1 }), db.command({ buildInfo: 1 })]);
  expect(health.now).toBe(app.now().toISOString());
  expect(health.node).toBe(process.versions.node);
  expect(health.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(Math.abs(Date.parse(health.startedAt) - performance.timeOrigin)).toBeLessThan(1000);
  expect(health.memoryBytes).toBeGreaterThan(20_000_000);
  expect(health.database).toMatchObject({ version: build.version, replicaSet: hello.setName, kind: 'embedded' });
  expect(health.database.dataBytes).toBeGreaterThan(10_000);
  expect(health.database.freeBytes).toBeGreaterThan(1_000_000);
  expect(health.keys.signingKeys).toBe(1);
  expect(Date.parse(health.keys.newestMadeAt ?? '')).toBeGreaterThan(0);
});

it('counts what there is', async () => {
  const before = (await owner.ok('readHealth')).counts;
  // Of each another number, so that none can stand for another.
  const ada = await signUp(app);
  for (const slug of ['backend', secondSlug]) await follow(ada, {}, slug);
  for (let i = 0; i < 2; i += 1) await signInAgain(ada);
  for (let i = 0; i < 4; i += 1) await project(ada);
  for (let i = 0; i < 5; i += 1) await cohort(ada);
  const { members, sessions, enrolments, projects, cohorts } = before;
  expect((await owner.ok('readHealth')).counts).toEqual({
    members: members + 1,
    sessions: sessions + 3,
    enrolments: enrolments + 2,
    projects: projects + 4,
    cohorts: cohorts + 5,
  });
});

it('says how mail goes: what waits, what was given up and why, when the last one left', async () => {
  await Mail.deleteMany({});
  const nothing = { kind: 'mailbox', waiting: 0, failed: 0, lastSentAt: null, lastFailure: null };
  expect((await owner.ok('readHealth')).mail).toEqual(nothing);
  const now = app.now();
  const mail = { kind: 'test', to: 'ada@example.org', createdAt: now, dueAt: now, tries: 0 };
  const before = new Date(now.getTime() - 1000);
  await Mail.insertMany([
    mail,
    { ...mail, tries: 2, lastFailure: '451 later' },
    { ...mail, failedAt: now, tries: 9, lastFailure: '550 no such user', createdAt: before },
    { ...mail, sentAt: before },
    { ...mail, sentAt: now },
  ]);
  expect((await owner.ok('readHealth')).mail).toEqual({
    kind: 'mailbox',
    waiting: 2,
    failed: 1,
    lastSentAt: now.toISOString(),
    lastFailure: '451 later',
  });
  await Mail.deleteMany({});
});

it('says when the last backup was made, by the audit log', async () => {
  await Audit.collection.deleteMany({ event: 'backup-made' });
  expect((await owner.ok('readHealth')).lastBackupAt).toBeNull();
  await recordAudit('backup-made', {}, new Date('2039-01-02T00:00:00Z'));
  await recordAudit('backup-made', {}, new Date('2039-01-01T00:00:00Z'));
  expect((await owner.ok('readHealth')).lastBackupAt).toBe('2039-01-02T00:00:00.000Z');
});

it('notices that the event loop was held up', async () => {
  const until = performance.now() + 400;
  while (performance.now() < until);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await owner.ok('readHealth')).eventLoopDelayMs).toBeGreaterThan(300);
});
