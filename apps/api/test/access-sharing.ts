import type { looks, sharing } from '@waymark/contract';
import { only, own, type Row } from './access-rows.js';
import { everything } from './build.js';

const theirs = { param: 'id', of: (world: { grantId: string }) => world.grantId };

/** What each viewer may do about what a learner shares, and who looked. */
export const sharingRows: Record<keyof typeof sharing | keyof typeof looks, Row> = {
  // Of one’s own, whether one follows the roadmap or not.
  previewGrant: own(200, { asking: () => ({ body: { roadmap: 'backend', consent: everything } }) }),
  pauseGrant: only(['learner'], 200, { theirs, alone: true }),
  resumeGrant: only(['learner'], 200, { theirs, alone: true }),
  readHandOver: only(['learner'], 200, { theirs }),
  listPaused: own(200),
  listLooks: own(200),
};
