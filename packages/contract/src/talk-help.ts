import { z } from 'zod';
import { Day, endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Person } from './people.js';
import { Slug } from './roadmaps.js';
import { longestSentence } from './talk.rules.js';
import { Words } from './values.js';

/** What somebody wants help with. */
export const HelpAbout = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('topic'), roadmap: Slug, topicId: Slug }),
  z.strictObject({ kind: z.literal('project'), projectId: Id }),
]);
export type HelpAbout = z.infer<typeof HelpAbout>;

/** A learner's sentence to their mentors about a topic or a project. Open until either side closes it. */
export const Help = z.strictObject({
  id: Id,
  learner: Person,
  about: HelpAbout,
  /** Of the topic or the project. */
  title: z.string(),
  sentence: z.string(),
  askedAt: Instant,
  /** The learner's day of it, as they lived it. */
  day: Day,
  /** `by`: `null` for somebody who is a member no more. */
  closed: z.strictObject({ at: Instant, by: Person.nullable(), words: z.string() }).nullable(),
  /** Until when its learner can open it again; `null`: it is open, or it is too late. */
  reopenUntil: Instant.nullable(),
});
export type Help = z.infer<typeof Help>;

const Sentence = Words(longestSentence);
const OpenOrAll = z.enum(['open', 'all']).default('open');

export const talkHelp = {
  askForHelp: endpoint('askForHelp', {
    summary: 'Ask my mentors for help with a topic or a project, in a sentence',
    access: 'member',
    scope: 'progress:write',
    body: z.strictObject({ about: HelpAbout, sentence: Sentence.min(1, 'Say what you need in a sentence') }),
    answer: Help,
    statuses: [201],
    problems: ['not-found', 'help-open', 'project-private', 'nobody-to-ask', 'too-many-requests'],
  }),
  listMyHelp: endpoint('listMyHelp', {
    summary: 'What I asked for help with, the last first',
    access: 'member',
    scope: 'progress:read',
    query: PageQuery.extend({
      only: OpenOrAll,
      roadmap: Slug.optional(),
      topicId: Slug.optional(),
      projectId: Id.optional(),
    }),
    answer: pageOf(Help),
    problems: [],
  }),
  closeHelp: endpoint('closeHelp', {
    summary: 'Close a request for help, my own or one that I see as a mentor',
    access: 'member',
    params: IdPath,
    body: z.strictObject({ words: Sentence.default('') }),
    answer: Help,
    problems: ['not-found', 'help-closed'],
  }),
  reopenHelp: endpoint('reopenHelp', {
    summary: 'Open my request for help again, within a week',
    access: 'member',
    scope: 'progress:write',
    params: IdPath,
    answer: Help,
    problems: ['not-found', 'help-open'],
  }),
  listHelp: endpoint('listHelp', {
    summary: 'Who of my learners asks for help, the longest wait first; a page may hold fewer than it was asked for',
    access: 'member',
    scope: 'mentoring:read',
    query: PageQuery,
    answer: pageOf(Help),
    problems: [],
  }),
  listLearnerHelp: endpoint('listLearnerHelp', {
    summary: 'What one of my learners asked for help with, the last first',
    access: 'member',
    scope: 'mentoring:read',
    params: IdPath,
    query: PageQuery.extend({ only: OpenOrAll, roadmap: Slug.optional() }),
    answer: pageOf(Help),
    problems: ['not-found'],
  }),
};
