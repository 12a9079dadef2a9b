import { randomUUID } from 'node:crypto';
import { summarise } from '@waymark/contract';
import fc from 'fast-check';
import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import type { Operation } from '../../web/src/api/outbox.js';
import { Activity } from '../src/features/activity/activity.model.js';
import { wayOf } from '../src/features/progress/way-of.js';
import { Project } from '../src/features/projects/projects.model.js';
import { Operation as OperationRecord } from '../src/http/once.js';
import { follow, renew, signUp } from './build.js';
import { howOften, timeFor } from './how-often.js';
import { type Device, open, reload, sync } from './offline-device.js';
import { beginOracle, type Learner, type Oracle, recordOf } from './offline-oracle.js';
import { inputs, type Step, skews, steps } from './offline-steps.js';
import { backendOf, minute, startApp, type TestApp } from './start.js';

/** So many members at once, each with an app and a clock of their own. */
const apps = [await startApp(), await startApp(), await startApp(), await startApp()];

async function play(learner: Learner, sequence: readonly Step[], [first, second]: number[]): Promise<void> {
  const { app, roadmap, member } = learner;
  if (app.now().getTime() - learner.renewedAt > 5 * minute) {
    await renew(member);
    learner.renewedAt = app.now().getTime();
  }
  const oracle = await beginOracle(learner);
  const devices = [open(learner, oracle, new Map(), first ?? 0), open(learner, oracle, new Map(), second ?? 0)];
  const on = (place: number) => devices[place] as Device;
  for (const step of sequence) {
    app.advance(1);
    if (step.do === 'wait') app.advance(step.ms);
    if (step.do === 'act') {
      const here = on(step.device);
      const at = new Date(app.now().getTime() + here.skew).toISOString();
      // Each kind of act goes to its own maker: the table says so, its type cannot.
      const operation = { id: randomUUID(), at, ...inputs[step.act.kind](step.act as never, roadmap, at) };
      here.made.push({ ...operation, account: member.id });
      await here.outbox.add(operation).kept;
    }
    if (step.do === 'sync') devices[step.device] = await sync(learner, oracle, on(step.device), step.fates);
    if (step.do === 'reload') devices[step.device] = await reload(learner, oracle, on(step.device));
  }
  for (const place of [0, 1])
    devices[place] = await sync(learner, oracle, await reload(learner, oracle, on(place)), []);
  await expectEqual(learner, oracle, devices);
}

async function expectEqual(learner: Learner, oracle: Oracle, devices: readonly Device[]): Promise<void> {
  const { member, roadmap } = learner;
  const isRefused = ({ input }: Operation) =>
    (input as { params?: { topicId?: string } }).params?.topicId === 'never-was';
  for (const { outbox, made, disk } of devices) {
    expect(outbox.waiting(), 'nothing waits for ever').toEqual([]);
    const refused = made.filter(isRefused).map(({ id }) => id);
    expect(
      outbox.unmerged().map(({ id }) => id),
      'what was refused is kept',
    ).toEqual(refused);
    expect([...disk.keys()]).toEqual(refused);
    for (const lane of new Set(made.map((each) => each.lane))) {
      const isTaken = (each: Operation) => each.lane === lane && !isRefused(each);
      const order = [...oracle.done.values()].filter((each) => isTaken(each) && made.some(({ id }) => id === each.id));
      expect(
        order.map(({ id }) => id),
        'each once, in the order in which they were made',
      ).toEqual(made.filter(isTaken).map(({ id }) => id));
    }
  }
  const record = await recordOf(learner);
  const read = await member.ok('readEnrolment', { params: { slug: roadmap.slug } });
  for (const [id, { state, known }] of oracle.topics)
    expect([id, read.topics[id]]).toMatchObject([id, { state, known }]);
  expect(read.choices).toEqual(oracle.choices);
  expect(record.summary, 'the figures are those of the whole').toEqual(summarise(roadmap, wayOf(roadmap, record)));
  expect(await Activity.countDocuments({ learnerId: member.id, kind: 'topic' }), 'no act is counted twice').toBe(
    oracle.acts,
  );
  expect(await Project.countDocuments({ learnerId: member.id })).toBe(oracle.projects);
  const keys = [...oracle.done.keys()].map((id) => `${member.id}:${id}`);
  expect(await OperationRecord.countDocuments({ _id: mongoose.trusted({ $in: keys }) })).toBe(keys.length);
}

it(
  'whatever two devices do and however they lose the connection, both end as the server has it, and each act is done once',
  async () => {
    const run = async (app: TestApp, place: number) => {
      const member = await signUp(app);
      await follow(member);
      const learner = { app, member, roadmap: backendOf(app), renewedAt: app.now().getTime(), turn: Promise.resolve() };
      const numRuns = Math.ceil(howOften.numRuns / apps.length);
      const seed = howOften.seed + place;
      await fc.assert(
        fc.asyncProperty(steps, skews, (sequence, skew) => play(learner, sequence, skew)),
        { ...howOften, numRuns, seed },
      );
    };
    await Promise.all(apps.map(run));
    console.log(`${howOften.numRuns} sequences, seeds ${howOften.seed} to ${howOften.seed + apps.length - 1}`);
  },
  timeFor,
);
