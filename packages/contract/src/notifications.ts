import { z } from 'zod';
import { endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Person } from './people.js';

/**
 * What happened in a review that somebody is told of. `said`: a comment; `nudge`: it has been their turn for a while;
 * `dead-link`: a link of what was sent for review is dead, and its grace is over.
 */
export const ReviewNews = z.enum([
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
export type ReviewNews = z.infer<typeof ReviewNews>;

/** What happened when a learner and a mentor find together. */
export const InvitationNews = z.enum([
  'invited',
  'invitation-accepted',
  'asked-to-mentor',
  'ask-accepted',
  'ask-declined',
]);
export type InvitationNews = z.infer<typeof InvitationNews>;

/**
 * What happened with a cohort. `cohort-offer`: one is asked to mentor it; `cohort-mentor`: it has one more mentor;
 * `mentor-removed`: one mentors it no more.
 */
export const CohortNews = z.enum(['cohort-offer', 'cohort-mentor', 'mentor-removed', 'cohort-archived']);
export type CohortNews = z.infer<typeof CohortNews>;

/** What happened where a learner and their mentors talk. */
export const TalkNews = z.enum(['said-on-topic', 'suggested', 'asked-for-help', 'help-closed']);
export type TalkNews = z.infer<typeof TalkNews>;

/** Whatever happened that somebody is told of. */
export const NotificationKind = z.enum([
  ...ReviewNews.options,
  ...InvitationNews.options,
  ...CohortNews.options,
  ...TalkNews.options,
]);
export type NotificationKind = z.infer<typeof NotificationKind>;

/** When letters tell of what was not read: each at once, an hour after the first, in the morning, or never. */
export const Digest = z.enum(['at-once', 'hourly', 'daily', 'off']);
export type Digest = z.infer<typeof Digest>;

/** Of what a letter tells on Mondays: of one's own way, of one's learners, of both, or of nothing. */
export const Weekly = z.enum(['off', 'learning', 'mentoring', 'both']);
export type Weekly = z.infer<typeof Weekly>;

/**
 * What a member is told about: its kind, and its id, which is unique within the kind. A `topic` is one of a learner’s way:
 * `<account>:<roadmap>:<ordinal>`.
 */
export const About = z.strictObject({
  kind: z.enum(['review', 'cohort', 'mentor-invitation', 'mentor-ask', 'topic', 'project']),
  id: z
    .string()
    .max(200)
    .regex(/^[a-z0-9:-]+$/, 'Not an id'),
});
export type About = z.infer<typeof About>;

/** What one is told about one thing. While it is unread there is one per thing: it counts what happened, and says the last. */
export const Notification = z.strictObject({
  id: Id,
  kind: NotificationKind,
  about: About,
  /** What the thing is called: a project, a topic, a cohort. */
  title: z.string(),
  /** The page of the web client on which to act, without the leading slash. */
  path: z.string(),
  /** Whose work it is about; `null`: nobody's. */
  learner: Person.nullable(),
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
    summary: 'What happened that concerns me, the newest first; kept for 90 days',
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
  seeAbout: endpoint('seeAbout', {
    summary: 'I have this before me: what I was told about it is read',
    access: 'member',
    body: About,
    answer: null,
    problems: [],
  }),
};
