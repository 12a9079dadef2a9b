import { expect, it } from 'vitest';
import { advertisement, commitNamed, forge } from '../../../test/near-web.js';
import { asked, at } from '../../../test/reviewing.js';
import { minute, startApp } from '../../../test/start.js';
import { checkCommits } from './check-commits.js';

const app = await startApp();
const check = () => checkCommits(app.deps);

async function askedAt(body: string) {
  const { address, asked: requests, out } = await forge(body);
  app.deps.outbound = out;
  const { learner, review } = await asked(app, undefined, { repoUrl: address });
  const commit = async () => (await learner.ok('readReview', at(review.id))).revisions.map((each) => each.commit);
  return { requests, commit };
}

it('keeps the commit that a revision was at, asked for once whoever asks', async () => {
  const { requests, commit } = await askedAt(advertisement(`${commitNamed} HEAD\0multi_ack\n`));
  expect(await commit()).toEqual([null]);
  expect(requests).toEqual([]);
  const counts = await Promise.all([check(), check(), check()]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await commit()).toEqual([commitNamed]);
  app.advance(minute);
  expect(await check()).toBe(0);
  expect(requests).toHaveLength(1);
});

it('asks a forge that says nothing once more, a minute later, and then lets it be', async () => {
  const { requests, commit } = await askedAt('');
  expect(await check()).toBe(1);
  expect(await check()).toBe(0);
  app.advance(minute);
  expect(await check()).toBe(1);
  app.advance(minute);
  expect(await check()).toBe(0);
  expect(requests).toHaveLength(2);
  expect(await commit()).toEqual([null]);
});
