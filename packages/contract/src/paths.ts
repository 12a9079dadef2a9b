/**
 * Every route of the API, by name: the one table that server, web client and OpenAPI document share.
 * It holds no schema, so that the web client can load it without a schema library.
 */
export const paths = {
  readLiveness: 'GET /api/health/live',
  readReadiness: 'GET /api/health/ready',

  signUp: 'POST /api/accounts',
  signIn: 'POST /api/sessions',
  refreshSession: 'POST /api/sessions/refresh',
  listSessions: 'GET /api/sessions',
  signOut: 'DELETE /api/sessions/current',
  stepUp: 'POST /api/sessions/current/step-up',
  endSession: 'DELETE /api/sessions/:id',
  readMe: 'GET /api/me',
  changeMe: 'PATCH /api/me',
  deleteMe: 'DELETE /api/me',
  exportMe: 'GET /api/me/export',

  listRoadmaps: 'GET /api/roadmaps',
  readRoadmap: 'GET /api/roadmaps/:slug',

  listEnrolments: 'GET /api/me/enrolments',
  readEnrolment: 'GET /api/me/enrolments/:slug',
  putEnrolment: 'PUT /api/me/enrolments/:slug',
  leaveEnrolment: 'DELETE /api/me/enrolments/:slug',
  restoreEnrolment: 'POST /api/me/enrolments/:slug/restore',
  setTopic: 'PUT /api/me/enrolments/:slug/topics/:topicId',
  setTopics: 'PATCH /api/me/enrolments/:slug/topics',

  listActivity: 'GET /api/me/activity',

  listProjects: 'GET /api/me/projects',
  createProject: 'POST /api/me/projects',
  readProject: 'GET /api/me/projects/:id',
  changeProject: 'PATCH /api/me/projects/:id',
  deleteProject: 'DELETE /api/me/projects/:id',

  listCohorts: 'GET /api/cohorts',
  createCohort: 'POST /api/cohorts',
  joinCohort: 'POST /api/cohorts/join',
  previewCohort: 'POST /api/cohorts/preview',
  readCohort: 'GET /api/cohorts/:id',
  renewCohortCode: 'POST /api/cohorts/:id/code',
  revokeCohortCode: 'DELETE /api/cohorts/:id/code',
  listGrants: 'GET /api/me/grants',
  changeGrant: 'PATCH /api/me/grants/:id',
  endGrant: 'DELETE /api/me/grants/:id',
  listLearners: 'GET /api/mentoring/learners',
  readLearner: 'GET /api/mentoring/learners/:id',
} as const;

export type EndpointName = keyof typeof paths;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** `'GET /api/x/:id'` split into its method and its path. */
export function routeOf(name: EndpointName): { method: Method; path: string } {
  const [method, path] = paths[name].split(' ') as [Method, string];
  return { method, path };
}
