import { accessTokens } from './access-tokens.js';
import { accounts } from './accounts.js';
import { activity } from './activity.js';
import { calendar } from './calendar.js';
import { cohortMentors } from './cohort-mentors.js';
import { cohorts } from './cohorts.js';
import { credentials } from './credentials.js';
import type { Endpoint } from './endpoint.js';
import { glance } from './glance.js';
import { grants } from './grants.js';
import { identities } from './identities.js';
import { images } from './images.js';
import { instance } from './instance.js';
import { links } from './links.js';
import { live } from './live.js';
import { looks } from './looks.js';
import { mailbox } from './mailbox.js';
import { mailings } from './mailings.js';
import { members } from './members.js';
import { mentorAsks } from './mentor-asks.js';
import { mentorCodes } from './mentor-codes.js';
import { mentorInvitations } from './mentor-invitations.js';
import { mentoring } from './mentoring.js';
import { notifications } from './notifications.js';
import type { EndpointName } from './paths.js';
import { progress } from './progress.js';
import { projectPages } from './project-pages.js';
import { projects } from './projects.js';
import { publicPages } from './public-pages.js';
import { records } from './records.js';
import { reviewTalk } from './review-talk.js';
import { reviewers } from './reviewers.js';
import { reviews } from './reviews.js';
import { revisions } from './revisions.js';
import { roadmaps } from './roadmaps.js';
import { rooms } from './rooms.js';
import { rosters } from './rosters.js';
import { sharing } from './sharing.js';
import { talk } from './talk.js';
import { talkHelp } from './talk-help.js';
import { talkSuggestions } from './talk-suggestions.js';
import { time } from './time.js';
import { transfer } from './transfer.js';
import { twoFactor } from './two-factor.js';

export * from './access-tokens.js';
export * from './accounts.js';
export * from './activity.js';
export * from './attention.js';
export * from './calendar.js';
export * from './cohort-mentors.js';
export * from './cohorts.js';
export * from './credentials.js';
export * from './endpoint.js';
export * from './glance.js';
export * from './grants.js';
export * from './identities.js';
export * from './images.js';
export * from './instance.js';
export * from './links.js';
export * from './live.js';
export * from './looks.js';
export * from './mailbox.js';
export * from './mailings.js';
export * from './members.js';
export * from './mentor-asks.js';
export * from './mentor-codes.js';
export * from './mentor-invitations.js';
export * from './mentoring.js';
export * from './notifications.js';
export * from './paths.js';
export * from './people.js';
export * from './problems.js';
export * from './progress.js';
export * from './project-pages.js';
export * from './projects.js';
export * from './public-pages.js';

export * from './records.js';

export * from './review-state.js';

export * from './review-talk.js';
export * from './reviewers.js';
export * from './reviews.js';
export * from './revisions.js';
export * from './roadmaps.js';
export * from './rooms.js';
export * from './rosters.js';
export * from './rules.js';
export * from './sharing.js';
export * from './talk.js';
export * from './talk-help.js';
export * from './talk-suggestions.js';
export * from './time.js';
export * from './transfer.js';
export * from './two-factor.js';
export * from './values.js';
export * from './verdicts.js';

/** Every endpoint by name: a path without an endpoint, or the other way round, does not compile. */
export const endpoints = {
  ...instance,
  ...accounts,
  ...credentials,
  ...twoFactor,
  ...identities,
  ...accessTokens,
  ...members,
  ...mailbox,
  ...roadmaps,
  ...progress,
  ...calendar,
  ...rooms,
  ...time,
  ...activity,
  ...live,
  ...projects,
  ...images,
  ...links,
  ...reviews,
  ...reviewers,
  ...revisions,
  ...reviewTalk,
  ...notifications,
  ...mailings,
  ...publicPages,
  ...projectPages,
  ...records,
  ...transfer,
  ...cohorts,
  ...cohortMentors,
  ...glance,
  ...grants,
  ...sharing,
  ...looks,
  ...mentoring,
  ...mentorInvitations,
  ...mentorCodes,
  ...mentorAsks,
  ...rosters,
  ...talk,
  ...talkSuggestions,
  ...talkHelp,
} satisfies Record<EndpointName, Endpoint>;

export type Endpoints = typeof endpoints;
