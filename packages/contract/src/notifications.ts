import { z } from 'zod';
import { endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Person } from './people.js';

/**
 * What happened in a review that somebody is told of. `said`: a comment; `nudge`: it has been their turn for a while;
 * `dead-link`: a link of what was sent for review is dead, and its grace is over.
 */
export const NotificationKind = z.enum([
  'requested',
  'claim',
  'release',
  'lapse',
  'pass',
  'approve',
  'request-changes',
  'comment',
  'resubmit',
  'ask',
  'withdraw',
  'thank',
  'park',
  'reopen',
  'said',
  'nudge',
  'dead-link',
]);
export type NotificationKind = z.infer<typeof NotificationKind>;

/** When letters tell of what was not read: each at once, an hour after the first, in the morning, or never. */
export const Digest = z.enum(['at-once', 'hourly', 'daily', 'off']);
export type Digest = z.infer<typeof Digest>;

/** What one is told of one review. While it is unread there is one per review: it counts what happened, and says the last. */
export const Notification = z.strictObject({
  id: Id,
  kind: NotificationKind,
  reviewId: Id,
  project: z.strictObject({ id: Id, title: z.string() }),
  learner: Person,
  /** `null`: time did it, or somebody who is a member no more. */
  by: Person.nullable(),
  /** Of a `nudge`: for how many days it has been one's turn. */
  days: z.int().nullable(),
  /** How many things happened since it was last read. */
  count: z.int(),
  at: Instant,
  isRead: z.boolean(),
});
export type Notification = z.infer<typeof Notification>;

export const notifications = {
  listNotifications: endpoint('listNotifications', {
    summary: 'What happened in reviews that concern me, the newest first; kept for 90 days',
    access: 'member',
    query: PageQuery.extend({ only: z.literal('unread').optional() }),
    answer: pageOf(Notification),
    problems: [],
  }),
  countNotifications: endpoint('countNotifications', {
    summary: 'How many of them I have not read; counts to a hundred',
    access: 'member',
    answer: z.strictObject({ unread: z.int() }),
    problems: [],
  }),
  readNotification: endpoint('readNotification', {
    summary: 'I have read this one',
    access: 'member',
    params: IdPath,
    answer: null,
    problems: ['not-found'],
  }),
  readNotifications: endpoint('readNotifications', {
    summary: 'I have read all of them up to this moment',
    access: 'member',
    /** What came in since the list was shown stays unread. */
    body: z.strictObject({ until: Instant }),
    answer: null,
    problems: [],
  }),
  seeReview: endpoint('seeReview', {
    summary: 'I have this review before me: what I was told of it is read',
    access: 'member',
    params: IdPath,
    answer: null,
    problems: ['not-found'],
  }),
};
