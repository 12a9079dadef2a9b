import { z } from 'zod';
import { endpoint, Id, Instant } from './endpoint.js';
import { Project } from './projects.js';

/** What of a project a revision keeps as it was: everything but who may see it and where it lies. */
export const Snapshot = Project.omit({
  id: true,
  visibility: true,
  isArchived: true,
  version: true,
  createdAt: true,
  updatedAt: true,
});
export type Snapshot = z.infer<typeof Snapshot>;

/** The commit that the repository was at; `null`: not checked. */
export const Commit = z
  .string()
  .regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/)
  .nullable();
export type Commit = z.infer<typeof Commit>;

/** A project as it was when a review was asked for. It never changes. */
export const Revision = Snapshot.extend({ number: z.int().min(1), createdAt: Instant, commit: Commit });
export type Revision = z.infer<typeof Revision>;

const WhichRevision = z.strictObject({ id: Id, number: z.coerce.number().int().min(1).max(1_000_000) });

export const revisions = {
  readRevision: endpoint('readRevision', {
    summary: 'A project as it was: of mine, or that I may review',
    access: 'member',
    params: WhichRevision,
    answer: Revision,
    problems: ['not-found'],
  }),
};
