import type { talkSuggestions } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { createLimiter } from '../../http/limits.js';
import type { Handlers } from '../../http/route.js';
import { learnerZone } from '../progress/learner-day.js';
import { answerSuggestion } from './answer-suggestion.js';
import { getPlace, getWay, seen } from './enter-talk.js';
import { listMySuggestions, listSuggestions, suggest, withdrawSuggestion } from './suggest.js';

export function talkSuggestionsHandlers(deps: Deps): Handlers<typeof talkSuggestions> {
  const suggesting = createLimiter(deps, 'suggest', 60, 600);

  return {
    async suggest(call) {
      const place = await getPlace(deps, call);
      await suggesting.take(call.viewer.id);
      return suggest(deps, place, call.body, call.now);
    },

    async listSuggestions(call) {
      const way = await getWay(deps, call);
      await seen(way, 'talk', call.now);
      return listSuggestions(deps, way, call.query);
    },

    async withdrawSuggestion(call) {
      await withdrawSuggestion(await getWay(deps, call), call.params.suggestionId);
      return undefined;
    },

    async listMySuggestions({ query, viewer }) {
      return listMySuggestions(deps, viewer.id, query);
    },

    async answerSuggestion({ params, body, viewer, operationId, timeZone, now }) {
      const zone = await learnerZone(timeZone, viewer.id);
      const answering = { learnerId: viewer.id, ...body, operationId, timeZone: zone, now };
      return answerSuggestion(deps, params.id, answering);
    },
  };
}
