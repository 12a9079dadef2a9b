import { z } from 'zod';
import { endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Person } from './people.js';
import { Slug } from './roadmaps.js';
import { Words } from './values.js';
import { Decision, Remark, TopicVerdict, VerdictOnRequirement, VerdictOnTopic } from './verdicts.js';

/** Something said in a review: about the revision under review, or about one requirement of its brief. */
export const ReviewComment = z.strictObject({
  id: Id,
  /** `null`: somebody who is a member no more. */
  by: Person.nullable(),
  revision: z.int(),
  requirementId: Slug.nullable(),
  /** Markdown. */
  text: z.string(),
  at: Instant,
});
export type ReviewComment = z.infer<typeof ReviewComment>;

const Said = z.strictObject({
  text: Remark.min(1, 'Say something'),
  requirementId: Slug.nullable().default(null),
});

/** A verdict as far as it has come: nothing in it has to be there yet. */
const DraftWords = z.strictObject({
  decision: Decision.nullable(),
  text: z.string().max(10_000, 'At most 10,000 characters'),
  topics: z.array(VerdictOnTopic.extend({ verdict: TopicVerdict.nullable() })).max(100),
  requirements: z.array(VerdictOnRequirement.extend({ verdict: TopicVerdict.nullable() })).max(50),
});

/** `version` is 0 until something was kept. */
export const ReviewDraft = DraftWords.extend({ version: z.int(), updatedAt: Instant.nullable() });
export type ReviewDraft = z.infer<typeof ReviewDraft>;

/** Words that a reviewer uses again and again. */
const snippetFields = {
  title: Words(80).min(1, 'Give it a name'),
  /** Markdown. */
  text: z.string().trim().min(1, 'Write something').max(2000, 'At most 2,000 characters'),
};
export const Snippet = z.strictObject({ id: Id, ...snippetFields });
export type Snippet = z.infer<typeof Snippet>;

const WhichRevision = IdPath.extend({ number: z.coerce.number().int().min(1).max(1_000_000) });
const WhichComment = IdPath.extend({ commentId: Id });

export const reviewTalk = {
  listComments: endpoint('listComments', {
    summary: 'What was said in a review, the oldest first',
    access: 'member',
    params: IdPath,
    query: PageQuery,
    answer: pageOf(ReviewComment),
    problems: ['not-found'],
  }),
  sayInReview: endpoint('sayInReview', {
    summary: 'Say something about the revision under review, or about one requirement',
    access: 'member',
    params: IdPath,
    body: Said,
    answer: ReviewComment,
    statuses: [201],
    problems: ['not-found', 'conflict', 'too-many-requests'],
  }),
  deleteComment: endpoint('deleteComment', {
    summary: 'Take back what I said',
    access: 'member',
    params: WhichComment,
    answer: null,
    problems: ['not-found'],
  }),
  readReviewDraft: endpoint('readReviewDraft', {
    summary: 'What I began to answer to this revision; nobody else sees it',
    access: 'member',
    params: WhichRevision,
    answer: ReviewDraft,
    problems: ['not-found', 'own-review'],
  }),
  keepReviewDraft: endpoint('keepReviewDraft', {
    summary: 'Keep what I began to answer, on the version that I saw',
    access: 'member',
    params: WhichRevision,
    body: DraftWords.extend({ base: z.int().min(0) }),
    answer: ReviewDraft,
    problems: ['not-found', 'own-review', 'stale'],
  }),
  listSnippets: endpoint('listSnippets', {
    summary: 'My snippets for reviews, by name',
    access: 'member',
    scope: 'mentoring:read',
    query: PageQuery,
    answer: pageOf(Snippet),
    problems: [],
  }),
  createSnippet: endpoint('createSnippet', {
    summary: 'Keep words to use again',
    access: 'member',
    scope: 'mentoring:write',
    body: z.strictObject(snippetFields),
    answer: Snippet,
    statuses: [201],
    problems: ['conflict'],
  }),
  changeSnippet: endpoint('changeSnippet', {
    summary: 'Change a snippet',
    access: 'member',
    scope: 'mentoring:write',
    params: IdPath,
    body: z.strictObject(snippetFields),
    answer: Snippet,
    problems: ['not-found'],
  }),
  deleteSnippet: endpoint('deleteSnippet', {
    summary: 'Delete a snippet',
    access: 'member',
    scope: 'mentoring:write',
    params: IdPath,
    answer: null,
    problems: ['not-found'],
  }),
};
