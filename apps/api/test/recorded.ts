import { clientOf } from './client.js';
import { approval, asked, at, coreTopics } from './reviewing.js';
import type { TestApp } from './start.js';

/** A learner with one topic confirmed, by a mentor who is named or not, and the record of it. */
export async function recorded(app: TestApp, isNamed: boolean) {
  const [first, second] = coreTopics(app);
  const world = await asked(app);
  const { mentor, learner, review } = world;
  await mentor.ok('changeReviewer', { body: { promiseDays: null, inPool: false, isNamed } });
  await mentor.ok('claimReview', at(review.id));
  const words = { ...approval([first]), topics: [...approval([first]).topics, ...approval([second], 'partly').topics] };
  await mentor.ok('giveVerdict', { ...at(review.id), body: words });
  const card = await learner.ok('issueRecord', { body: { roadmap: 'backend' } });
  const { signed } = await clientOf(app).ok('readRecord', { params: { key: card.key } });
  return { ...world, card, signed };
}
