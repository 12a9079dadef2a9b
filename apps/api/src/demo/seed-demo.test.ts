import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attentionDue, dayIn, summarise } from '@waymark/contract';
import { loadRoadmaps } from '@waymark/roadmaps';
import type mongoose from 'mongoose';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabaseUri } from '../../test/name-database.js';
import { nowhere } from '../../test/start.js';
import { connectDatabase } from '../database/connect.js';
import { ensureIndexes } from '../database/indexes.js';
import { readEnv } from '../env.js';
import { Account } from '../features/accounts/accounts.model.js';
import { isPassword, refusePassword } from '../features/accounts/passwords.js';
import { Activity } from '../features/activity/activity.model.js';
import { offerClaim } from '../features/instance/offer-claim.js';
import { Grant, type GrantRecord } from '../features/mentoring/grants.model.js';
import { Enrolment, type EnrolmentRecord } from '../features/progress/progress.model.js';
import { wayOf } from '../features/progress/way-of.js';
import { Project, type ProjectRecord } from '../features/projects/projects.model.js';
import { Review, type ReviewRecord } from '../features/reviews/reviews.model.js';
import { getRoadmap } from '../features/roadmaps/get-roadmap.js';
import { HelpRequest } from '../features/talk/help.model.js';
import { TopicComment } from '../features/talk/talk.model.js';
import { loadKeys } from '../keys.js';
import { demoMarks } from './demo-mark.js';
import { demoPassword } from './demo-people.js';
import { refuseDemoData } from './refuse-demo-data.js';
import { type DemoSignIn, seedDemo } from './seed-demo.js';

const now = new Date('2026-11-22T19:30:00Z');
const roadmaps = loadRoadmaps();
const roadmap = getRoadmap({ roadmaps }, 'backend');
let connection: mongoose.Connection;
let deps: Parameters<typeof seedDemo>[0];
let signIns: DemoSignIn[];

beforeAll(async () => {
  const uri = testDatabaseUri('-demo');
  connection = await connectDatabase(uri);
  await connection.dropDatabase();
  await ensureIndexes(connection);
  const dataDir = await mkdtemp(join(tmpdir(), 'waymark-demo-'));
  const env = readEnv({ WAYMARK_MODE: 'demo', WAYMARK_DATA_DIR: dataDir, MONGODB_URI: uri, WAYMARK_BCRYPT_COST: '10' });
  deps = {
    connection,
    env,
    keys: await loadKeys({ dataDir, keysFile: undefined }, now),
    roadmaps,
    outbound: nowhere,
    now,
    log: pino({ level: 'silent' }),
  };
  signIns = await seedDemo(deps);
}, 120_000);

afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

const enrolments = () => Enrolment.find().lean<EnrolmentRecord[]>();
const grants = () => Grant.find().lean<GrantRecord[]>();
async function enrolmentOf(email: string): Promise<EnrolmentRecord> {
  const account = await Account.findOne({ email }).lean();
  const record = account && (await Enrolment.findOne({ learnerId: account._id }).lean<EnrolmentRecord>());
  if (!record) throw new Error(`${email} follows nothing`);
  return record;
}

describe('the demo', () => {
  it('is an owner, a mentor and thirty learners in two cohorts, who share differently', async () => {
    expect(signIns).toHaveLength(32);
    expect(await Account.countDocuments()).toBe(32);
    expect(await Enrolment.countDocuments()).toBe(30);
    const rows = await grants();
    expect(rows).toHaveLength(30);
    expect(new Set(rows.map(({ cohortId }) => String(cohortId))).size).toBe(2);
    expect(new Set(rows.map(({ consent }) => JSON.stringify(consent))).size).toBeGreaterThanOrEqual(4);
  });

  it('can be signed in to with the printed password, which the product would take', async () => {
    for (const { email, password, name } of signIns) expect(refusePassword(password, [name, email])).toBeUndefined();
    const { email = '', password = '' } = signIns[2] ?? {};
    const account = await Account.findOne({ email }).lean();
    expect(await isPassword(password, account?.passwordHash ?? '', deps.keys.pepper)).toBe(true);
    expect(signIns.every((each) => each.email.endsWith('@demo.example') && each.password === demoPassword)).toBe(true);
    expect(new Set(signIns.map((each) => each.email)).size).toBe(32);
  });

  it('has one owner, of whom its members can be found, and needs none to claim it', async () => {
    const owners = await Account.find({ role: 'owner' }).lean();
    expect(owners.map(({ email }) => email)).toEqual(['owner@demo.example']);
    expect(await Account.collection.countDocuments({ 'searchKeys.0': { $exists: true } })).toBe(32);
    expect(await offerClaim({ env: deps.env, now: () => now })).toEqual([]);
    // One that was filled before there were owners.
    await Account.deleteOne({ role: 'owner' });
    await seedDemo(deps);
    await seedDemo(deps);
    expect(await Account.countDocuments({ role: 'owner' })).toBe(1);
    expect(await Account.countDocuments()).toBe(32);
  });

  it('has a mentor with something to do: a review that is late and one that is not, a request for help, a talk', async () => {
    const open = await Review.find({ isOpen: true }).lean<ReviewRecord[]>();
    const days = open.map(({ ballSince }) => Math.floor((now.getTime() - ballSince.getTime()) / 86_400_000));
    expect(days.toSorted()).toEqual([1, 6]);
    expect(await Review.countDocuments({ isOpen: false })).toBe(4);
    expect((await enrolments()).filter(({ summary }) => summary.confirmed > 0)).toHaveLength(4);
    expect(await HelpRequest.countDocuments({ closedAt: null })).toBe(1);
    expect(await TopicComment.countDocuments()).toBe(2);
  });

  it('has true summaries', async () => {
    for (const record of await enrolments()) {
      expect(record.summary).toEqual(summarise(roadmap, wayOf(roadmap, record)));
      const [grant] = await Grant.find({ enrolmentId: record._id }).lean<GrantRecord[]>();
      if (grant?.consent.progress)
        expect(grant.entry.counts).toMatchObject({ done: record.summary.done, shown: record.summary.shown });
      else expect(grant?.entry.counts).toBeNull();
    }
  });

  it('has projects in every state and visibility, from briefs and not, that show topics', async () => {
    const projects = await Project.find().lean<ProjectRecord[]>();
    const values = (key: 'build' | 'visibility') => [...new Set(projects.map((project) => project[key]))].sort();
    expect(values('build')).toEqual(['building', 'finished', 'idea']);
    expect(values('visibility')).toEqual(['mentors', 'private', 'public', 'unlisted']);
    expect(projects.some(({ briefId }) => briefId === null)).toBe(true);
    for (const project of projects) {
      if (project.repoUrl) expect(project.repoUrl).toMatch(/^https:\/\/git\.example\//);
      if (project.demoUrl) expect(project.demoUrl).toMatch(/^https:\/\/[a-z0-9.-]+\.example\/$/);
      if (project.build !== 'finished') continue;
      expect(project.covers.every(({ where }) => where !== '')).toBe(true);
      expect(project.writeUp).toContain('## What I learned');
      expect(project.finishedOn && project.startedOn && project.startedOn <= project.finishedOn).toBeTruthy();
    }
    expect((await enrolments()).filter(({ summary }) => summary.shown > 0).length).toBeGreaterThan(15);
  });

  it('ends now: nothing lies in the future, and the days are the learners’ own', async () => {
    const zones = new Map((await Account.find().lean()).map(({ _id, timeZone }) => [String(_id), timeZone]));
    const acts = await Activity.find().lean();
    expect(acts.length).toBeGreaterThan(1000);
    for (const { at, day, learnerId } of acts) {
      expect(at.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(day).toBe(dayIn(zones.get(String(learnerId)) ?? 'UTC', at));
    }
    for (const { updatedAt, startedAt } of await enrolments())
      expect(updatedAt >= startedAt && updatedAt <= now).toBe(true);
  });

  it('begins with a learner half-way, with projects in all states and one topic in learning', async () => {
    const record = await enrolmentOf(signIns[2]?.email ?? '');
    expect(record.summary.percent).toBeGreaterThanOrEqual(42);
    expect(record.summary.percent).toBeLessThanOrEqual(48);
    expect(record.summary.shown).toBeGreaterThanOrEqual(8);
    expect(record.states.filter((state) => state === 1)).toHaveLength(1);
    const projects = await Project.find({ learnerId: record.learnerId }).lean<ProjectRecord[]>();
    expect(new Set(projects.map(({ build }) => build)).size).toBe(3);
    expect(attentionDue(record.attention, '2026-11-22')).toEqual([]);
  });

  it('has one on their first day, one finished, one who skipped, one who knew', async () => {
    expect((await enrolmentOf('maya@demo.example')).summary).toMatchObject({ done: 0, percent: 0 });
    expect((await enrolmentOf('yuki@demo.example')).summary.percent).toBe(100);
    expect((await enrolmentOf('omar@demo.example')).summary.skipped).toBeGreaterThanOrEqual(5);
    expect((await enrolmentOf('sofia@demo.example')).known.filter(Boolean)).toHaveLength(8);
  });

  it('gives the mentor learners who need attention, for every reason, and most who do not', async () => {
    const due = (await grants()).map(({ entry }) => attentionDue(entry.attention ?? [], '2026-11-22'));
    const reasons = due.flat().map(({ reason }) => reason);
    for (const reason of ['stuck', 'quiet', 'behind-target']) {
      expect(reasons.filter((each) => each === reason).length, reason).toBeGreaterThanOrEqual(2);
    }
    expect(due.filter((each) => each.length === 0).length).toBeGreaterThanOrEqual(20);
  });

  it('is not filled twice', async () => {
    const count = async () => [
      await Account.countDocuments(),
      await Activity.countDocuments(),
      await Project.countDocuments(),
    ];
    const before = await count();
    expect(await seedDemo({ ...deps, now: new Date('2026-12-01T08:00:00Z') })).toEqual(signIns);
    expect(await count()).toEqual(before);
  });
});

describe('where the demo must not be', () => {
  it('a normal start refuses its database, and says what to do', async () => {
    for (const mode of ['production', 'development'] as const) {
      await expect(refuseDemoData(connection, mode)).rejects.toThrow(
        /holds the demo: .*npm run demo.*WAYMARK_DATA_DIR/,
      );
    }
    await expect(refuseDemoData(connection, 'demo')).resolves.toBeUndefined();
  });

  it('it refuses another mode, and a database or data folder of another name', async () => {
    const { env } = deps;
    await expect(seedDemo({ ...deps, env: { ...env, mode: 'production' } })).rejects.toThrow(/WAYMARK_MODE=demo/);
    const other = { name: 'waymark' } as mongoose.Connection;
    await expect(seedDemo({ ...deps, connection: other })).rejects.toThrow(/ends in -demo, and "waymark"/);
    const embedded = { ...env, mongodbUri: undefined, dataDir: '/srv/.waymark' };
    await expect(seedDemo({ ...deps, env: embedded, connection: other })).rejects.toThrow(/"\/srv\/\.waymark"/);
  });

  it('it stays away from accounts that are not its own, and begins anew after being cut short', async () => {
    await demoMarks(connection).deleteMany({});
    await expect(refuseDemoData(connection, 'production')).resolves.toBeUndefined();
    await expect(seedDemo(deps)).rejects.toThrow(/not the demo's/);
    expect(await Account.countDocuments()).toBe(32);
    await demoMarks(connection).insertOne({ _id: 'demo', state: 'filling', at: now });
    await expect(refuseDemoData(connection, 'production')).rejects.toThrow(/holds the demo/);
    await Account.deleteOne({ email: 'ada@demo.example' });
    await seedDemo(deps);
    expect(await Account.countDocuments()).toBe(32);
    expect(await Enrolment.countDocuments()).toBe(30);
  }, 120_000);
});
