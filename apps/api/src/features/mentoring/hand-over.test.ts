import { expect, it } from 'vitest';
import { finishedProject, type Member, setTopic, signInAgain } from '../../../test/build.js';
import { approval, asked, at, coreTopics } from '../../../test/reviewing.js';
import { backendOf, day, startApp } from '../../../test/start.js';

const app = await startApp();
const [first, second, third] = coreTopics(app);
const titleOf = (id: string) => backendOf(app).topics.find((topic) => topic.id === id)?.title ?? '';

async function comeBack(member: Member) {
  member.token = (await signInAgain(member)).token;
}

/** A learner with something in each part: a topic that stands still, an open review, a verdict of the mentor's. */
async function worldOf() {
  const world = await asked(app, [first, second], { title: 'Link *shortener*' });
  const { learner, mentor, review } = world;
  await setTopic(learner, third, { state: 'learning' });
  await mentor.ok('claimReview', at(review.id));
  await mentor.ok('giveVerdict', { ...at(review.id), body: { ...approval([first]), text: '# Sound\n\nAnd tested.' } });
  const open = await finishedProject(learner, [second], { title: 'Still open' });
  await learner.ok('askForReview', { ...at(open.id), body: { question: 'Is it any good?' } });
  return world;
}

it('says where I stand, what I am on, what stands still, what waits, and what the mentor confirmed and wrote', async () => {
  const { learner, grant } = await worldOf();
  app.advance(20 * day);
  await comeBack(learner);
  const { text, headers } = await learner.call('readHandOver', at(grant.id));
  expect(headers['content-type']).toMatch(/^text\/markdown/);
  expect(headers['content-disposition']).toContain('waymark-hand-over.md');
  const { summary, plan } = await learner.ok('readEnrolment', { params: { slug: 'backend' } });
  for (const part of [
    /^# Lea Learner: where I stand on /,
    `${summary.done} of ${summary.required} done, ${summary.percent} %; ${summary.shown} shown in a project, ${summary.confirmed} confirmed`,
    `My plan: ${plan.hoursPerWeek} hours a week`,
    `## What I am on\n\n- ${titleOf(third)}, since `,
    `I have been on ${titleOf(third)} for at least 20 days.`,
    '- Still open: Is it any good? (waits for a reviewer since ',
    `## What Mia Mentor confirmed\n\n- ${titleOf(first)}, on `,
    // What the mentor wrote opens nothing in the document around it.
    '### Link \\*shortener\\*',
    'Mia Mentor approved it:\n\n> # Sound\n>\n> And tested.',
  ]) {
    if (typeof part === 'string') expect(text).toContain(part);
    else expect(text).toMatch(part);
  }
});

it('is there for a paused grant, and for thirty days after the end, for its learner alone', async () => {
  const { learner, mentor, grant } = await worldOf();
  const status = async (who = learner) => (await who.call('readHandOver', at(grant.id))).status;
  await learner.ok('pauseGrant', at(grant.id));
  expect(await status()).toBe(200);
  await learner.ok('endGrant', at(grant.id));
  expect([await status(), await status(mentor)]).toEqual([200, 404]);
  app.advance(30 * day);
  await comeBack(learner);
  expect(await status()).toBe(200);
  app.advance(1);
  expect(await status()).toBe(404);
});

it('says what is not there, and names nobody who has left', async () => {
  const { learner, mentor, grant, review } = await asked(app);
  await learner.call('withdrawReview', { ...at(review.id), headers: { 'if-match': `"${review.version}"` } });
  await mentor.ok('deleteMe');
  const { text } = await learner.call('readHandOver', at(grant.id));
  expect(text).toContain('for whoever goes on where a former member was');
  expect(text).toContain('## What I am on\n\nNothing is marked as learning.');
  expect(text).toContain('## Reviews that are open\n\nNone.');
  expect(text).not.toContain('Mia');
  await learner.ok('leaveEnrolment', { params: { slug: 'backend' } });
  expect((await learner.call('readHandOver', at(grant.id))).status).toBe(200);
});
