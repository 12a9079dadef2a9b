import { z } from 'zod';
import { endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Person } from './people.js';
import { Slug } from './roadmaps.js';
import { longestComment } from './talk.rules.js';

/** `id`: the learner's account. Their mentors, too, name whose talk it is. */
export const WayPath = IdPath.extend({ slug: Slug });
export const TalkPath = WayPath.extend({ topicId: Slug });
const CommentPath = TalkPath.extend({ commentId: Id });

/** Something said on a topic, between a learner and the mentors who see their progress. */
export const TopicComment = z.strictObject({
  id: Id,
  /** `null`: somebody who is a member no more. */
  by: Person.nullable(),
  /** Markdown. */
  text: z.string(),
  at: Instant,
});
export type TopicComment = z.infer<typeof TopicComment>;

/** A topic on which something was said or suggested, as a list marks it. */
export const TalkCard = z.strictObject({
  topicId: Slug,
  comments: z.int(),
  /** By others, since I last looked. */
  unread: z.int(),
  openSuggestions: z.int(),
  at: Instant,
});
export type TalkCard = z.infer<typeof TalkCard>;

/** A note that its learner shares, without where they left off. */
export const SharedNote = z.strictObject({
  topicId: Slug,
  title: z.string(),
  /** Markdown. */
  text: z.string(),
  updatedAt: Instant,
});
export type SharedNote = z.infer<typeof SharedNote>;

/** Those who read what a learner writes, at this moment. */
export const Readers = z.strictObject({
  /** What is said on topics, and asked about them. */
  progress: z.array(Person),
  /** Notes that are marked as shared. */
  notes: z.array(Person),
  /** What is asked about projects that are not private. */
  projects: z.array(Person),
});
export type Readers = z.infer<typeof Readers>;

export const talk = {
  listTalk: endpoint('listTalk', {
    summary: 'The topics of a way on which something was said or suggested, in their order on the roadmap',
    access: 'member',
    params: WayPath,
    query: PageQuery,
    answer: pageOf(TalkCard),
    problems: ['not-found'],
  }),
  listTopicComments: endpoint('listTopicComments', {
    summary: 'What was said on a topic: the newest page first, each page the oldest first',
    access: 'member',
    params: TalkPath,
    query: PageQuery,
    answer: pageOf(TopicComment),
    problems: ['not-found'],
  }),
  sayOnTopic: endpoint('sayOnTopic', {
    summary: 'Say something on a topic',
    access: 'member',
    params: TalkPath,
    body: z.strictObject({
      text: z
        .string()
        .trim()
        .min(1, 'Say something')
        .max(longestComment, `At most ${longestComment.toLocaleString('en')} characters`),
    }),
    answer: TopicComment,
    statuses: [201],
    problems: ['not-found', 'conflict', 'too-many-requests'],
  }),
  deleteTopicComment: endpoint('deleteTopicComment', {
    summary: 'Take back what I said; for a day it can be had again',
    access: 'member',
    params: CommentPath,
    answer: null,
    problems: ['not-found'],
  }),
  restoreTopicComment: endpoint('restoreTopicComment', {
    summary: 'Have back what I took back',
    access: 'member',
    params: CommentPath,
    answer: TopicComment,
    problems: ['not-found', 'conflict'],
  }),
  seeTalk: endpoint('seeTalk', {
    summary: 'I have the talk on this topic before me: what was said is read',
    access: 'member',
    params: TalkPath,
    answer: null,
    problems: ['not-found'],
  }),
  readReaders: endpoint('readReaders', {
    summary: 'Who reads what I write, on one way or on any',
    access: 'member',
    scope: 'progress:read',
    query: z.strictObject({ roadmap: Slug.optional() }),
    answer: Readers,
    problems: ['not-found'],
  }),
  listSharedNotes: endpoint('listSharedNotes', {
    summary: 'The notes that one of my learners shares, the last written first',
    access: 'member',
    scope: 'mentoring:read',
    params: IdPath,
    /** Without `roadmap`: the one that they began to share first. */
    query: PageQuery.extend({ roadmap: Slug.optional(), topicId: Slug.optional() }),
    answer: pageOf(SharedNote),
    problems: ['not-found'],
  }),
};
