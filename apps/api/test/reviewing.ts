import { askForReview, finishedProject, type Member, mentored, setTopic } from './build.js';
import { backendOf, type TestApp } from './start.js';

/** Three core topics of the shipped roadmap. */
export function coreTopics(app: TestApp): [string, string, string] {
  const core = backendOf(app).topics.filter(({ requirement }) => requirement === 'core');
  const [first, second, third] = core.map(({ id }) => id);
  if (!first || !second || !third) throw new Error('the shipped roadmap has core topics');
  return [first, second, third];
}

/** The review that a call is about. */
export const at = (id: string) => ({ params: { id } });

/** The same, on the version that was seen. */
export const seen = ({ id, version }: { id: string; version: number }) => ({
  params: { id },
  headers: { 'if-match': `"${version}"` },
});

type Level = 'met' | 'partly' | 'not_met';

export const approval = (topicIds: readonly string[], verdict: Level = 'met') => ({
  decision: 'approved' as const,
  text: 'The redirect is right, and tested.',
  topics: topicIds.map((topicId) => ({ roadmap: 'backend', topicId, verdict, text: 'It holds.' })),
});

/** A learner with two topics done and shown by a project, and the mentor whom they asked to review it. */
export async function asked(app: TestApp, topicIds?: readonly string[], project: object = {}) {
  const { mentor, learner, cohort, grant } = await mentored(app);
  const [first, second] = coreTopics(app);
  for (const topicId of [first, second]) await setTopic(learner, topicId, { state: 'done' });
  const mine = await finishedProject(learner, topicIds ?? [first, second], project);
  const review = await askForReview(learner, mine.id);
  return { mentor, learner, cohort, grant, mine, review };
}

export const queueOf = async (member: Member) => (await member.ok('listReviews')).items.map(({ id }) => id);
