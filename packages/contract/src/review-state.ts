import { z } from 'zod';

export const ReviewState = z.enum([
  'requested',
  'in_review',
  'changes_requested',
  'approved',
  'commented',
  'withdrawn',
  'parked',
]);
export type ReviewState = z.infer<typeof ReviewState>;
