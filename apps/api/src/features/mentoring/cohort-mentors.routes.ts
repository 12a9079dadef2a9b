import type { cohortMentors } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { createLimiter } from '../../http/limits.js';
import type { Handlers } from '../../http/route.js';
import { learnerDay } from '../progress/learner-day.js';
import { acceptOffer, declineOffer } from './answer-offer.js';
import { declineMentor, letMentorSee, listMentorAsks } from './later-mentors.js';
import { cohortAnswer } from './mentoring-answers.js';
import { listCohortOffers, listMyOffers, offerCohort, withdrawOffer } from './offer-cohort.js';
import { removeMentor } from './remove-mentor.js';

export function cohortMentorsHandlers(deps: Deps): Handlers<typeof cohortMentors> {
  const offers = createLimiter(deps, 'cohort-offer', 60, 3600);

  return {
    async offerCohort({ params, body, viewer, now }) {
      await offers.take(viewer.id);
      await offerCohort({ cohortId: params.id, mentorId: viewer.id, handle: body.handle, now });
      return undefined;
    },

    async listCohortOffers({ params, query, viewer, now }) {
      return listCohortOffers(params.id, viewer.id, query, now);
    },

    async withdrawCohortOffer({ params, viewer }) {
      await withdrawOffer(params.id, viewer.id, params.offerId);
      return undefined;
    },

    async listMyCohortOffers({ query, viewer, now }) {
      return listMyOffers(viewer.id, query, now);
    },

    async acceptCohortOffer({ params, viewer, now }) {
      return cohortAnswer(await acceptOffer(params.id, viewer.id, now), viewer.id);
    },

    async declineCohortOffer({ params, viewer, now }) {
      await declineOffer(params.id, viewer.id, now);
      return undefined;
    },

    async removeCohortMentor({ params, viewer, now }) {
      await removeMentor({ cohortId: params.id, byId: viewer.id, mentorId: params.mentorId, now });
      return undefined;
    },

    async listMentorAsks({ query, viewer }) {
      return listMentorAsks(viewer.id, query);
    },

    async letMentorSee({ params, body, viewer, timeZone, now }) {
      const { id: cohortId, mentorId } = params;
      const today = await learnerDay(timeZone, viewer.id, now);
      return letMentorSee({ learnerId: viewer.id, cohortId, mentorId, consent: body.consent, today, now });
    },

    async declineMentor({ params, viewer }) {
      await declineMentor(viewer.id, params.id, params.mentorId);
      return undefined;
    },
  };
}
