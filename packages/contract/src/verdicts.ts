import { z } from 'zod';
import { Instant } from './endpoint.js';
import { Person } from './people.js';
import { Slug } from './roadmaps.js';
import { sayOneSentence, verdictFaults } from './verdicts.rules.js';

export const Decision = z.enum(['approved', 'changes_requested', 'commented']);
export type Decision = z.infer<typeof Decision>;

export const TopicVerdict = z.enum(['met', 'partly', 'not_met']);
export type TopicVerdict = z.infer<typeof TopicVerdict>;

export const Remark = z.string().trim().max(2000, 'At most 2,000 characters');

/** Of one covered topic. It is what confirms a topic. Of those that were given before each had to say why, some have no text. */
export const VerdictOnTopic = z.strictObject({
  roadmap: Slug,
  topicId: Slug,
  verdict: TopicVerdict,
  /** Markdown. */
  text: Remark.default(''),
});
/** Of one requirement of the brief that the project answers. */
export const VerdictOnRequirement = z.strictObject({ id: Slug, verdict: TopicVerdict, text: Remark.default('') });

const noneTwice = <T>(all: readonly T[], keyOf: (item: T) => string) => new Set(all.map(keyOf)).size === all.length;
const twice = 'Each once';

const onTopics = <T extends z.ZodType<{ roadmap: string; topicId: string }>>(line: T) =>
  z
    .array(line)
    .max(100)
    .refine((all) => noneTwice(all, ({ roadmap, topicId }) => `${roadmap}/${topicId}`), twice);

const atLeastOne = { minLength: 1, description: 'Markdown, at least one sentence' };

const WholeVerdict = z.strictObject({
  decision: Decision,
  text: z.string(sayOneSentence).trim().max(10_000, 'At most 10,000 characters').meta(atLeastOne),
  topics: onTopics(VerdictOnTopic),
  requirements: z
    .array(VerdictOnRequirement)
    .max(50)
    .refine((all) => noneTwice(all, ({ id }) => id), twice)
    .default([]),
  /** The revision that was looked at; left out: the one that was there when it was claimed. */
  revision: z.int().min(1).optional(),
});

const SaidOnTopic = VerdictOnTopic.extend({
  text: z.string(sayOneSentence).trim().max(2000, 'At most 2,000 characters').meta(atLeastOne),
});

/** A verdict as it is given: at least one sentence on the whole, and one on each topic. */
export const Verdict = z
  .strictObject({ ...WholeVerdict.shape, topics: onTopics(SaidOnTopic) })
  .superRefine((verdict, context) => {
    for (const { path, message } of verdictFaults(verdict)) {
      context.addIssue({ code: 'custom', path: path.split('.'), message });
    }
  });
export type Verdict = z.infer<typeof Verdict>;

export const GivenVerdict = WholeVerdict.extend({ revision: z.int(), at: Instant, reviewer: Person.nullable() });
export type GivenVerdict = z.infer<typeof GivenVerdict>;
