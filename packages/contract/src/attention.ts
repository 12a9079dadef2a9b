import { z } from 'zod';
import { Day, Id } from './endpoint.js';
import { Slug } from './roadmaps.js';

export const AttentionReason = z.enum([
  'asked-for-help',
  'unanswered-changes',
  'dead-link',
  'stuck',
  'quiet',
  'behind-target',
]);
export type AttentionReason = z.infer<typeof AttentionReason>;

/** Why a learner needs attention: a rule, since when, and its evidence. The learner sees the same list, a day earlier. */
export const Attention = z.strictObject({
  reason: AttentionReason,
  since: Day,
  topicId: Slug.nullable(),
  /** Of the reasons that are about a project; only who sees the learner's projects is told of those. */
  project: z.strictObject({ id: Id, title: z.string() }).optional(),
  /** What the learner asked, in their own words. */
  help: z.strictObject({ id: Id, sentence: z.string() }).optional(),
});
export type Attention = z.infer<typeof Attention>;

/** As one mentor is told of it. */
export const ToldAttention = Attention.extend({
  /** Names it to `quietAttention`. */
  key: z.string(),
  /** From this day on the mentor is told. */
  toldFrom: Day,
  /** The mentor has seen it (`until: null`), or asked to be told again on that day. */
  quieted: z.strictObject({ until: Day.nullable() }).nullable(),
});
export type ToldAttention = z.infer<typeof ToldAttention>;
