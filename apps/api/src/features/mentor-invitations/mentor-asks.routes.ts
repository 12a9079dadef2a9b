import type { mentorAsks, mentorCodes } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { createLimiter } from '../../http/limits.js';
import type { Handlers } from '../../http/route.js';
import { learnerDay } from '../progress/learner-day.js';
import { askToMentor, listMyAsks, withdrawAsk } from './asks.js';
import { createLetterLimits } from './letter-limits.js';
import { acceptCode, createCode, listCodes, previewCode, revokeCode } from './mentor-codes.js';
import { acceptAsk, declineAsk, listReceivedAsks } from './received-asks.js';

export function mentorAsksHandlers(deps: Deps): Handlers<typeof mentorAsks> {
  const limits = createLetterLimits(deps);

  return {
    async askToMentor(call) {
      return askToMentor(deps, limits, call);
    },

    async listMyAsks({ query, viewer, now }) {
      return listMyAsks(viewer.id, query, now);
    },

    async withdrawAsk({ params, viewer, now }) {
      await withdrawAsk(params.id, viewer.id, now);
      return undefined;
    },

    async listReceivedAsks({ query, viewer, now }) {
      return listReceivedAsks(viewer.id, query, now);
    },

    async acceptAsk({ params, body: { token, answer }, viewer, now }) {
      return acceptAsk(deps, { id: params.id, viewerId: viewer.id, token, answer, now });
    },

    async declineAsk({ params, body: { token, answer }, viewer, now }) {
      await declineAsk({ id: params.id, viewerId: viewer.id, token, answer, now });
      return undefined;
    },
  };
}

export function mentorCodesHandlers(deps: Deps): Handlers<typeof mentorCodes> {
  // The same tries as a cohort's codes have: who guesses at both guesses no faster.
  const codeTries = createLimiter(deps, 'join-code', 30, 600);
  const newCodes = createLimiter(deps, 'mentor-codes', 50, 86_400);

  return {
    async listMentorCodes({ query, viewer }) {
      return listCodes(viewer.id, query);
    },

    async createMentorCode(call) {
      await newCodes.take(call.viewer.id);
      return createCode(deps, call);
    },

    async revokeMentorCode({ params, viewer, now }) {
      await revokeCode(params.id, viewer.id, now);
      return undefined;
    },

    async previewCode({ body, viewer, now }) {
      await codeTries.take(viewer.id);
      return previewCode(body.code, viewer.id, now);
    },

    async acceptCode({ body, viewer, timeZone, now }) {
      await codeTries.take(viewer.id);
      const today = await learnerDay(timeZone, viewer.id, now);
      return acceptCode(deps, { learnerId: viewer.id, ...body, today, now });
    },
  };
}
