import type { cohortMentors, cohorts, glance } from '@waymark/contract';
import { only, own, type Row, row } from './access-rows.js';
import type { World } from './access-world.js';
import { everything } from './build.js';

type Names = keyof typeof cohorts | keyof typeof cohortMentors | keyof typeof glance;

const theirs = { param: 'id', of: (world: World) => world.cohortId };
const ofCohort = (allowed: Parameters<typeof only>[0], status: number, more: Parameters<typeof only>[2] = {}) =>
  only(allowed, status, { theirs, ...more });
/** A mentor who came to the cohort after the learner. */
const later = (more: object = {}) => ({
  asking: (world: World) => ({ params: { mentorId: world.laterId }, ...more }),
  alone: true,
});

/** What each viewer may do about a cohort. */
export const cohortRows: Record<Names, Row> = {
  listCohorts: own(200),
  createCohort: own(201, { asking: () => ({ body: { name: 'One more', roadmap: 'backend' } }) }),
  joinCohort: row(
    (viewer) =>
      ({ stranger: 401, learner: 409, mentor: 409, other: 201, former: 201, elsewhere: 201, owner: 201 })[viewer],
    {
      asking: ({ code }) => ({ body: { code, consent: everything } }),
      alone: true,
    },
  ),
  previewCohort: own(200, { asking: ({ code }) => ({ body: { code } }) }),
  readCohort: ofCohort(['mentor', 'learner'], 200),
  changeCohort: ofCohort(['mentor'], 200, {
    asking: ({ cohortVersion }) => ({ body: { name: 'Changed' }, headers: { 'if-match': `"${cohortVersion}"` } }),
    alone: true,
  }),
  leaveCohort: ofCohort(['learner'], 204, { alone: true }),
  changeListing: ofCohort(['learner'], 204, { asking: () => ({ body: { isListed: true } }) }),
  listCohortNames: ofCohort(['learner'], 200),
  renewCohortCode: ofCohort(['mentor'], 200, { asking: () => ({ body: { expiresInDays: 7 } }), alone: true }),
  revokeCohortCode: ofCohort(['mentor'], 204, { alone: true }),
  offerCohort: ofCohort(['mentor'], 204, { asking: () => ({ body: { handle: 'nobody-has-it' } }), alone: true }),
  listCohortOffers: ofCohort(['mentor'], 200),
  withdrawCohortOffer: only(['mentor'], 204, {
    asking: ({ cohortId }) => ({ params: { id: cohortId } }),
    theirs: { param: 'offerId', of: (world) => world.offerId },
    alone: true,
  }),
  listMyCohortOffers: own(200),
  // The other learner is asked to mentor the cohort.
  acceptCohortOffer: only(['other'], 200, { theirs: { param: 'id', of: (world) => world.offerId }, alone: true }),
  declineCohortOffer: only(['other'], 204, { theirs: { param: 'id', of: (world) => world.offerId }, alone: true }),
  removeCohortMentor: ofCohort(['mentor'], 204, later()),
  listMentorAsks: own(200),
  letMentorSee: ofCohort(['learner'], 201, later({ body: { consent: everything } })),
  declineMentor: ofCohort(['learner'], 204, later()),
  readGlance: ofCohort(['mentor'], 200),
  listGlanceRows: ofCohort(['mentor'], 200),
};
