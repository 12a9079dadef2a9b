import { z } from 'zod';
import { Id, Instant } from './endpoint.js';
import { Slug } from './roadmaps.js';

export const ChangeKind = z.enum([
  'topic',
  'proof',
  'project',
  'review-asked',
  'review-answered',
  'help',
  'comment',
  'note',
  'attention',
  'came-back',
]);
export type ChangeKind = z.infer<typeof ChangeKind>;

/**
 * One thing that is not as it was: a state, a proof, a decision or a reason, from which to which, and when. Of comments `to`
 * is how many there are; what was said is read where it was said.
 */
export const Change = z.strictObject({
  /** Names it; when it changes once more, that is another one. */
  key: z.string().min(1).max(240),
  kind: ChangeKind,
  at: Instant,
  topicId: Slug.nullable(),
  project: z.strictObject({ id: Id, title: z.string() }).nullable(),
  reviewId: Id.nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type Change = z.infer<typeof Change>;

/** What changed, by kind: of each at most twenty, the last first, and how many more there are. */
export const ChangesSince = z.strictObject({
  /** `null`: nobody looked before, so nothing has changed since. */
  at: Instant.nullable(),
  parts: z.array(z.strictObject({ kind: ChangeKind, items: z.array(Change), more: z.int() })),
});
export type ChangesSince = z.infer<typeof ChangesSince>;
