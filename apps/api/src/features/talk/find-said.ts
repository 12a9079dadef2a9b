import type { Consent, Roadmap } from '@waymark/contract';
import mongoose from 'mongoose';
import { Room, type RoomRecord, withSharedNote } from '../rooms/rooms.model.js';
import { type HelpRecord, HelpRequest } from './help.model.js';
import { TopicComment } from './talk.model.js';

interface Asked {
  learnerId: string;
  roadmap: Roadmap;
  since: Date;
  consent: Consent;
}

const mostAsked = 100;
const mostSpoken = 500;

/** What a learner said to their mentors since then, as far as the consent reaches: comments, help, notes. */
export async function findSaid(asked: Asked) {
  const { roadmap, consent } = asked;
  const topics = new Map(roadmap.topics.map(({ ordinal, id }) => [ordinal, id]));
  const onTopic = <T extends { ordinal: number }>(all: readonly T[]) =>
    all.flatMap((each) => {
      const topicId = topics.get(each.ordinal);
      return topicId === undefined ? [] : [{ ...each, topicId }];
    });
  const [help, comments, notes] = await Promise.all([
    helpSince(asked),
    consent.progress ? commentsSince(asked) : [],
    consent.notes ? sharedNotes(asked) : [],
  ]);
  return {
    help: help.map((each) => ({ ...each, topicId: topics.get(each.ordinal ?? -1) ?? null })),
    comments: onTopic(comments).map(({ topicId, count, at }) => ({ topicId, count, at: at.toISOString() })),
    notes: onTopic(notes).map(({ topicId, marks, noteAt, updatedAt }) => ({
      topicId,
      sharedAt: new Date(marks?.[0]?.at ?? 0).toISOString(),
      writtenAt: (noteAt ?? updatedAt).toISOString(),
    })),
  };
}

function helpSince({ learnerId, roadmap, since, consent }: Asked) {
  const ofTopics = { roadmap: roadmap.slug };
  const ofProjects = { projectId: mongoose.trusted({ $ne: null }) };
  const seen = [...(consent.progress ? [ofTopics] : []), ...(consent.projects ? [ofProjects] : [])];
  if (seen.length === 0) return [];
  return HelpRequest.find({ learnerId, askedAt: mongoose.trusted({ $gt: since }), $and: [{ $or: seen }] })
    .select({ ordinal: 1, projectId: 1, askedAt: 1 })
    .sort({ askedAt: -1, _id: -1 })
    .limit(mostAsked)
    .lean<Pick<HelpRecord, 'ordinal' | 'projectId' | 'askedAt'>[]>();
}

/** Their own words alone, topic by topic: what a mentor says is no news to a mentor. */
async function commentsSince({ learnerId, roadmap, since }: Asked) {
  const me = new mongoose.Types.ObjectId(learnerId);
  const found = await TopicComment.aggregate<{ _id: string; count: number; at: Date }>([
    { $match: { learnerId: me, authorId: me, at: mongoose.trusted({ $gt: since }), deletedAt: null } },
    { $group: { _id: '$talkId', count: { $sum: 1 }, at: { $max: '$at' } } },
    { $sort: { at: -1, _id: 1 } },
    { $limit: mostSpoken },
  ]).exec();
  return found.flatMap(({ _id, ...each }) => {
    const [, slug, ordinal] = _id.split(':');
    return slug === roadmap.slug ? [{ ...each, ordinal: Number(ordinal) }] : [];
  });
}

/** At most one for each topic of a way, without what is in them. */
function sharedNotes({ learnerId, roadmap }: Asked) {
  return Room.find(
    { learnerId, roadmap: roadmap.slug, ...withSharedNote },
    { ordinal: 1, noteAt: 1, updatedAt: 1, marks: { $elemMatch: { key: 'shared' } } },
  ).lean<Pick<RoomRecord, 'ordinal' | 'noteAt' | 'updatedAt' | 'marks'>[]>();
}
