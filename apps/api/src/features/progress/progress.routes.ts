import { type Choices, checkChoices, type progress, type Roadmap } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { pageOfAll } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import { reply } from '../../http/reply.js';
import type { Handlers } from '../../http/route.js';
import { findTopic } from '../roadmaps/find-topic.js';
import { getRoadmap } from '../roadmaps/get-roadmap.js';
import { getEnrolment } from './find-enrolment.js';
import { learnerDay, learnerZone } from './learner-day.js';
import { leaveEnrolment, restoreEnrolment } from './leave-enrolment.js';
import { Enrolment, type EnrolmentRecord } from './progress.model.js';
import { putEnrolment } from './put-enrolment.js';
import { setTopics } from './set-topics.js';
import { cardAnswer, enrolmentAnswer, topicAt } from './way-of.js';

function refuseUnknownChoices(roadmap: Roadmap, choices: Choices | undefined): void {
  const errors = checkChoices(roadmap, choices ?? {});
  if (errors.length > 0) throw new Problem('invalid', { errors });
}

export function progressHandlers(deps: Deps): Handlers<typeof progress> {
  return {
    async listEnrolments({ query, viewer, timeZone, now }) {
      const today = await learnerDay(timeZone, viewer.id, now);
      const found = await Enrolment.find({ learnerId: viewer.id, leftAt: null })
        .sort({ updatedAt: -1 })
        .lean<EnrolmentRecord[]>();
      const items = found.flatMap((record) => {
        const roadmap = deps.roadmaps.get(record.roadmap);
        return roadmap ? [cardAnswer(roadmap, record, today)] : [];
      });
      return pageOfAll(items, query, (item) => item.roadmap);
    },

    async readEnrolment({ params, viewer, timeZone, now }) {
      const roadmap = getRoadmap(deps, params.slug);
      const record = await getEnrolment(viewer.id, roadmap.slug);
      return enrolmentAnswer(roadmap, record, await learnerDay(timeZone, viewer.id, now));
    },

    async putEnrolment({ params, body, viewer, timeZone, now }) {
      const roadmap = getRoadmap(deps, params.slug);
      refuseUnknownChoices(roadmap, body.choices);
      const today = await learnerDay(timeZone, viewer.id, now);
      const { plan, choices } = body;
      const { record, isNew } = await putEnrolment({ learnerId: viewer.id, roadmap, plan, choices, today, now });
      return reply(enrolmentAnswer(roadmap, record, today), { status: isNew ? 201 : 200 });
    },

    async leaveEnrolment({ params, viewer, now }) {
      await leaveEnrolment(viewer.id, getRoadmap(deps, params.slug).slug, now);
      return undefined;
    },

    async restoreEnrolment({ params, viewer, timeZone, now }) {
      const roadmap = getRoadmap(deps, params.slug);
      const record = await restoreEnrolment(viewer.id, roadmap, now);
      return enrolmentAnswer(roadmap, record, await learnerDay(timeZone, viewer.id, now));
    },

    async setTopic({ params, body, viewer, operationId, timeZone, now }) {
      const roadmap = getRoadmap(deps, params.slug);
      const topic = findTopic(roadmap, params.topicId);
      if (!topic) throw new Problem('not-found');
      const zone = await learnerZone(timeZone, viewer.id);
      const changes = [{ topic, change: body }];
      const record = await setTopics({ learnerId: viewer.id, roadmap, changes, operationId, timeZone: zone, now });
      return { topic: { id: topic.id, ...topicAt(record, topic.ordinal) }, summary: record.summary };
    },

    async setTopics({ params, body, viewer, operationId, timeZone, now }) {
      const roadmap = getRoadmap(deps, params.slug);
      const asked = Object.entries(body.topics).map(([id, change]) => ({ id, topic: findTopic(roadmap, id), change }));
      const errors = asked
        .filter(({ topic }) => !topic)
        .map(({ id }) => ({ path: `topics.${id}`, message: 'This roadmap has no such topic' }));
      if (errors.length > 0) throw new Problem('invalid', { errors });
      const changes = asked.flatMap(({ topic, change }) => (topic ? [{ topic, change }] : []));
      const zone = await learnerZone(timeZone, viewer.id);
      const record = await setTopics({ learnerId: viewer.id, roadmap, changes, operationId, timeZone: zone, now });
      const topics = Object.fromEntries(changes.map(({ topic }) => [topic.id, topicAt(record, topic.ordinal)]));
      return { topics, summary: record.summary };
    },
  };
}
