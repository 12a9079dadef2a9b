import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testDatabaseUri } from '../../test/name-database.js';
import { hour, minute, startApp } from '../../test/start.js';
import { askForJob, dropJob, moveJob } from './ask-for-job.js';
import { Job } from './jobs.model.js';
import { leaseMs, runDueJobs, type Works } from './run-jobs.js';

const app = await startApp();
const { connection } = app.deps;
const marks = connection.collection<{ about: string }>('marks');
const running: ChildProcess[] = [];

beforeEach(async () => {
  await Job.deleteMany({});
  await connection.createCollection('marks').catch(() => undefined);
  await marks.deleteMany({});
});
afterEach(() => {
  for (const worker of running.splice(0)) worker.kill('SIGKILL');
});

const mark = (about: string, dueAt = app.now()) => askForJob({ kind: 'mark', about, dueAt });
const run = (works: Works) => runDueJobs(app.deps, works);
const done = async () => (await marks.find().toArray()).map(({ about }) => about).toSorted();

/** Another process on the same database, at this moment of the clock. */
async function worker(mode = 'work') {
  const file = fileURLToPath(new URL('../../test/job-worker.ts', import.meta.url));
  const given = [testDatabaseUri(), String(app.now().getTime()), mode];
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', file, ...given], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const says = async () => (await lines.next()).value as string | undefined;
  expect(await says()).toBe('ready');
  return {
    says,
    begin: () => child.stdin.write('now\n'),
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

it('does each job once among four processes', async () => {
  const abouts = Array.from({ length: 60 }, (_, i) => `job-${i}`);
  for (const about of abouts) await mark(about);
  const workers = await Promise.all([worker(), worker(), worker(), worker()]);
  for (const each of workers) each.begin();
  const said = await Promise.all(workers.map(({ says }) => says()));
  expect(said.reduce((sum, text) => sum + Number(text?.slice(4)), 0)).toBe(60);
  expect(await done()).toEqual(abouts.toSorted());
  expect(await Job.countDocuments({ doneAt: app.now() })).toBe(60);
}, 60_000);

it('does what a killed process was at once its lease is over, and once', async () => {
  await mark('one');
  const killed = await worker('stuck');
  killed.begin();
  expect(await killed.says()).toBe('stuck');
  await killed.kill();
  const soon = await worker();
  soon.begin();
  expect(await soon.says()).toBe('did 0');
  expect(await done()).toEqual([]);
  app.advance(leaseMs);
  const later = await worker();
  later.begin();
  expect(await later.says()).toBe('did 1');
  expect(await done()).toEqual(['one']);
}, 60_000);

/** Something that the first who comes waits at until they are let go. */
function gate() {
  let open = () => {};
  let reach = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const pass = () => {
    reach();
    return opened;
  };
  return { pass, reached, open };
}

it('keeps nothing of who outlived its lease', async () => {
  await mark('one');
  const { pass, reached, open } = gate();
  const slow = run({
    async mark(about) {
      await Job.updateOne({ _id: 'of-the-slow' }, { $set: { kind: 'seen', about } }, { upsert: true });
      await pass();
      return null;
    },
  });
  await reached;
  app.advance(leaseMs);
  const quick: string[] = [];
  await run({
    mark: async (about) => {
      quick.push(about);
      return null;
    },
  });
  open();
  await slow;
  expect(quick).toEqual(['one']);
  expect(await Job.countDocuments({ _id: 'of-the-slow' })).toBe(0);
  expect(await Job.countDocuments({ _id: 'mark:one', doneAt: app.now() })).toBe(1);
});

it('tries again what failed, later each time, and gives up after ten tries', async () => {
  await mark('one');
  const tries: Date[] = [];
  const failing: Works = {
    async mark() {
      tries.push(app.now());
      throw new RangeError('never told');
    },
  };
  expect(await run(failing)).toBe(1);
  expect(await run(failing)).toBe(0);
  expect(await Job.findById('mark:one').lean()).toMatchObject({ attempts: 1, lastFailure: 'RangeError' });
  app.advance(minute);
  expect(await run(failing)).toBe(1);
  app.advance(minute);
  expect(await run(failing)).toBe(0);
  for (let i = 0; i < 12; i += 1) {
    app.advance(hour);
    await run(failing);
  }
  expect(tries).toHaveLength(10);
  expect(await Job.findById('mark:one').lean()).toMatchObject({
    failedAt: expect.any(Date),
    lastFailure: 'RangeError',
  });
  expect(app.logged()).not.toContain('never told');
  // Asked for anew, it is tried anew.
  await mark('one');
  expect(await run({ mark: async () => null })).toBe(1);
});

it('gives up nothing that was asked for anew during its last try', async () => {
  await mark('one');
  let tries = 0;
  const failing: Works = {
    async mark() {
      tries += 1;
      throw new RangeError();
    },
  };
  for (let i = 0; i < 9; i += 1) {
    await run(failing);
    app.advance(hour);
  }
  const failingLast: Works = {
    async mark() {
      tries += 1;
      // Beside the transaction of the try, as somebody else does it.
      await connection.collection<{ _id: string }>('jobs').updateOne({ _id: 'mark:one' }, { $inc: { asked: 1 } });
      throw new RangeError();
    },
  };
  await run(failingLast);
  expect(tries).toBe(10);
  expect(await Job.findById('mark:one').lean()).not.toHaveProperty('failedAt');
  app.advance(hour);
  expect(await run({ mark: async () => null })).toBe(1);
});

it('is due when it was first asked for, unless it was moved or dropped, and again when the work says so', async () => {
  const seen: string[] = [];
  const works: Works = {
    async mark(about, now) {
      seen.push(about);
      return seen.length === 1 ? new Date(now.getTime() + hour) : null;
    },
    other: async () => null,
  };
  await mark('one', new Date(app.now().getTime() + hour));
  await mark('one', new Date(app.now().getTime() + 2 * hour));
  await mark('dropped');
  await dropJob('mark', 'dropped');
  expect(await run(works)).toBe(0);
  app.advance(hour);
  expect([await run(works), await run(works)]).toEqual([1, 0]);
  await moveJob({ kind: 'mark', about: 'one', dueAt: new Date(app.now().getTime() + 3 * hour) });
  app.advance(hour);
  expect(await run(works)).toBe(0);
  app.advance(2 * hour);
  expect(await run(works)).toBe(1);
  expect(seen).toEqual(['one', 'one']);
  // What nobody here knows to do is left to those who do.
  await askForJob({ kind: 'unknown', about: 'x', dueAt: app.now() });
  expect(await run(works)).toBe(0);
});

it('sees what was asked for while it was done, or is done again', async () => {
  let known = 0;
  let seen = -1;
  await mark('one');
  const { pass, reached, open } = gate();
  const works: Works = {
    async mark() {
      await Job.exists({ _id: 'mark:one' });
      seen = known;
      await pass();
      return null;
    },
  };
  const first = run(works);
  await reached;
  known = 1;
  await mark('one');
  open();
  await first;
  await run(works);
  expect(seen).toBe(1);
});
