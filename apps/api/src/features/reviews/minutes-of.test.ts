import { expect, it } from 'vitest';
import { askForReview, finishedProject, type Member, mentored, renew } from '../../../test/build.js';
import { approval, at, coreTopics, seen } from '../../../test/reviewing.js';
import { backendOf, minute, startApp } from '../../../test/start.js';

const app = await startApp();
const [first, second, third] = coreTopics(app);

const minutes = async (mentor: Member) => (await mentor.ok('listReviews')).items.map((each) => each.minutes);

it('goes by what there is to judge, and takes half for what was answered before', async () => {
  const { mentor, learner } = await mentored(app);
  const brief = backendOf(app).briefs.find(({ requirements }) => requirements.length > 0);
  const small = await finishedProject(learner, [first], { title: 'Small' });
  const large = await finishedProject(learner, [first, second, third], { title: 'Large', briefId: brief?.id ?? null });
  const review = await askForReview(learner, small.id);
  await askForReview(learner, large.id);
  const ofLarge = 10 + 3 * 3 + 2 * (brief?.requirements.length ?? 0);
  expect(await minutes(mentor)).toEqual([13, ofLarge]);
  await mentor.ok('claimReview', at(review.id));
  const body = { ...approval([]), decision: 'changes_requested' as const };
  const answered = await mentor.ok('giveVerdict', { ...at(review.id), body });
  await learner.ok('resubmit', seen(answered));
  expect((await minutes(mentor)).toSorted((one, other) => one - other)).toEqual([7, ofLarge]);
});

it('goes by how long they took, once they have answered ten', async () => {
  const { mentor, learner } = await mentored(app);
  for (let i = 0; i < 10; i += 1) {
    const mine = await finishedProject(learner, [first], { title: `Project ${i}` });
    const review = await askForReview(learner, mine.id);
    expect(await minutes(mentor)).toEqual([13]);
    await mentor.ok('claimReview', at(review.id));
    app.advance(26 * minute);
    await Promise.all([renew(mentor), renew(learner)]);
    await mentor.ok('giveVerdict', { ...at(review.id), body: approval([first]) });
  }
  const last = await finishedProject(learner, [first], { title: 'The last' });
  await askForReview(learner, last.id);
  expect(await minutes(mentor)).toEqual([26]);
});
