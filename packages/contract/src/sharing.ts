import { z } from 'zod';
import { endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Consent, Grant } from './grants.js';
import { LearnerDashboard } from './mentoring.js';
import { Person } from './people.js';
import { Slug } from './roadmaps.js';

/** What a mentor would read with a consent that nobody has given yet. */
export const GrantPreview = z.strictObject({
  /** `false`: I do not follow the roadmap (yet), so there is no way in the dashboard. */
  isFollowed: z.boolean(),
  dashboard: LearnerDashboard,
  /** Of mine, that nobody sees whatever I share. */
  privateProjects: z.int(),
});
export type GrantPreview = z.infer<typeof GrantPreview>;

/** A learner who keeps a grant closed for a while: to its mentor a name, and since when. */
export const PausedLearner = z.strictObject({ id: Id, learner: Person, pausedAt: Instant });
export type PausedLearner = z.infer<typeof PausedLearner>;

export const sharing = {
  previewGrant: endpoint('previewGrant', {
    summary: 'What a mentor would see of me with this consent',
    access: 'member',
    idempotent: false,
    body: z.strictObject({
      roadmap: Slug,
      consent: Consent,
      /** The grant that would be changed: what its mentor sees by others of mine is seen as well. */
      grantId: Id.optional(),
    }),
    answer: GrantPreview,
    problems: ['not-found'],
  }),
  pauseGrant: endpoint('pauseGrant', {
    summary: 'Close a grant for a while, from the next request on; nothing of it is lost',
    access: 'member',
    params: IdPath,
    answer: Grant,
    problems: ['not-found'],
  }),
  resumeGrant: endpoint('resumeGrant', {
    summary: 'Open a paused grant again',
    access: 'member',
    params: IdPath,
    answer: Grant,
    problems: ['not-found'],
  }),
  readHandOver: endpoint('readHandOver', {
    summary: 'Where I stand with this mentor, as a Markdown document for the next one; for 30 days after the end, too',
    access: 'member',
    params: IdPath,
    answer: z.string(),
    streamed: 'markdown',
    problems: ['not-found'],
  }),
  listPaused: endpoint('listPaused', {
    summary: 'The learners who keep what they share with me closed for a while',
    access: 'member',
    scope: 'mentoring:read',
    query: PageQuery,
    answer: pageOf(PausedLearner),
    problems: [],
  }),
};
