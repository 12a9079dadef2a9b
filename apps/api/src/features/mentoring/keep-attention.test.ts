import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { follow, mentored, setTopic, signInAgain, signUp } from '../../../test/build.js';
import { backendOf, day, startApp } from '../../../test/start.js';
import { Enrolment } from '../progress/progress.model.js';
import { Grant } from './grants.model.js';
import { keepInStep } from './keep-attention.js';

const app = await startApp();
const [first = ''] = backendOf(app).topics.map(({ id }) => id);

const round = () => keepInStep(app.deps, app.now());

it('mends once a day what no event brought in step, and leaves alone what is right', async () => {
  const { mentor, learner } = await mentored(app);
  await setTopic(learner, first, { state: 'learning' });
  await round();
  expect(await round(), 'not twice a day').toBe(0);
  app.advance(day);
  expect(await round(), 'all is right').toBe(0);
  const before = await Grant.findOne({ learnerId: learner.id }).lean();
  await Enrolment.updateOne({ learnerId: learner.id }, { $set: { attention: [] }, $unset: { concerns: 1 } });
  await Grant.updateOne({ learnerId: learner.id }, { $unset: { 'entry.presses': 1 }, $set: { 'entry.done': 99 } });
  expect(await round()).toBe(0);
  app.advance(day);
  expect(await round()).toBe(1);
  expect((await Grant.findOne({ learnerId: learner.id }).lean())?.entry).toEqual(before?.entry);
  expect((await (await signInAgain(mentor)).ok('listLearners')).items).toHaveLength(1);
});

it('has a pause that begins by itself show in the order of the roster', async () => {
  const { mentor, learner } = await mentored(app);
  await setTopic(learner, first, { state: 'learning' });
  const from = new Date(app.now().getTime() + 20 * day).toISOString().slice(0, 10);
  await follow(learner, { plan: { pauses: [{ from, to: null }] } });
  app.advance(19 * day);
  const pressing = async () => {
    const mia = await signInAgain(mentor);
    return (await mia.ok('listLearners', { query: { attention: 'any' } })).items.length;
  };
  await round();
  expect(await pressing()).toBe(1);
  app.advance(day);
  await round();
  expect(await pressing()).toBe(0);
});

it('looks at all of them, page by page, and goes on where it was ended', async () => {
  const learner = await signUp(app);
  await follow(learner);
  const [{ _id: _, ...one } = {}] = await Enrolment.find({ learnerId: learner.id }).lean();
  const others = Array.from({ length: 100 }, () => ({ ...one, learnerId: new mongoose.Types.ObjectId() }));
  await Enrolment.insertMany(others);
  app.advance(day);
  await Enrolment.updateMany({}, { $unset: { concerns: 1 }, $set: { attention: [{ reason: 'gone' }] } });
  const ended = new Error('the process ends here');
  let calls = 0;
  const cut = {
    ...app.deps,
    get roadmaps() {
      calls += 1;
      if (calls > 100) throw ended;
      return app.deps.roadmaps;
    },
  };
  await expect(keepInStep(cut, app.now())).rejects.toThrow(ended);
  expect(await round()).toBeGreaterThan(0);
  expect(await Enrolment.collection.countDocuments({ 'attention.reason': 'gone' })).toBe(0);
});
