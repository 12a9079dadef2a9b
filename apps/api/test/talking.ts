import type { Consent } from '@waymark/contract';
import { Grant } from '../src/features/mentoring/grants.model.js';
import { cohort, everything, join, type Member, mentored, signUp } from './build.js';
import { coreTopics } from './reviewing.js';
import type { TestApp } from './start.js';

/** One more mentor, of a cohort of their own that the learner has joined. */
export async function comeToMentor(app: TestApp, learner: Member, name: string, consent: Partial<Consent> = {}) {
  const mentor = await signUp(app, { name });
  const { code } = await cohort(mentor, { name: `${name}’s` });
  await join(learner, code, consent);
  return mentor;
}

export async function grantOf(learner: Member, mentor: Member) {
  const grant = (await learner.ok('listGrants', { query: { limit: 100 } })).items.find(
    (each) => each.mentor.id === mentor.id,
  );
  if (!grant) throw new Error('they share nothing with this mentor');
  return grant;
}

/** A grant that stands still shows nothing, like one that has ended. */
export async function pauseGrant(learner: Member, mentor: Member): Promise<void> {
  await learner.ok('pauseGrant', { params: { id: (await grantOf(learner, mentor)).id } });
}

/** As if nobody had brought in step what follows grants. */
export async function stopGrant(learner: Member, mentor: Member): Promise<void> {
  await Grant.updateOne({ _id: (await grantOf(learner, mentor)).id }, { $set: { isLive: false } });
}

/**
 * A learner; two mentors who see everything; and all who may see nothing: one to whom only `scope` is not shown, one whose
 * grant has ended, one whose grant is paused, one of somebody else, and a member who has nothing to do with any.
 */
export async function relations(app: TestApp, scope: keyof Consent = 'progress') {
  const { mentor, learner } = await mentored(app);
  const mate = await comeToMentor(app, learner, 'Max Mate');
  const without = await comeToMentor(app, learner, 'Wil Without', { ...everything, [scope]: false });
  const ended = await comeToMentor(app, learner, 'Eva Ended');
  const paused = await comeToMentor(app, learner, 'Pat Paused');
  await learner.ok('endGrant', { params: { id: (await grantOf(learner, ended)).id } });
  await pauseGrant(learner, paused);
  const { mentor: elsewhere } = await mentored(app);
  const unrelated = await signUp(app, { name: 'Una Unrelated' });
  const [topicId, otherTopicId] = coreTopics(app);
  return { learner, mentor, mate, topicId, otherTopicId, outside: { without, ended, paused, elsewhere, unrelated } };
}
