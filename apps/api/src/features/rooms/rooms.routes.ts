import type { rooms } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { page, pageOfAll, readCursor } from '../../http/cursor.js';
import type { Handlers } from '../../http/route.js';
import { getEnrolment } from '../progress/find-enrolment.js';
import { learnerDay, learnerZone } from '../progress/learner-day.js';
import { getTopic } from '../roadmaps/find-topic.js';
import { getRoadmap } from '../roadmaps/get-roadmap.js';
import { changeRoom } from './change-room.js';
import { dismissDeadLink, findReported, listDeadLinks, reportDeadLink, withdrawDeadLink } from './dead-links.js';
import { doneAt, findRoom } from './enter-room.js';
import { listNotes } from './list-notes.js';
import { roomAnswer, roomCardAnswer } from './room-answer.js';
import { Room, type RoomRecord } from './rooms.model.js';
import { writeNote } from './write-note.js';

interface Named {
  params: { slug: string; topicId: string };
  viewer: { id: string };
}

interface Written extends Named {
  body: { at?: string | undefined };
  timeZone: string | undefined;
  now: Date;
}

export function roomsHandlers(deps: Deps): Handlers<typeof rooms> {
  const named = ({ params, viewer }: Named) => {
    const roadmap = getRoadmap(deps, params.slug);
    return { learnerId: viewer.id, roadmap, topic: getTopic(roadmap, params.topicId) };
  };
  const actOf = async (call: Written) => ({
    ...named(call),
    at: doneAt(call.body.at, call.now),
    timeZone: await learnerZone(call.timeZone, call.viewer.id),
    now: call.now,
  });
  const read = async (call: Named) => {
    const { learnerId, roadmap, topic } = named(call);
    const enrolment = await getEnrolment(learnerId, roadmap.slug);
    const room = await findRoom(learnerId, roadmap, topic);
    return roomAnswer(topic, enrolment, room, await findReported(learnerId, roadmap, topic));
  };

  return {
    async readRoom(call) {
      return read(call);
    },

    async changeRoom(call) {
      await changeRoom(await actOf(call), call.body, call.operationId);
      return read(call);
    },

    async writeNote(call) {
      return writeNote(await actOf(call), call.body.text, call.body.base);
    },

    async listRooms({ params, query, viewer }) {
      const roadmap = getRoadmap(deps, params.slug);
      const enrolment = await getEnrolment(viewer.id, roadmap.slug);
      const [last] = (readCursor(query.cursor, ['number']) ?? []) as [number?];
      const after = last === undefined ? {} : { ordinal: mongoose.trusted({ $gt: last }) };
      const found = await Room.find({ learnerId: viewer.id, roadmap: roadmap.slug, ...after })
        .sort({ ordinal: 1 })
        .limit(query.limit + 1)
        .lean<RoomRecord[]>();
      const { items, nextCursor } = page(found, query.limit, (room) => [room.ordinal]);
      const topics = new Map(roadmap.topics.map((topic) => [topic.ordinal, topic]));
      const cards = items.flatMap((room) => {
        const topic = topics.get(room.ordinal);
        return topic ? [roomCardAnswer(topic, enrolment, room)] : [];
      });
      return { items: cards, nextCursor };
    },

    async listNotes({ query, viewer }) {
      return listNotes(deps, viewer.id, query);
    },

    async reportDeadLink(call) {
      const report = { ...named(call), resourceId: call.params.resourceId };
      await getEnrolment(report.learnerId, report.roadmap.slug);
      await reportDeadLink(report, await learnerDay(call.timeZone, call.viewer.id, call.now));
      return undefined;
    },

    async withdrawDeadLink(call) {
      const report = { ...named(call), resourceId: call.params.resourceId };
      await getEnrolment(report.learnerId, report.roadmap.slug);
      await withdrawDeadLink(report);
      return undefined;
    },

    async listDeadLinks({ query }) {
      const keyOf = (link: { roadmap: string; topicId: string; resourceId: string }) =>
        `${link.roadmap}/${link.topicId}/${link.resourceId}`;
      return pageOfAll(await listDeadLinks(deps), query, keyOf);
    },

    async dismissDeadLink({ params, now }) {
      const roadmap = getRoadmap(deps, params.slug);
      await dismissDeadLink(roadmap, getTopic(roadmap, params.topicId), params.resourceId, now);
      return undefined;
    },
  };
}
