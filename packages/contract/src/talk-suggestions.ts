import { z } from 'zod';
import { endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Person } from './people.js';
import { RepoUrl } from './projects.js';
import { Slug } from './roadmaps.js';
import { TalkPath, WayPath } from './talk.js';
import { longestSentence, type SuggestionKind, suggestionIssues } from './talk.rules.js';
import { Words } from './values.js';

const Kind = z.enum(['link', 'next', 'words'] satisfies SuggestionKind[]);
const Sentence = Words(longestSentence).default('');

/** What a mentor suggests for a topic. It never sets a state: its learner takes it, or puts it away. */
export const Suggestion = z.strictObject({
  id: Id,
  roadmap: Slug,
  topicId: Slug,
  /** The topic's. */
  title: z.string(),
  /** `null`: somebody who is a member no more. */
  by: Person.nullable(),
  kind: Kind,
  /** Of a `link`. */
  url: z.string().nullable(),
  words: z.string(),
  at: Instant,
  /** `null`: it is open. */
  answer: z.strictObject({ kind: z.enum(['taken', 'put-away']), words: z.string(), at: Instant }).nullable(),
});
export type Suggestion = z.infer<typeof Suggestion>;

const NewSuggestion = z
  .strictObject({ kind: Kind, url: RepoUrl.nullable().default(null), words: Sentence })
  .superRefine((suggestion, context) => {
    for (const { path, message } of suggestionIssues(suggestion)) {
      context.addIssue({ code: 'custom', path: [path], message });
    }
  });

const OpenOrAll = z.enum(['open', 'all']).default('open');

export const talkSuggestions = {
  suggest: endpoint('suggest', {
    summary: 'Suggest something to one of my learners for a topic',
    access: 'member',
    scope: 'mentoring:write',
    params: TalkPath,
    body: NewSuggestion,
    answer: Suggestion,
    statuses: [201],
    problems: ['not-found', 'suggestions-full', 'too-many-requests'],
  }),
  listSuggestions: endpoint('listSuggestions', {
    summary: 'What was suggested on a way, or for one topic of it, the last first',
    access: 'member',
    params: WayPath,
    query: PageQuery.extend({ only: OpenOrAll, topicId: Slug.optional() }),
    answer: pageOf(Suggestion),
    problems: ['not-found'],
  }),
  withdrawSuggestion: endpoint('withdrawSuggestion', {
    summary: 'Take back what I suggested, as long as it is open',
    access: 'member',
    scope: 'mentoring:write',
    params: WayPath.extend({ suggestionId: Id }),
    answer: null,
    problems: ['not-found'],
  }),
  listMySuggestions: endpoint('listMySuggestions', {
    summary: 'What my mentors suggest and I have not answered, the last first',
    access: 'member',
    scope: 'progress:read',
    query: PageQuery,
    answer: pageOf(Suggestion),
    problems: [],
  }),
  answerSuggestion: endpoint('answerSuggestion', {
    summary: 'Take a suggestion, or put it away with a word',
    access: 'member',
    scope: 'progress:write',
    params: IdPath,
    body: z.strictObject({ answer: z.enum(['taken', 'put-away']), words: Sentence }),
    answer: Suggestion,
    problems: ['not-found', 'suggestion-answered'],
  }),
};
