import { z } from 'zod';
import { Instant } from './endpoint.js';
import { Person } from './mentoring.js';
import { Slug } from './roadmaps.js';

export const Decision = z.enum(['approved', 'changes_requested', 'commented']);
export type Decision = z.infer<typeof Decision>;

export const TopicVerdict = z.enum(['met', 'partly', 'not_met']);
export type TopicVerdict = z.infer<typeof TopicVerdict>;

export const Remark = z.string().trim().max(2000, 'At most 2,000 characters');

/** Of one covered topic. It is what confirms a topic. */
export const VerdictOnTopic = z.strictObject({
  roadmap: Slug,
  topicId: Slug,
  verdict: TopicVerdict,
  text: Remark.default(''),
});
/** Of one requirement of the brief that the project answers. */
export const VerdictOnRequirement = z.strictObject({ id: Slug, verdict: TopicVerdict, text: Remark.default('') });

const noneTwice = <T>(all: readonly T[], keyOf: (item: T) => string) => new Set(all.map(keyOf)).size === all.length;
const twice = 'Each once';

export const Verdict = z.strictObject({
  decision: Decision,
  /** Markdown. */
  text: z.string().trim().min(1, 'Say at least one sentence').max(10_000, 'At most 10,000 characters'),
  topics: z
    .array(VerdictOnTopic)
    .max(100)
    .refine((all) => noneTwice(all, ({ roadmap, topicId }) => `${roadmap}/${topicId}`), twice),
  requirements: z
    .array(VerdictOnRequirement)
    .max(50)
    .refine((all) => noneTwice(all, ({ id }) => id), twice)
    .default([]),
  /** The revision that was looked at; left out: the one that was there when it was claimed. */
  revision: z.int().min(1).optional(),
});
export type Verdict = z.infer<typeof Verdict>;

export const GivenVerdict = Verdict.extend({ revision: z.int(), at: Instant, reviewer: Person.nullable() });
export type GivenVerdict = z.infer<typeof GivenVerdict>;
