import { deliverInvitations } from '../src/features/mentor-invitations/deliver.js';
import { Enrolment } from '../src/features/progress/progress.model.js';
import { SignedRecord } from '../src/features/records/records.model.js';
import {
  askForReview,
  cohort,
  confirm,
  everything,
  finishedProject,
  follow,
  join,
  logTime,
  type Member,
  makeOwner,
  mentored,
  mentorToo,
  setTopic,
  signUp,
  writeNote,
} from './build.js';
import { type Client, clientOf } from './client.js';
import { addImage, tinyPng } from './pictures.js';
import { backendOf, type TestApp } from './start.js';

/** Who calls. All but the stranger are members; what is asked for belongs to the learner, or to their mentor. */
export const viewers = ['stranger', 'learner', 'other', 'mentor', 'former', 'elsewhere', 'owner'] as const;
export type ViewerName = (typeof viewers)[number];

export interface World extends Record<Exclude<ViewerName, 'stranger'>, Member> {
  stranger: Client;
  topicId: string;
  projectId: string;
  /** A project that mentors see and nobody was asked about; one that they were asked to review; and that review. */
  unaskedId: string;
  reviewedId: string;
  reviewId: string;
  /** What the mentor was told of it. */
  notificationId: string;
  /** An image of the project under review, which its write-up does not show, and the end of the learner's address of it. */
  imageName: string;
  imagePass: string;
  /** Of the mentor. */
  snippetId: string;
  /** What the mentor said and suggested on the topic. */
  commentId: string;
  suggestionId: string;
  /** What the learner asked for help with, and has closed. */
  closedHelpId: string;
  /** Of the learner. */
  recordKey: string;
  /** Of the topic; the learner says that its link is dead. */
  resourceId: string;
  /** What the learner logged on the topic. */
  timeId: string;
  /** Of the mentor; the learner is in it. */
  cohortId: string;
  code: string;
  cohortVersion: number;
  /** A mentor who came to it after the learner; and an offer to mentor it, to the other learner. */
  laterId: string;
  offerId: string;
  /** What the learner gave to the mentor. */
  grantId: string;
  /** Of the mentor: one to the other learner's address, and a code; and what the learner asks the mentor. */
  invitationId: string;
  mentorCodeId: string;
  askId: string;
  /** Another session of the learner's. */
  sessionId: string;
  /** Words that nobody but those who may can be shown. */
  secrets: readonly string[];
}

/** The mentor invites the other learner and has a code; the learner asks the mentor. */
async function findTogether(app: TestApp, { mentor, learner, other }: Pick<World, 'mentor' | 'learner' | 'other'>) {
  await confirm(other);
  const body = { email: other.email, cohortId: null, roadmap: 'backend' };
  const invitation = await mentor.ok('inviteLearner', { body });
  const code = await mentor.ok('createMentorCode', { body: { roadmap: 'backend', uses: 5, expiresInDays: 7 } });
  const sentence = 'A sentence that is private';
  const asking = { to: `@${mentor.account.handle}`, roadmap: 'backend', sentence, consent: everything };
  const ask = await learner.ok('askToMentor', { body: asking });
  await deliverInvitations(app.deps, app.now());
  return { invitationId: invitation.id, mentorCodeId: code.id, askId: ask.id };
}

/** As if it had been signed here: nothing of it is looked at. */
const aRecord = { roadmap: 'backend', withdrawnAt: null, signed: 'a.b.c', facts: { roadmap: 'Backend', topics: [] } };

/**
 * A learner with everything that a learner can have, the mentor whom they let in, another learner of the same

 * cohort, a mentor whose grant the learner ended, a mentor of a cohort that the learner is not in, and the owner.
 */
export async function buildWorld(app: TestApp): Promise<World> {
  const { mentor, learner, cohort: made, grant } = await mentored(app);
  const [other, former, elsewhere, owner] = await Promise.all([
    signUp(app, { name: 'Olu Other' }),
    signUp(app, { name: 'Fay Former' }),
    signUp(app, { name: 'Eli Elsewhere' }),
    signUp(app, { name: 'Oda Owner' }).then(makeOwner),
  ]);
  const theirs = await cohort(elsewhere, { name: 'Another cohort' });
  await join(other, theirs.code);
  const ended = await cohort(former, { name: 'A cohort of before' });
  await join(learner, ended.code);
  const endedGrant = (await learner.ok('listGrants')).items.find(({ mentor: { id } }) => id === former.id);
  await learner.ok('endGrant', { params: { id: endedGrant?.id ?? '' } });

  const later = await signUp(app, { name: 'Lou Later' });
  await mentorToo(mentor, made.id, later);
  await mentor.ok('offerCohort', { params: { id: made.id }, body: { handle: other.account.handle } });
  const [offer] = (await other.ok('listMyCohortOffers')).items;
  const { version: cohortVersion } = await mentor.ok('readCohort', { params: { id: made.id } });

  const topicId = backendOf(app).topics[0]?.id ?? '';
  await follow(learner);
  await setTopic(learner, topicId, { state: 'done' });
  const mine = await finishedProject(learner, [topicId], { title: 'A title that is private', visibility: 'private' });
  const resourceId = backendOf(app).topics[0]?.resources[0]?.id ?? '';
  const { id: timeId } = await logTime(learner, topicId, { minutes: 50, words: 'Words that are private' });
  await writeNote(learner, backendOf(app).topics[1]?.id ?? '', 'A note that is private', 0);
  await learner.ok('reportDeadLink', { params: { slug: 'backend', topicId, resourceId } });
  const unasked = await finishedProject(learner, [topicId], { title: 'Nobody was asked' });
  const reviewed = await finishedProject(learner, [topicId], { title: 'A project under review' });
  const image = await addImage(learner, reviewed.id, tinyPng);
  const review = await askForReview(learner, reviewed.id, { question: 'A question that is private' });
  const [told] = (await mentor.ok('listNotifications')).items;
  const snippet = await mentor.ok('createSnippet', { body: { title: 'Tests', text: 'A snippet that is private' } });
  const found = await findTogether(app, { mentor, learner, other });
  const recordKey = `record-of-${learner.id}`;
  await SignedRecord.create([{ ...aRecord, _id: recordKey, learnerId: learner.id, issuedAt: app.now() }]);
  const topic = { kind: 'topic' as const, roadmap: 'backend', topicId: backendOf(app).topics[2]?.id ?? '' };
  const help = await learner.ok('askForHelp', { body: { about: topic, sentence: 'A sentence that is private' } });
  await learner.ok('closeHelp', { params: { id: help.id }, body: {} });
  const onTopic = { params: { id: learner.id, slug: 'backend', topicId } };
  const comment = await mentor.ok('sayOnTopic', { ...onTopic, body: { text: 'A word that is private' } });
  const suggestion = await mentor.ok('suggest', {
    ...onTopic,
    body: { kind: 'words', words: 'A hint that is private' },
  });
  const attention = [{ reason: 'stuck', since: '2000-01-01', topicId: 'http' }];
  await Enrolment.updateOne({ learnerId: learner.id }, { $set: { attention } });
  const second = await clientOf(app).ok('signIn', { body: { email: learner.email, password: learner.password } });
  const session = (await clientOf(app, second.accessToken).ok('listSessions')).items.find(({ current }) => current);
  return {
    stranger: clientOf(app),
    learner,
    other,
    mentor,
    former,
    elsewhere,
    owner,
    topicId,
    projectId: mine.id,
    unaskedId: unasked.id,
    reviewedId: reviewed.id,
    reviewId: review.id,
    notificationId: told?.id ?? '',
    imageName: image.name,
    imagePass: image.address.split('/').at(-1) ?? '',
    snippetId: snippet.id,
    commentId: comment.id,
    suggestionId: suggestion.id,
    closedHelpId: help.id,
    recordKey,
    ...found,
    resourceId,
    timeId,
    cohortId: made.id,
    code: made.code,
    cohortVersion,
    laterId: later.id,
    offerId: offer?.id ?? '',
    grantId: grant.id,
    sessionId: session?.id ?? '',
    secrets: [
      learner.email,
      mine.id,
      'A title that is private',
      'A note that is private',
      'Words that are private',
      session?.id ?? '',
    ],
  };
}
