import { firstPaths, type Route, splitRoute } from './first-paths.js';
import { mentoringPaths } from './mentoring-paths.js';

/**
 * Every route of the API, by name: the one table that server, web client and OpenAPI document share.
 * It holds no schema, so that the web client can load it without a schema library.
 */
export const paths = {
  ...firstPaths,

  readLiveness: 'GET /api/health/live',
  readReadiness: 'GET /api/health/ready',

  listSessions: 'GET /api/sessions',
  endSessions: 'DELETE /api/sessions',
  stepUp: 'POST /api/sessions/current/step-up',
  endSession: 'DELETE /api/sessions/:id',
  readMe: 'GET /api/me',
  changeMe: 'PATCH /api/me',
  deleteMe: 'DELETE /api/me',
  exportMe: 'GET /api/me/export',
  keepAccount: 'POST /api/accounts/keep',

  requestPasswordReset: 'POST /api/password-resets',
  resetPassword: 'POST /api/password-resets/use',
  requestVerification: 'POST /api/verifications',
  verifyEmail: 'POST /api/verifications/use',
  changePassword: 'PUT /api/me/password',
  requestEmailChange: 'POST /api/me/email',
  confirmEmailChange: 'POST /api/email-changes/use',
  undoEmailChange: 'POST /api/email-changes/undo',

  readTwoFactor: 'GET /api/me/two-factor',
  beginTwoFactor: 'POST /api/me/two-factor',
  confirmTwoFactor: 'PUT /api/me/two-factor',
  endTwoFactor: 'DELETE /api/me/two-factor',
  renewRecoveryCodes: 'POST /api/me/two-factor/recovery-codes',

  finishIdentity: 'POST /api/identities/:provider/finish',
  listIdentities: 'GET /api/me/identities',
  unlinkIdentity: 'DELETE /api/me/identities/:id',

  listAccessTokens: 'GET /api/me/tokens',
  createAccessToken: 'POST /api/me/tokens',
  endAccessToken: 'DELETE /api/me/tokens/:id',

  claimInstance: 'POST /api/instance/claim',
  readSettings: 'GET /api/instance/settings',
  changeSettings: 'PATCH /api/instance/settings',
  readHealth: 'GET /api/instance/health',
  retryJobs: 'POST /api/instance/jobs/retry',
  sendTestMail: 'POST /api/instance/test-mail',
  listAudit: 'GET /api/audit',
  exportAudit: 'GET /api/audit/export',

  listMembers: 'GET /api/members',
  readMember: 'GET /api/members/:id',
  changeMember: 'PATCH /api/members/:id',
  endMemberSessions: 'DELETE /api/members/:id/sessions',
  makeResetLink: 'POST /api/members/:id/reset-link',
  listInvitations: 'GET /api/invitations',
  createInvitation: 'POST /api/invitations',
  revokeInvitation: 'DELETE /api/invitations/:id',
  previewInvitation: 'POST /api/invitations/preview',

  listMailbox: 'GET /api/mailbox',
  readMailboxMail: 'GET /api/mailbox/:id',

  listEnrolments: 'GET /api/me/enrolments',
  readEnrolment: 'GET /api/me/enrolments/:slug',
  putEnrolment: 'PUT /api/me/enrolments/:slug',
  leaveEnrolment: 'DELETE /api/me/enrolments/:slug',
  restoreEnrolment: 'POST /api/me/enrolments/:slug/restore',
  listOffers: 'GET /api/me/enrolments/:slug/offers',
  startOver: 'POST /api/me/enrolments/:slug/start-over',
  undoStartOver: 'DELETE /api/me/enrolments/:slug/start-over',
  setTopic: 'PUT /api/me/enrolments/:slug/topics/:topicId',
  setTopics: 'PATCH /api/me/enrolments/:slug/topics',

  readCalendarFeed: 'GET /api/me/calendar-feed',
  makeCalendarFeed: 'POST /api/me/calendar-feed',
  endCalendarFeed: 'DELETE /api/me/calendar-feed',
  readCalendar: 'GET /api/calendar/:token',

  readRoom: 'GET /api/me/enrolments/:slug/topics/:topicId/room',
  changeRoom: 'PATCH /api/me/enrolments/:slug/topics/:topicId/room',
  writeNote: 'PUT /api/me/enrolments/:slug/topics/:topicId/room/note',
  listRooms: 'GET /api/me/enrolments/:slug/rooms',
  listNotes: 'GET /api/me/notes',
  reportDeadLink: 'PUT /api/me/enrolments/:slug/topics/:topicId/resources/:resourceId/report',
  withdrawDeadLink: 'DELETE /api/me/enrolments/:slug/topics/:topicId/resources/:resourceId/report',
  listDeadLinks: 'GET /api/instance/dead-links',
  dismissDeadLink: 'DELETE /api/instance/dead-links/:slug/:topicId/:resourceId',

  listTime: 'GET /api/me/time',
  addTime: 'POST /api/me/time',
  changeTime: 'PATCH /api/me/time/:id',
  deleteTime: 'DELETE /api/me/time/:id',

  listActivity: 'GET /api/me/activity',

  followChanges: 'GET /api/me/events',

  listProjects: 'GET /api/me/projects',
  createProject: 'POST /api/me/projects',
  readProject: 'GET /api/me/projects/:id',
  changeProject: 'PATCH /api/me/projects/:id',
  deleteProject: 'DELETE /api/me/projects/:id',
  addImage: 'POST /api/me/projects/:id/images',
  deleteImage: 'DELETE /api/me/projects/:id/images/:name',
  listImages: 'GET /api/projects/:id/images',
  readImage: 'GET /api/images/:pass',
  readLinks: 'GET /api/me/projects/:id/links',
  checkLinks: 'POST /api/me/projects/:id/links',

  askForReview: 'POST /api/me/projects/:id/reviews',
  listMyReviews: 'GET /api/me/reviews',
  listProjectReviews: 'GET /api/me/projects/:id/reviews',
  readRevision: 'GET /api/projects/:id/revisions/:number',
  readReview: 'GET /api/reviews/:id',
  resubmit: 'POST /api/reviews/:id/revisions',
  passBall: 'POST /api/reviews/:id/pass',
  askSomeoneElse: 'POST /api/reviews/:id/ask',
  withdrawReview: 'POST /api/reviews/:id/withdraw',
  reopenReview: 'POST /api/reviews/:id/reopen',
  thankForReview: 'POST /api/reviews/:id/thank',
  claimReview: 'POST /api/reviews/:id/claim',
  renewClaim: 'POST /api/reviews/:id/renew',
  releaseReview: 'POST /api/reviews/:id/release',
  giveVerdict: 'POST /api/reviews/:id/verdict',
  listComments: 'GET /api/reviews/:id/comments',
  sayInReview: 'POST /api/reviews/:id/comments',
  deleteComment: 'DELETE /api/reviews/:id/comments/:commentId',
  readReviewDraft: 'GET /api/reviews/:id/revisions/:number/draft',
  keepReviewDraft: 'PUT /api/reviews/:id/revisions/:number/draft',
  listReviews: 'GET /api/mentoring/reviews',
  readReviewer: 'GET /api/mentoring/reviewer',
  changeReviewer: 'PUT /api/mentoring/reviewer',
  listReviewersOfMine: 'GET /api/me/reviewers',
  listSnippets: 'GET /api/mentoring/snippets',
  createSnippet: 'POST /api/mentoring/snippets',
  changeSnippet: 'PUT /api/mentoring/snippets/:id',
  deleteSnippet: 'DELETE /api/mentoring/snippets/:id',

  listNotifications: 'GET /api/me/notifications',
  countNotifications: 'GET /api/me/notifications/count',
  readNotifications: 'POST /api/me/notifications/read',
  readNotification: 'POST /api/me/notifications/:id/read',
  seeAbout: 'POST /api/me/notifications/seen',
  readMailing: 'POST /api/mailings/read',
  stopMailing: 'POST /api/mailings/stop',
  resumeMailing: 'POST /api/mailings/resume',

  readPublicPageSettings: 'GET /api/me/public-page',
  changePublicPage: 'PUT /api/me/public-page',
  previewPublicPage: 'POST /api/me/public-page/preview',
  readProjectPageSettings: 'GET /api/me/projects/:id/page',
  changeProjectPage: 'PUT /api/me/projects/:id/page',
  readProjectPage: 'GET /api/project-pages/:key',
  listRecords: 'GET /api/me/records',
  issueRecord: 'POST /api/me/records',
  withdrawRecord: 'POST /api/me/records/:key/withdraw',
  listRecordKeys: 'GET /api/records/keys',
  readWithdrawnList: 'GET /api/records/withdrawn/:list',
  checkRecord: 'POST /api/records/check',
  readRecord: 'GET /api/records/:key',
  readBadge: 'GET /api/public-pages/:handle/badge',

  exportMarkdown: 'GET /api/me/export/markdown',
  exportActivity: 'GET /api/me/export/activity',
  exportTime: 'GET /api/me/export/time',
  previewImport: 'POST /api/me/import/preview',
  importPart: 'POST /api/me/import',

  ...mentoringPaths,
} as const;

export type EndpointName = keyof typeof paths;

export type { Method, Route } from './first-paths.js';

/** `'GET /api/x/:id'` split into its method and its path. */
export function routeOf(name: EndpointName): Route {
  return splitRoute(paths[name]);
}
