import type { talk } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { createLimiter } from '../../http/limits.js';
import type { Handlers } from '../../http/route.js';
import { getEnrolment } from '../progress/find-enrolment.js';
import { getPlace, getWay, seen } from './enter-talk.js';
import { listTalk } from './list-talk.js';
import { listSharedNotes } from './shared-notes.js';
import { deleteTopicComment, listTopicComments, restoreTopicComment, sayOnTopic, seeTalk } from './topic-comments.js';
import { findReaders } from './who-talks.js';

export function talkHandlers(deps: Deps): Handlers<typeof talk> {
  const comments = createLimiter(deps, 'topic-comments', 60, 600);

  return {
    async listTalk(call) {
      const way = await getWay(deps, call);
      await seen(way, 'dashboard', call.now);
      return listTalk(way, call.query);
    },

    async listTopicComments(call) {
      const place = await getPlace(deps, call);
      await seen(place, 'talk', call.now);
      return listTopicComments(place, call.query);
    },

    async sayOnTopic(call) {
      const place = await getPlace(deps, call);
      await comments.take(call.viewer.id);
      return sayOnTopic(place, call.body.text, call.now);
    },

    async deleteTopicComment(call) {
      await deleteTopicComment(await getPlace(deps, call), call.params.commentId, call.now);
      return undefined;
    },

    async restoreTopicComment(call) {
      return restoreTopicComment(await getPlace(deps, call), call.params.commentId, call.now);
    },

    async seeTalk(call) {
      await seeTalk(await getPlace(deps, call));
      return undefined;
    },

    async readReaders({ query, viewer }) {
      if (query.roadmap !== undefined) await getEnrolment(viewer.id, query.roadmap);
      return findReaders(viewer.id, query.roadmap);
    },

    async listSharedNotes({ params, query, viewer, now }) {
      return listSharedNotes(deps, { mentorId: viewer.id, learnerId: params.id, now }, query);
    },
  };
}
