import { type Account as AccountAnswer, exportVersion } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { accessTokenAnswer } from '../access-tokens/access-token-answer.js';
import { AccessToken, type AccessTokenRecord } from '../access-tokens/access-tokens.model.js';
import { CalendarFeed, type CalendarFeedRecord } from '../calendar/calendar.model.js';
import { Identity, type IdentityRecord } from '../identities/identities.model.js';
import { lookExport } from '../looks/list-looks.js';
import { Look, type LookRecord } from '../looks/looks.model.js';
import { exportAsks } from '../mentor-invitations/export-asks.js';
import { CohortSeat, type CohortSeatRecord } from '../mentoring/cohort-seats.model.js';
import { Cohort, type CohortRecord } from '../mentoring/cohorts.model.js';
import { Grant, type GrantRecord } from '../mentoring/grants.model.js';
import { notificationExport } from '../notifications/list-notifications.js';
import { Notification, type NotificationRecord } from '../notifications/notifications.model.js';
import { publicPageAnswer } from '../public-pages/public-page-settings.js';
import { PublicPage, type PublicPageRecord } from '../public-pages/public-pages.model.js';
import { SignedRecord, type SignedRecordRecord } from '../records/records.model.js';
import { reviewLists } from '../reviews/export-reviews.js';
import { DeadLink, type DeadLinkRecord } from '../rooms/dead-links.model.js';
import { talkLists } from '../talk/export-talk.js';
import { rowsOf } from '../transfer/part.js';
import { parts } from '../transfer/parts.js';
import { Session, type SessionRecord } from './sessions.model.js';

/** One list of the export, an item at a time: what somebody wrote in years need not fit in memory. */
async function* list<T>(name: string, rows: AsyncIterable<T>, write: (row: T) => unknown): AsyncGenerator<string> {
  yield `,\n${JSON.stringify(name)}:[`;
  let separator = '\n';
  for await (const row of rows) {
    yield separator + JSON.stringify(write(row));
    separator = ',\n';
  }
  yield ']';
}

/** Everything that is the member's, as one JSON document. No hash, no secret; of others only what they wrote to them on a topic. */
export async function* exportEverything(deps: Deps, account: AccountAnswer, now: Date): AsyncGenerator<string> {
  const learnerId = account.id;
  yield `{"format":"waymark-export","formatVersion":${exportVersion},"exportedAt":${JSON.stringify(now.toISOString())}`;
  yield `,\n"account":${JSON.stringify(account)}`;
  yield* list<SessionRecord>(
    'sessions',
    rowsOf(Session.find({ accountId: learnerId }).sort({ _id: 1 })),
    (session) => ({
      device: session.device,
      createdAt: session.createdAt.toISOString(),
      lastUsedAt: session.lastUsedAt.toISOString(),
    }),
  );
  yield* list<AccessTokenRecord>(
    'accessTokens',
    rowsOf(AccessToken.find({ accountId: learnerId }).sort({ _id: 1 })),
    accessTokenAnswer,
  );
  yield* list<IdentityRecord>(
    'identities',
    rowsOf(Identity.find({ accountId: learnerId }).sort({ _id: 1 })),
    ({ provider, subject, label, linkedAt }) => ({ provider, subject, label, linkedAt: linkedAt.toISOString() }),
  );
  yield* list<CalendarFeedRecord>('calendarFeeds', rowsOf(CalendarFeed.find({ accountId: learnerId })), (feed) => ({
    createdAt: feed.createdAt.toISOString(),
  }));
  yield* list<PublicPageRecord>('publicPages', rowsOf(PublicPage.find({ accountId: learnerId })), publicPageAnswer);
  yield* list<GrantRecord>('grants', rowsOf(Grant.find({ learnerId }).sort({ _id: 1 })), (grant) => ({
    roadmap: grant.roadmap,
    mentorId: String(grant.mentorId),
    consent: grant.consent,
    createdAt: grant.createdAt.toISOString(),
    pausedAt: grant.pausedAt?.toISOString() ?? null,
    endedAt: grant.endedAt?.toISOString() ?? null,
  }));
  yield* list<LookRecord>('looks', rowsOf(Look.find({ learnerId }).sort({ hour: 1, _id: 1 })), lookExport);
  yield* list<CohortRecord>(
    'cohortsMentored',
    rowsOf(Cohort.find({ mentorIds: learnerId }).sort({ _id: 1 })),
    ({ name, roadmap, startsOn = null, endsOn = null, createdAt, archivedAt }) => ({
      ...{ name, roadmap, startsOn, endsOn },
      createdAt: createdAt.toISOString(),
      archivedAt: archivedAt?.toISOString() ?? null,
    }),
  );
  yield* list<CohortSeatRecord>(
    'cohortSeats',
    rowsOf(CohortSeat.find({ learnerId }).sort({ _id: 1 })),
    ({ cohortId, isListed, declined }) => ({ cohortId: String(cohortId), isListed, declined: declined.map(String) }),
  );
  yield* list<NotificationRecord>(
    'notifications',
    rowsOf(Notification.find({ memberId: learnerId }).sort({ _id: 1 })),
    notificationExport,
  );
  yield* list('mentorAsks', exportAsks(learnerId), (row) => row);
  for (const [name, rows] of reviewLists(learnerId)) yield* list(name, rows, (row) => row);
  for (const [name, rows] of talkLists(learnerId)) yield* list(name, rows, (row) => row);
  yield* list<SignedRecordRecord>(
    'records',
    rowsOf(SignedRecord.find({ learnerId }).sort({ _id: 1 })),
    ({ roadmap, issuedAt, withdrawnAt, signed }) => ({
      ...{ roadmap, issuedAt: issuedAt.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null, signed },
    }),
  );
  for (const part of parts) {
    yield* list(part.name, part.rows({ deps, learnerId, now }), (row) => row);
  }
  yield* list<DeadLinkRecord>(
    'deadLinks',
    rowsOf(DeadLink.find({ learnerId }).sort({ _id: 1 })),
    ({ roadmap, resourceId, url, day }) => ({ roadmap, resourceId, url, day }),
  );
  yield '}\n';
}
