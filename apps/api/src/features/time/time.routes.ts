import { dayIn, type time } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import type { Handlers } from '../../http/route.js';
import { getEnrolment } from '../progress/find-enrolment.js';
import { learnerZone } from '../progress/learner-day.js';
import { findTopic } from '../roadmaps/find-topic.js';
import { getRoadmap } from '../roadmaps/get-roadmap.js';
import { doneAt } from '../rooms/enter-room.js';
import { addTime, changeTime, deleteTime } from './keep-time.js';
import { listTime, timeAnswer } from './list-time.js';

export function timeHandlers(deps: Deps): Handlers<typeof time> {
  return {
    async listTime({ query, viewer }) {
      return listTime(deps, viewer.id, query);
    },

    async addTime({ body, viewer, timeZone, now }) {
      const roadmap = getRoadmap(deps, body.roadmap);
      await getEnrolment(viewer.id, roadmap.slug);
      const topic = findTopic(roadmap, body.topicId);
      const errors = [{ path: 'topicId', message: 'This roadmap has no such topic' }];
      if (!topic) throw new Problem('invalid', { errors });
      const at = doneAt(body.at, now);
      const day = body.day ?? dayIn(await learnerZone(timeZone, viewer.id), at);
      const { id, minutes, words } = body;
      return timeAnswer(roadmap, await addTime(viewer.id, { id, roadmap, topic, minutes, day, words, at }, now));
    },

    async changeTime({ params, body, viewer, now }) {
      const entry = await changeTime(deps, viewer.id, params.id, body, now);
      return timeAnswer(deps.roadmaps.get(entry.roadmap), entry);
    },

    async deleteTime({ params, viewer, now }) {
      await deleteTime(deps, viewer.id, params.id, now);
      return undefined;
    },
  };
}
