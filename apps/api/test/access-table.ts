import type { EndpointName } from '@waymark/contract';
import { cohortRows } from './access-cohorts.js';
import { imageRows } from './access-images.js';
import { invitationRows } from './access-invitations.js';
import { reviewRows } from './access-reviews.js';
import { firstVersion, noSuchLink, only, open, own, owners, type Row, row } from './access-rows.js';
import { sharingRows } from './access-sharing.js';
import { talkRows } from './access-talk.js';
import type { World } from './access-world.js';
import { everything, goodPassword, newEmail } from './build.js';

const backend = () => ({ params: { slug: 'backend' } });
const room = ({ topicId }: World) => ({ params: { slug: 'backend', topicId } });
const resource = ({ topicId, resourceId }: World) => ({ params: { slug: 'backend', topicId, resourceId } });
/** Who follows the roadmap: the learner, and who joined a cohort. */
const followers = ['learner', 'other'] as const;
/** A part of a file with something in it that cannot be taken: whoever sends it, nothing is changed. */
const anImport = () => ({ body: { formatVersion: 2, part: 'projects', items: [{}], keep: {} } });

const noSections = { roadmaps: [], proof: false, calendar: false, projects: [] };

/** What each viewer may do, for every endpoint: a new endpoint without a row does not compile, and fails the test. */
export const table: Record<EndpointName, Row> = {
  ...reviewRows,
  ...imageRows,
  ...cohortRows,
  ...sharingRows,
  ...invitationRows,
  ...talkRows,
  readLiveness: open(200),
  readReadiness: open(200),

  signUp: open(201, { asking: () => ({ body: { name: 'New One', email: newEmail(), password: goodPassword } }) }),
  signIn: open(201, { asking: (world) => ({ body: { email: world.other.email, password: goodPassword } }) }),
  // Without a cookie there is nothing to refresh, whoever asks.
  refreshSession: row((viewer) => (viewer === 'stranger' ? 401 : 200), {}),
  listSessions: own(200),
  signOut: own(204, { alone: true }),
  stepUp: own(204, { asking: () => ({ body: { password: goodPassword } }) }),
  endSession: only(['learner'], 204, { theirs: { param: 'id', of: (world) => world.sessionId } }),
  readMe: own(200),
  changeMe: own(200, { asking: () => ({ body: { timeZone: 'Europe/Berlin' }, headers: firstVersion }) }),
  deleteMe: own(204, { alone: true }),
  exportMe: own(200),
  endSessions: own(204, { alone: true }),
  keepAccount: open(422, { asking: noSuchLink() }),

  requestPasswordReset: open(202, { asking: (world) => ({ body: { email: world.other.email } }) }),
  resetPassword: open(422, { asking: noSuchLink({ password: goodPassword }) }),
  requestVerification: open(202, { asking: (world) => ({ body: { email: world.other.email } }) }),
  verifyEmail: open(422, { asking: noSuchLink() }),
  changePassword: own(204, {
    asking: () => ({ body: { current: goodPassword, password: goodPassword } }),
    alone: true,
  }),
  requestEmailChange: own(202, { asking: () => ({ body: { email: newEmail() } }), alone: true }),
  confirmEmailChange: open(422, { asking: noSuchLink() }),
  undoEmailChange: open(422, { asking: noSuchLink() }),

  readTwoFactor: own(200),
  beginTwoFactor: own(200, { alone: true }),
  confirmTwoFactor: own(401, { asking: () => ({ body: { code: '000000' } }), alone: true }),
  endTwoFactor: own(204, { alone: true }),
  // Nobody has a second factor here.
  renewRecoveryCodes: only([], 200, {}),

  startIdentity: open(404, { asking: () => ({ params: { provider: 'none' }, body: {} }) }),
  finishIdentity: open(404, { asking: () => ({ params: { provider: 'none' }, body: { query: '' } }) }),
  listIdentities: own(200),
  unlinkIdentity: only([], 204, { asking: () => ({ params: { id: 'fedcba9876543210fedcba98' } }) }),

  listAccessTokens: own(200),
  createAccessToken: own(201, { asking: () => ({ body: { name: 'x', scopes: ['progress:read'], expiresInDays: 1 } }) }),
  endAccessToken: only([], 204, { asking: () => ({ params: { id: 'fedcba9876543210fedcba98' } }) }),

  readInstance: open(200),
  claimInstance: own(422, { asking: noSuchLink() }),
  readSettings: owners(200),
  changeSettings: owners(200, { asking: () => ({ body: { welcome: 'Hello' }, headers: firstVersion }), alone: true }),
  readHealth: owners(200),
  retryJobs: owners(200, { asking: () => ({ body: { kind: 'letter' } }) }),
  sendTestMail: owners(202),
  listAudit: owners(200),
  exportAudit: owners(200),

  listMembers: owners(200),
  readMember: owners(200, { asking: (world) => ({ params: { id: world.learner.id } }) }),
  changeMember: owners(200, {
    asking: (world) => ({ params: { id: world.learner.id }, body: { disabled: false } }),
  }),
  endMemberSessions: owners(204, { asking: (world) => ({ params: { id: world.learner.id } }), alone: true }),
  makeResetLink: owners(201, { asking: (world) => ({ params: { id: world.learner.id } }) }),
  listInvitations: owners(200),
  createInvitation: owners(201, { asking: () => ({ body: {} }) }),
  revokeInvitation: owners(404, { asking: () => ({ params: { id: 'fedcba9876543210fedcba98' } }) }),
  previewInvitation: open(422, { asking: noSuchLink() }),

  listMailbox: open(200),
  readMailboxMail: open(404, { asking: () => ({ params: { id: 'fedcba9876543210fedcba98' } }) }),

  // The link of a letter that nobody got.
  readMailing: open(422, { asking: noSuchLink() }),
  stopMailing: open(422, { asking: noSuchLink() }),
  resumeMailing: open(422, { asking: noSuchLink() }),

  listRoadmaps: open(200),
  readRoadmap: open(200, { asking: backend }),

  listEnrolments: own(200),
  readEnrolment: only(followers, 200, { asking: backend }),
  putEnrolment: row((viewer) => (viewer === 'stranger' ? 401 : followers.includes(viewer as 'learner') ? 200 : 201), {
    asking: () => ({ ...backend(), body: {} }),
    alone: true,
  }),
  leaveEnrolment: only(followers, 204, { asking: backend, alone: true }),
  // Nobody has left one.
  restoreEnrolment: only([], 200, { asking: backend }),
  listOffers: only(followers, 200, { asking: backend }),
  startOver: only(followers, 200, { asking: () => ({ ...backend(), body: {} }), alone: true }),
  // Nobody has started one over.
  undoStartOver: only([], 200, { asking: backend }),
  setTopic: only(followers, 200, {
    asking: ({ topicId }) => ({ params: { slug: 'backend', topicId }, body: { state: 'learning' } }),
  }),
  setTopics: only(followers, 200, {
    asking: ({ topicId }) => ({ ...backend(), body: { topics: { [topicId]: { state: 'learning' } } } }),
  }),

  readCalendarFeed: own(200),
  makeCalendarFeed: own(201, { asking: () => ({ body: {} }) }),
  // Nobody but those of the row before has one.
  endCalendarFeed: only([], 204, { alone: true }),
  readCalendar: open(404, { asking: () => ({ params: { token: 'never-was' } }) }),

  followChanges: own(200),

  readRoom: only(followers, 200, { asking: room }),
  changeRoom: only(followers, 200, { asking: (world) => ({ ...room(world), body: { leftOff: 'At the end' } }) }),
  writeNote: only(followers, 200, { asking: (world) => ({ ...room(world), body: { text: '', base: 0 } }) }),
  listRooms: only(followers, 200, { asking: backend }),
  listNotes: own(200),
  reportDeadLink: only(followers, 204, { asking: resource }),
  withdrawDeadLink: only(followers, 204, { asking: resource }),
  listDeadLinks: owners(200),
  // The learner has reported it, and an owner puts it away.
  dismissDeadLink: owners(204, { asking: resource, alone: true }),

  listTime: own(200),
  addTime: only(followers, 201, {
    asking: ({ topicId }) => ({ body: { roadmap: 'backend', topicId, minutes: 25 } }),
  }),
  changeTime: only(['learner'], 200, {
    asking: () => ({ body: { minutes: 30 } }),
    theirs: { param: 'id', of: (world) => world.timeId },
  }),
  deleteTime: only(['learner'], 204, { theirs: { param: 'id', of: (world) => world.timeId }, alone: true }),

  listActivity: own(200),

  listProjects: own(200),
  createProject: own(201, { asking: () => ({ body: { title: 'One more' } }) }),
  readProject: only(['learner'], 200, { theirs: { param: 'id', of: (world) => world.projectId } }),
  changeProject: only(['learner'], 200, {
    asking: () => ({ body: { title: 'Changed' }, headers: firstVersion }),
    theirs: { param: 'id', of: (world) => world.projectId },
  }),
  deleteProject: only(['learner'], 204, {
    asking: () => ({ headers: firstVersion }),
    theirs: { param: 'id', of: (world) => world.projectId },
    alone: true,
  }),
  readLinks: only(['learner'], 200, { theirs: { param: 'id', of: (world) => world.projectId } }),
  checkLinks: only(['learner'], 202, { theirs: { param: 'id', of: (world) => world.projectId }, alone: true }),

  readPublicPageSettings: own(200),
  changePublicPage: own(200, {
    asking: () => ({ body: { isPublic: true, about: 'Hello', sections: noSections }, headers: { 'if-match': '"0"' } }),
    alone: true,
  }),
  previewPublicPage: own(200, { asking: () => ({ body: { isPublic: true, about: '', sections: noSections } }) }),
  readProjectPageSettings: only(['learner'], 200, { theirs: { param: 'id', of: (world) => world.projectId } }),
  changeProjectPage: only(['learner'], 200, {
    asking: () => ({ body: { isNamed: true } }),
    theirs: { param: 'id', of: (world) => world.projectId },
    alone: true,
  }),
  // One that nobody has is the same for all who try; so is one that was signed elsewhere.
  readProjectPage: open(404, { asking: () => ({ params: { key: 'never-was-never-was-00' } }) }),
  listRecords: own(200),
  // Nothing is confirmed; who does not follow the roadmap has no way there.
  issueRecord: row((viewer) => (viewer === 'stranger' ? 401 : followers.includes(viewer as 'learner') ? 409 : 404), {
    asking: () => ({ body: { roadmap: 'backend' } }),
  }),
  withdrawRecord: only(['learner'], 200, { theirs: { param: 'key', of: (world) => world.recordKey } }),
  readRecord: open(404, { asking: () => ({ params: { key: 'never-was-never-was-00' } }) }),
  checkRecord: open(200, { asking: () => ({ body: { signed: 'no.token.this' } }) }),
  listRecordKeys: open(200),
  readWithdrawnList: open(404, { asking: () => ({ params: { list: '999999' } }) }),
  // Nobody has published anything: to all it is not there, and the picture is the one of nobody.
  readPublicPage: open(404, { asking: (world) => ({ params: { handle: world.learner.account.handle } }) }),
  readBadge: open(200, { asking: (world) => ({ params: { handle: world.learner.account.handle } }) }),

  exportMarkdown: own(200),
  exportActivity: own(200),
  exportTime: own(200),
  previewImport: own(200, { asking: anImport }),
  importPart: own(200, { asking: anImport }),

  listGrants: own(200),
  changeGrant: only(['learner'], 200, {
    asking: () => ({ body: { consent: everything } }),
    theirs: { param: 'id', of: (world) => world.grantId },
  }),
  endGrant: only(['learner'], 204, { theirs: { param: 'id', of: (world) => world.grantId }, alone: true }),
  listLearners: own(200),
  exportLearners: own(200),
  quietAttention: only(['mentor'], 200, {
    asking: () => ({ body: { roadmap: 'backend', key: 'stuck:http:2000-01-01', as: 'snoozed' } }),
    theirs: { param: 'id', of: (world) => world.learner.id },
    // What the others do to the way is not what it stands for here.
    alone: true,
  }),
  readLearner: only(['mentor'], 200, {
    asking: () => ({ query: { roadmap: 'backend' } }),
    theirs: { param: 'id', of: (world) => world.learner.id },
  }),
};
