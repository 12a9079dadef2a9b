import {
  askForReview,
  changeRoom,
  finishedProject,
  follow,
  logTime,
  type Member,
  project,
  setTopic,
  writeNote,
} from '../build.js';
import type { Asking } from '../client.js';
import { addImage, tinyPng } from '../pictures.js';
import { at, coreTopics } from '../reviewing.js';
import { backendOf, type TestApp } from '../start.js';
import { words } from './markers.js';

export type Filled = Awaited<ReturnType<typeof fillWay>>;

const shown = `${words.project}/shortener`;

/** What a learner makes that mentors of some kind may see: on their way, in its rooms, and as projects. */
export async function fillWay(app: TestApp, learner: Member, suggesting: Member, cohortId: string | null) {
  const [first, second, third] = coreTopics(app);
  // What is made in the moment of letting in is no change since then.
  app.advance(1);
  await follow(learner, { plan: { hoursPerWeek: 5, targetDate: words.target } });
  for (const topicId of [first, second, third]) await setTopic(learner, topicId, { state: 'done' });
  const way = { id: learner.id, slug: 'backend', topicId: first };
  const comment = await learner.ok('sayOnTopic', { params: way, body: { text: words.comment } });
  const suggestion = await suggesting.ok('suggest', { params: way, body: { kind: 'words', words: words.suggestion } });
  const help = await learner.ok('askForHelp', {
    body: { about: { kind: 'topic', roadmap: 'backend', topicId: second }, sentence: words.topicHelp },
  });
  const { id: timeId } = await logTime(learner, first, { minutes: 613, words: words.secret });
  await writeNote(learner, first, words.note, 0);
  await changeRoom(learner, first, { shared: true, leftOff: words.secret });
  await writeNote(learner, second, words.secret, 0);
  const hidden = await project(learner, { title: words.secret, visibility: 'private' });
  const made = await finishedProject(learner, [first], {
    title: words.project,
    repoUrl: `https://example.org/${shown}`,
  });
  const image = await addImage(learner, made.id, tinyPng);
  const asking: Asking = { params: { id: made.id }, headers: { 'if-match': '"1"' } };
  const { body } = await learner.call('changeProject', {
    ...asking,
    body: { writeUp: `![${words.project}](image:${image.name})` },
  });
  const review = await askForReview(learner, body.id, { question: words.question });
  const said = await learner.ok('sayInReview', { ...at(review.id), body: { text: words.said } });
  const projectHelp = await learner.ok('askForHelp', {
    body: { about: { kind: 'project', projectId: made.id }, sentence: words.projectHelp },
  });
  // What is asked of the mentors of a cohort by name is no other thing than what all are asked.
  const ofCohort = cohortId && (await finishedProject(learner, [second], { title: `${words.project} of the cohort` }));
  const cohortReview =
    ofCohort &&
    (await learner.ok('askForReview', {
      ...at(ofCohort.id),
      body: { question: words.question, audience: { kind: 'cohort', cohortId } },
    }));
  return {
    ...{ first, second, topicId: first, timeId, imageName: image.name },
    ...{ commentId: comment.id, suggestionId: suggestion.id, helpId: help.id, projectHelpId: projectHelp.id },
    ...{ projectId: made.id, privateId: hidden.id, reviewId: review.id, saidId: said.id },
    ...{ cohortProjectId: ofCohort ? ofCohort.id : null, cohortReviewId: cohortReview ? cohortReview.id : null },
    resourceId: backendOf(app).topics.find(({ id }) => id === first)?.resources[0]?.id ?? '',
  };
}
