import { z } from 'zod';
import { Day, Id } from './endpoint.js';
import { Slug } from './roadmaps.js';

/** Why a learner needs attention: a rule, since when, and its evidence. The learner sees the same list. */
export const Attention = z.strictObject({
  reason: z.enum(['stuck', 'quiet', 'behind-target', 'unanswered-changes', 'dead-link']),
  since: Day,
  topicId: Slug.nullable(),
  /** Of the reasons that are about a project; only who sees the learner's projects is told of those. */
  project: z.strictObject({ id: Id, title: z.string() }).optional(),
});
export type Attention = z.infer<typeof Attention>;
