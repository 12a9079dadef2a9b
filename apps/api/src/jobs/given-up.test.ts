import mongoose from 'mongoose';
import { beforeEach, expect, it } from 'vitest';
import { makeOwner, signInAgain, signUp } from '../../test/build.js';
import { day, hour, startApp } from '../../test/start.js';
import { Audit } from '../features/instance/audit.model.js';
import { askForJob } from './ask-for-job.js';
import { Job } from './jobs.model.js';
import { runDueJobs, type Works } from './run-jobs.js';

const app = await startApp();
const owner = await makeOwner(await signUp(app, { name: 'Oda Owner' }));

beforeEach(async () => {
  await Job.deleteMany({});
});

/** A job that fails as often as it takes. */
async function givenUp(kind: string, about: string, failure: Error) {
  await askForJob({ kind, about, dueAt: app.now() });
  const work = () => runDueJobs(app.deps, { [kind]: () => Promise.reject(failure) });
  while (await Job.exists({ _id: `${kind}:${about}`, dueAt: mongoose.trusted({ $exists: true }) })) {
    await work();
    app.advance(hour);
  }
}

it('says what was given up, since when and why in a word, and tries it again', async () => {
  expect((await owner.ok('readHealth')).jobs).toEqual({ waiting: 0, givenUp: [] });
  await givenUp('letter', 'a', new RangeError('to ada@example.org'));
  const since = (await Job.findById('letter:a').lean())?.failedAt?.toISOString();
  await givenUp('letter', 'b', new TypeError('of Ada'));
  await givenUp('nudge', 'c', new RangeError('of Ada'));
  const oda = await signInAgain(owner);
  const { jobs } = await oda.ok('readHealth');
  expect(jobs).toEqual({
    waiting: 0,
    givenUp: [
      { kind: 'letter', count: 2, since, lastFailure: 'TypeError' },
      { kind: 'nudge', count: 1, since: expect.any(String), lastFailure: 'RangeError' },
    ],
  });
  expect(await oda.ok('retryJobs', { body: { kind: 'letter' } })).toEqual({ count: 2 });
  expect((await oda.ok('readHealth')).jobs).toMatchObject({ waiting: 2, givenUp: [{ kind: 'nudge' }] });
  const done: string[] = [];
  const works: Works = {
    letter: async (about) => {
      done.push(about);
      return null;
    },
  };
  expect(await runDueJobs(app.deps, works)).toBe(2);
  expect(done.toSorted()).toEqual(['a', 'b']);
  expect((await oda.ok('readHealth')).jobs).toMatchObject({ waiting: 0, givenUp: [{ kind: 'nudge' }] });
  const [line] = (await oda.ok('listAudit', { query: { event: 'jobs-retried' } })).items;
  expect(line).toMatchObject({ actor: { id: owner.id }, detail: { kind: 'letter', count: '2' } });
});

it('tries nothing that waits or is done, and notes nothing where there was nothing to try', async () => {
  await Audit.collection.deleteMany({ event: 'jobs-retried' });
  const later = new Date(app.now().getTime() + day);
  await askForJob({ kind: 'letter', about: 'later', dueAt: later });
  await askForJob({ kind: 'letter', about: 'done', dueAt: app.now() });
  await runDueJobs(app.deps, { letter: async () => null });
  const oda = await signInAgain(owner);
  expect(await oda.ok('retryJobs', { body: { kind: 'letter' } })).toEqual({ count: 0 });
  expect((await oda.ok('readHealth')).jobs.waiting, 'not due before tomorrow').toBe(0);
  expect((await Job.findById('letter:later').lean())?.dueAt).toEqual(later);
  expect((await Job.findById('letter:done').lean())?.dueAt).toBeUndefined();
  expect(await Audit.countDocuments({ event: 'jobs-retried' })).toBe(0);
});
