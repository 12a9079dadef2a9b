import type { EndpointName } from '@waymark/contract';
import type { Asking } from '../client.js';
import type { Permissions } from './build-permissions.js';
import type { Kind, Viewer } from './relations.js';

/** What can be done to something of a learner’s, and which kind of theirs one has to see for it; `none`: their own alone. */
export interface Act {
  needs: readonly Kind[] | 'none';
  asking: (world: Permissions, viewer: Viewer) => Asking;
}

const of = (filled: (world: Permissions['filled']) => Record<string, string>, more: Asking = {}) => ({
  asking: (world: Permissions): Asking => ({ params: filled(world.filled), ...more }),
});
const first = { 'if-match': '"1"' };
const onTopic = (params: (world: Permissions) => object = () => ({}), more: Asking = {}) => ({
  asking: (world: Permissions): Asking => ({
    ...more,
    params: { id: world.learner.id, slug: 'backend', topicId: world.filled.first, ...params(world) },
  }),
});
const onWay = (params: (world: Permissions) => object = () => ({})) => ({
  asking: (world: Permissions): Asking => ({ params: { id: world.learner.id, slug: 'backend', ...params(world) } }),
});
const review = (more: Asking = {}) => of(({ reviewId: id }) => ({ id }), more);
const project = (more: Asking = {}) => of(({ projectId: id }) => ({ id }), { headers: first, ...more });
const grant = (more: Asking = {}) => ({
  asking: ({ grantId: id }: Permissions): Asking => ({ params: { id }, ...more }),
});
const onSheet = (more: Asking = {}) => ({
  asking: ({ sheets }: Permissions, viewer: Viewer): Asking => {
    const { id = '', actionId = '' } = sheets.get(viewer) ?? sheets.get('own.all') ?? {};
    return { params: { id, actionId }, ...more };
  },
});
const verdict = { decision: 'approved', text: 'Good', topics: [] };
const draft = { decision: null, text: '', topics: [], requirements: [], base: 0 };

const projects = ['projects'] as const;
const progress = ['progress'] as const;

/** In this order: what is taken on before it is given back. Whoever may is answered, if only that it is too late. */
export const acts: Partial<Record<EndpointName, Act>> = {
  quietAttention: {
    needs: progress,
    asking: ({ learner: { id }, helpKey }) => ({
      params: { id },
      body: { roadmap: 'backend', key: helpKey, as: 'open' },
    }),
  },
  sayOnTopic: { needs: progress, ...onTopic(undefined, { body: { text: 'A word' } }) },
  seeTalk: { needs: progress, ...onTopic() },
  suggest: { needs: progress, ...onTopic(undefined, { body: { kind: 'next' } }) },
  deleteTopicComment: { needs: 'none', ...onTopic(({ filled }) => ({ commentId: filled.commentId })) },
  restoreTopicComment: { needs: 'none', ...onTopic(({ filled }) => ({ commentId: filled.commentId })) },
  withdrawSuggestion: { needs: 'none', ...onWay(({ filled }) => ({ suggestionId: filled.commentId })) },
  beginMeeting: {
    needs: progress,
    asking: ({ learner: { id } }) => ({ body: { as: 'mentor', with: id, roadmap: 'backend' } }),
  },
  writeAgenda: { needs: progress, ...onSheet({ body: { base: 99, lines: [], removed: [] } }) },
  writeMeetingNotes: { needs: progress, ...onSheet({ body: { base: 99, text: 'Notes' } }) },
  writeActions: { needs: progress, ...onSheet({ body: { base: 99, actions: [] } }) },
  tickAction: { needs: progress, ...onSheet({ body: { isDone: true } }) },
  closeMeeting: { needs: progress, ...onSheet() },
  claimReview: { needs: projects, ...review() },
  renewClaim: { needs: projects, ...review() },
  sayInReview: { needs: projects, ...review({ body: { text: 'A word' } }) },
  deleteComment: { needs: 'none', ...of(({ reviewId: id, saidId: commentId }) => ({ id, commentId })) },
  keepReviewDraft: {
    needs: projects,
    ...of(({ reviewId: id }) => ({ id, number: '1' }), { body: draft }),
  },
  giveVerdict: { needs: projects, ...review({ body: verdict }) },
  releaseReview: { needs: projects, ...review() },
  resubmit: { needs: projects, ...review({ headers: first }) },
  passBall: { needs: projects, ...review({ headers: first }) },
  askSomeoneElse: { needs: projects, ...review({ headers: first, body: { audience: { kind: 'mentors' } } }) },
  withdrawReview: { needs: projects, ...review({ headers: first }) },
  reopenReview: { needs: projects, ...review({ headers: first }) },
  thankForReview: { needs: projects, ...review({ headers: first }) },
  closeHelp: { needs: progress, ...of(({ helpId: id }) => ({ id }), { body: {} }) },
  reopenHelp: { needs: 'none', ...of(({ helpId: id }) => ({ id })) },
  askForReview: { needs: 'none', ...project({ body: { question: 'Is it sound?' } }) },
  changeProject: { needs: 'none', ...project({ body: { title: 'Changed' } }) },
  deleteProject: { needs: 'none', ...project() },
  changeProjectPage: { needs: 'none', ...project({ body: { isNamed: true }, headers: {} }) },
  checkLinks: { needs: 'none', ...project({ headers: {} }) },
  deleteImage: { needs: 'none', ...of(({ projectId: id, imageName: name }) => ({ id, name })) },
  changeTime: { needs: 'none', ...of(({ timeId: id }) => ({ id }), { body: { minutes: 30 } }) },
  deleteTime: { needs: 'none', ...of(({ timeId: id }) => ({ id })) },
  answerSuggestion: {
    needs: 'none',
    ...of(({ suggestionId: id }) => ({ id }), { body: { answer: 'put-away' } }),
  },
  changeGrant: {
    needs: 'none',
    ...grant({ body: { consent: { progress: true, activity: true, notes: true, projects: true } } }),
  },
  pauseGrant: { needs: 'none', ...grant() },
  resumeGrant: { needs: 'none', ...grant() },
  endGrant: { needs: 'none', ...grant() },
  withdrawAsk: { needs: 'none', asking: ({ askId: id }) => ({ params: { id } }) },
};

/**
 * Writes that are about nothing of a learner's: of oneself, of a cohort or an invitation. Those under `/api/me` are not
 * listed: the viewer is part of their query, and `access.test.ts` has them.
 */
export const ownActs: readonly EndpointName[] = [
  ...(['signUp', 'signIn', 'refreshSession', 'signOut', 'stepUp', 'endSession', 'endSessions', 'keepAccount'] as const),
  ...(['requestPasswordReset', 'resetPassword', 'requestVerification', 'verifyEmail'] as const),
  ...(['confirmEmailChange', 'undoEmailChange', 'startIdentity', 'finishIdentity', 'claimInstance'] as const),
  ...(['changeSettings', 'retryJobs', 'sendTestMail', 'changeMember', 'endMemberSessions', 'makeResetLink'] as const),
  ...(['createInvitation', 'revokeInvitation', 'previewInvitation', 'dismissDeadLink'] as const),
  ...(['changeReviewer', 'createSnippet', 'changeSnippet', 'deleteSnippet'] as const),
  ...(['readMailing', 'stopMailing', 'resumeMailing', 'checkRecord'] as const),
  ...(['createCohort', 'joinCohort', 'previewCohort', 'changeCohort', 'leaveCohort', 'changeListing'] as const),
  ...(['renewCohortCode', 'revokeCohortCode', 'previewRoster', 'inviteRoster'] as const),
  ...(['offerCohort', 'withdrawCohortOffer', 'acceptCohortOffer', 'declineCohortOffer', 'removeCohortMentor'] as const),
  ...(['letMentorSee', 'declineMentor'] as const),
  ...(['inviteLearner', 'resendMentorInvitation', 'revokeMentorInvitation', 'openMentorLink'] as const),
  ...(['declineMentorLink', 'acceptMentorInvitation', 'declineMentorInvitation'] as const),
  ...(['previewCode', 'acceptCode', 'createMentorCode', 'revokeMentorCode'] as const),
  ...(['askToMentor', 'acceptAsk', 'declineAsk'] as const),
];
