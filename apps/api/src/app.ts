import {
  accessTokens,
  accounts,
  activity,
  calendar,
  cohortMentors,
  cohorts,
  credentials,
  endpoints,
  glance,
  grants,
  identities,
  images,
  instance,
  links,
  live,
  looks,
  mailbox,
  mailings,
  members,
  mentorAsks,
  mentorCodes,
  mentorInvitations,
  mentoring,
  notifications,
  progress,
  projectPages,
  projects,
  publicPages,
  records,
  reviewers,
  reviews,
  reviewTalk,
  revisions,
  roadmaps,
  rooms,
  rosters,
  sharing,
  talk,
  talkHelp,
  talkSuggestions,
  time,
  transfer,
  twoFactor,
} from '@waymark/contract';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { createAdmission } from './admission.js';
import type { Deps } from './deps.js';
import { accessTokensHandlers } from './features/access-tokens/access-tokens.routes.js';
import { accountsHandlers } from './features/accounts/accounts.routes.js';
import { createSessions, type Sessions } from './features/accounts/sessions.js';
import { activityHandlers } from './features/activity/activity.routes.js';
import { calendarHandlers } from './features/calendar/calendar.routes.js';
import { credentialsHandlers } from './features/credentials/credentials.routes.js';
import { identitiesHandlers } from './features/identities/identities.routes.js';
import { imagesHandlers } from './features/images/images.routes.js';
import { mountAppManifest } from './features/instance/app-manifest.js';
import { instanceHandlers } from './features/instance/instance.routes.js';
import { linksHandlers } from './features/links/links.routes.js';
import { type Changes, createChanges } from './features/live/changes.js';
import { liveHandlers } from './features/live/live.routes.js';
import { looksHandlers } from './features/looks/looks.routes.js';
import { mailboxHandlers } from './features/mail/mailbox.routes.js';
import { membersHandlers } from './features/members/members.routes.js';
import { mentorAsksHandlers, mentorCodesHandlers } from './features/mentor-invitations/mentor-asks.routes.js';
import { mentorInvitationsHandlers, rostersHandlers } from './features/mentor-invitations/mentor-invitations.routes.js';
import { cohortMentorsHandlers } from './features/mentoring/cohort-mentors.routes.js';
import { cohortsHandlers } from './features/mentoring/cohorts.routes.js';
import { glanceHandlers } from './features/mentoring/glance.routes.js';
import { grantsHandlers } from './features/mentoring/grants.routes.js';
import { mentoringHandlers } from './features/mentoring/mentoring.routes.js';
import { sharingHandlers } from './features/mentoring/sharing.routes.js';
import { mailingsHandlers } from './features/notifications/mailings.routes.js';
import { notificationsHandlers } from './features/notifications/notifications.routes.js';
import { mountOneClick } from './features/notifications/one-click.js';
import { progressHandlers } from './features/progress/progress.routes.js';
import { projectPagesHandlers } from './features/project-pages/project-pages.routes.js';
import { projectsHandlers } from './features/projects/projects.routes.js';
import { publicPagesHandlers } from './features/public-pages/public-pages.routes.js';
import { recordsHandlers } from './features/records/records.routes.js';
import { reviewTalkHandlers } from './features/reviews/review-talk.routes.js';
import { reviewersHandlers } from './features/reviews/reviewers.routes.js';
import { reviewsHandlers } from './features/reviews/reviews.routes.js';
import { revisionsHandlers } from './features/reviews/revisions.routes.js';
import { roadmapsHandlers } from './features/roadmaps/roadmaps.routes.js';
import { roomsHandlers } from './features/rooms/rooms.routes.js';
import { talkHandlers } from './features/talk/talk.routes.js';
import { talkHelpHandlers } from './features/talk/talk-help.routes.js';
import { talkSuggestionsHandlers } from './features/talk/talk-suggestions.routes.js';
import { timeHandlers } from './features/time/time.routes.js';
import { transferHandlers } from './features/transfer/transfer.routes.js';
import { twoFactorHandlers } from './features/two-factor/two-factor.routes.js';
import { createFindHead } from './find-head.js';
import { docsPaths, mountDocs } from './http/docs.js';
import { protectWithHeaders } from './http/headers.js';
import { limitInFlight } from './http/limits.js';
import { logRequests, requestIdOf } from './http/log.js';
import { Problem, sendProblem } from './http/problem.js';
import { fail, mount } from './http/route.js';
import { mountWebClient } from './http/web-client.js';

/** Assembly only: the whole product as one request handler. `stopping()` turns readiness to 503. */
export function createApp(deps: Deps): { handler: Express; sessions: Sessions; changes: Changes; stopping(): void } {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.set('trust proxy', deps.env.trustedProxies);
  app.set('query parser', false);
  app.set('case sensitive routing', true);

  app.use(logRequests(deps.log), protectWithHeaders(deps.env.isHttps), limitInFlight());

  const api = express.Router({ caseSensitive: true });
  api.use('/api', refuseBrokenEscapes);
  // Before `/api/sessions/:id` can take `/api/sessions/refresh` for one of its own.
  refuseOtherMethods(api, (path) => !path.includes(':'));
  const sessions = createSessions(deps);
  const admission = createAdmission(sessions);
  const changes = createChanges();
  const state = { isStopping: false };
  mount(api, instance, instanceHandlers(deps, state), deps, admission);
  mount(api, accounts, accountsHandlers(deps, sessions), deps, admission);
  mount(api, credentials, credentialsHandlers(deps, sessions), deps, admission);
  mount(api, twoFactor, twoFactorHandlers(deps, sessions), deps, admission);
  mount(api, identities, identitiesHandlers(deps, sessions), deps, admission);
  mount(api, accessTokens, accessTokensHandlers(deps), deps, admission);
  mount(api, members, membersHandlers(deps, sessions), deps, admission);
  mount(api, mailbox, mailboxHandlers(deps), deps, admission);
  mount(api, roadmaps, roadmapsHandlers(deps), deps, admission);
  mount(api, progress, progressHandlers(deps), deps, admission);
  mount(api, calendar, calendarHandlers(deps), deps, admission);
  mount(api, rooms, roomsHandlers(deps), deps, admission);
  mount(api, time, timeHandlers(deps), deps, admission);
  mount(api, activity, activityHandlers(deps), deps, admission);
  mount(api, live, liveHandlers(deps, changes), deps, admission);
  mount(api, projects, projectsHandlers(deps), deps, admission);
  mount(api, images, imagesHandlers(deps), deps, admission);
  mount(api, links, linksHandlers(deps), deps, admission);
  mount(api, reviews, reviewsHandlers(deps), deps, admission);
  mount(api, reviewers, reviewersHandlers(), deps, admission);
  mount(api, revisions, revisionsHandlers(), deps, admission);
  mount(api, reviewTalk, reviewTalkHandlers(deps), deps, admission);
  mount(api, projectPages, projectPagesHandlers(deps), deps, admission);
  mount(api, records, recordsHandlers(deps), deps, admission);
  mount(api, notifications, notificationsHandlers(deps), deps, admission);
  mount(api, mailings, mailingsHandlers(deps), deps, admission);
  mount(api, publicPages, publicPagesHandlers(deps), deps, admission);
  mount(api, transfer, transferHandlers(deps), deps, admission);
  mount(api, cohorts, cohortsHandlers(deps), deps, admission);
  mount(api, cohortMentors, cohortMentorsHandlers(deps), deps, admission);
  mount(api, glance, glanceHandlers(deps), deps, admission);
  mount(api, grants, grantsHandlers(), deps, admission);
  mount(api, sharing, sharingHandlers(deps), deps, admission);
  mount(api, looks, looksHandlers(), deps, admission);
  mount(api, mentoring, mentoringHandlers(deps), deps, admission);
  mount(api, mentorInvitations, mentorInvitationsHandlers(deps), deps, admission);
  mount(api, mentorCodes, mentorCodesHandlers(deps), deps, admission);
  mount(api, mentorAsks, mentorAsksHandlers(deps), deps, admission);
  mount(api, rosters, rostersHandlers(deps), deps, admission);
  mount(api, talk, talkHandlers(deps), deps, admission);
  mount(api, talkSuggestions, talkSuggestionsHandlers(deps), deps, admission);
  mount(api, talkHelp, talkHelpHandlers(deps), deps, admission);
  mountDocs(api, deps);
  mountAppManifest(api, deps);
  mountOneClick(api, deps);
  refuseOtherMethods(api, (path) => path.includes(':'));
  api.all(/^\/api(\/|$)/, (_req: Request, res: Response) => {
    sendProblem(res, new Problem('not-found'), requestIdOf(res));
  });
  app.use(api);
  mountWebClient(app, deps, createFindHead(deps));
  app.use((_req: Request, res: Response) => sendProblem(res, new Problem('not-found'), requestIdOf(res)));
  // Four arguments make it an error handler, whether it needs them or not.
  app.use((error: unknown, _req: Request, res: Response, _next: unknown) => fail(error, res, deps));
  return {
    handler: app,
    sessions,
    changes,
    stopping() {
      state.isStopping = true;
      changes.stop();
    },
  };
}

/** Refuses an address that cannot be decoded, wherever in it that is. */
function refuseBrokenEscapes(req: Request, _res: Response, next: NextFunction): void {
  decodeURIComponent(req.url);
  next();
}

/** A known path with a method that it does not take: 405, with the ones that it does. */
function refuseOtherMethods(api: express.Router, isMeant: (path: string) => boolean): void {
  const methods = new Map<string, string[]>();
  const docs = docsPaths.map((path) => ({ path, method: 'GET' }));
  for (const { path, method } of [...Object.values(endpoints), ...docs].filter((each) => isMeant(each.path))) {
    methods.set(path, [...(methods.get(path) ?? []), method, ...(method === 'GET' ? ['HEAD'] : [])]);
  }
  for (const [path, allowed] of methods) {
    api.all(path, (req: Request, res: Response, next: NextFunction) => {
      if (allowed.includes(req.method)) return next();
      res.locals.route = path;
      const headers = { Allow: allowed.join(', ') };
      sendProblem(res, new Problem('method-not-allowed', { headers }), requestIdOf(res));
    });
  }
}
