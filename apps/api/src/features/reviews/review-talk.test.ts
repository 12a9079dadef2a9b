import { expect, it } from 'vitest';
import { signUp } from '../../../test/build.js';
import { asked, at } from '../../../test/reviewing.js';
import { backendOf, day, startApp } from '../../../test/start.js';
import { settleDue } from './keep-reviewing.js';
import { Review } from './reviews.model.js';

const app = await startApp();
const topicId = backendOf(app).topics[0]?.id ?? '';
const brief = backendOf(app).briefs[0];
if (!brief) throw new Error('the shipped roadmap has briefs');
const [requirement] = brief.requirements;

const withBrief = () => asked(app, [topicId], { briefId: brief.id });
const words = {
  decision: 'approved' as const,
  text: 'So far, so good.',
  topics: [{ roadmap: 'backend', topicId, verdict: null, text: 'Look at the tests' }],
  requirements: [],
};

it('is talked about by its learner and who is asked, in order, page by page', async () => {
  const { mentor, learner, review } = await withBrief();
  const about = { text: 'Where is this tested?', requirementId: requirement?.id ?? null };
  const first = await mentor.ok('sayInReview', { ...at(review.id), body: about });
  expect(first).toMatchObject({ ...about, revision: 1, by: { id: mentor.id } });
  await learner.ok('sayInReview', { ...at(review.id), body: { text: 'In links.test.ts.' } });
  const page = await learner.ok('listComments', { ...at(review.id), query: { limit: 1 } });
  expect(page.items).toEqual([first]);
  const next = await learner.ok('listComments', { ...at(review.id), query: { cursor: page.nextCursor ?? '' } });
  expect(next.items.map(({ text, requirementId }) => [text, requirementId])).toEqual([['In links.test.ts.', null]]);
  expect(next.nextCursor).toBeNull();
  expect((await Review.findById(review.id).lean())?.saidAt).toEqual(app.now());
});

it('takes back what one said oneself, and nothing of others', async () => {
  const { mentor, learner, review } = await withBrief();
  const { id: commentId } = await mentor.ok('sayInReview', { ...at(review.id), body: { text: 'Hm.' } });
  const asking = { params: { id: review.id, commentId } };
  expect((await learner.call('deleteComment', asking)).status).toBe(404);
  await mentor.ok('deleteComment', asking);
  expect((await mentor.ok('listComments', at(review.id))).items).toEqual([]);
});

it('refuses a requirement that its brief does not have', async () => {
  const { mentor, review } = await withBrief();
  const refused = await mentor.call('sayInReview', {
    ...at(review.id),
    body: { text: 'Hm.', requirementId: 'no-such' },
  });
  expect(refused.problem.errors?.map(({ path }) => path)).toEqual(['requirementId']);
});

it('is not idle while it is talked about', async () => {
  const { review } = await withBrief();
  await Review.updateOne({ _id: review.id }, { $set: { saidAt: new Date(app.now().getTime() + 20 * day) } });
  const stateAfter = async (days: number) => {
    await settleDue(app.deps, new Date(app.now().getTime() + days * day));
    return (await Review.findById(review.id).lean())?.state;
  };
  expect(await stateAfter(47)).toBe('requested');
  expect(await stateAfter(48)).toBe('parked');
});

it('keeps a draft for each reviewer and revision, which nobody else sees, until the verdict', async () => {
  const { mentor, learner, review } = await withBrief();
  const which = { params: { id: review.id, number: '1' } };
  expect(await mentor.ok('readReviewDraft', which)).toMatchObject({ decision: null, text: '', version: 0 });
  const kept = await mentor.ok('keepReviewDraft', { ...which, body: { ...words, base: 0 } });
  expect(kept).toEqual({ ...words, version: 1, updatedAt: app.now().toISOString() });
  expect((await learner.call('readReviewDraft', which)).problem.code).toBe('own-review');
  const late = await mentor.call('keepReviewDraft', { ...which, body: { ...words, text: 'Another', base: 0 } });
  expect([late.status, late.problem.current]).toEqual([412, kept]);
  expect((await mentor.call('readReviewDraft', { params: { id: review.id, number: '2' } })).status).toBe(404);
  await mentor.ok('claimReview', at(review.id));
  await mentor.ok('giveVerdict', { ...at(review.id), body: { decision: 'commented', text: 'Good.', topics: [] } });
  expect((await mentor.ok('readReviewDraft', which)).version).toBe(0);
});

it('keeps snippets by name, each reviewer their own', async () => {
  const [mia, max] = await Promise.all([signUp(app), signUp(app)]);
  const tests = await mia.ok('createSnippet', { body: { title: 'Tests', text: 'See it fail first.' } });
  await mia.ok('createSnippet', { body: { title: 'Errors', text: 'Say what to do.' } });
  const page = await mia.ok('listSnippets', { query: { limit: 1 } });
  const next = await mia.ok('listSnippets', { query: { cursor: page.nextCursor ?? '' } });
  expect([...page.items, ...next.items].map(({ title }) => title)).toEqual(['Errors', 'Tests']);
  expect((await max.ok('listSnippets')).items).toEqual([]);
  const body = { title: 'Tests', text: 'See each fail once.' };
  expect((await max.call('changeSnippet', { ...at(tests.id), body })).status).toBe(404);
  expect(await mia.ok('changeSnippet', { ...at(tests.id), body })).toEqual({ id: tests.id, ...body });
  await mia.ok('deleteSnippet', at(tests.id));
  expect((await mia.ok('listSnippets')).items).toHaveLength(1);
});
