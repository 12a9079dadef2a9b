import type { LookedAt, Roadmap, TalkNews, Topic } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { readCursor } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import { recordLooks } from '../looks/record-looks.js';
import { getView } from '../mentoring/get-view.js';
import { getEnrolment } from '../progress/find-enrolment.js';
import { getTopic } from '../roadmaps/find-topic.js';
import { getRoadmap } from '../roadmaps/get-roadmap.js';
import { Talk, type TalkRecord, talkId } from './talk.model.js';
import { tellOfTalk } from './tell-of-talk.js';
import { findMentors } from './who-talks.js';

/** A learner's way, as its learner or one of its mentors has it before them. */
export interface Way {
  viewerId: string;
  learnerId: string;
  roadmap: Roadmap;
}

/** One topic of it. */
export interface Place extends Way {
  topic: Topic;
  id: string;
}

interface Named {
  params: { id: string; slug: string };
  viewer: { id: string };
}

/** The way, for its learner and for the mentors who see its progress at this moment; to all others there is nothing. */
export async function getWay(deps: Pick<Deps, 'roadmaps'>, { params, viewer }: Named): Promise<Way> {
  const { id: learnerId, slug } = params;
  if (learnerId === viewer.id) await getEnrolment(learnerId, slug);
  else await getView(viewer.id, learnerId, { roadmap: slug, scope: 'progress' });
  return { viewerId: viewer.id, learnerId, roadmap: getRoadmap(deps, slug) };
}

export async function getPlace(
  deps: Pick<Deps, 'roadmaps'>,
  call: { params: Named['params'] & { topicId: string }; viewer: Named['viewer'] },
): Promise<Place> {
  const way = await getWay(deps, call);
  const topic = getTopic(way.roadmap, call.params.topicId);
  return { ...way, topic, id: talkId(way.learnerId, way.roadmap.slug, topic.ordinal) };
}

/** Writes down that a mentor looks, before they are answered; of one's own nothing. */
export function seen({ learnerId, viewerId, roadmap }: Way, what: LookedAt, now: Date): Promise<void> {
  return recordLooks([{ learnerId, mentorId: viewerId, what, roadmap: roadmap.slug }], now);
}

/** By how much an act changes what a talk counts; an act that `says` something is told of. */
interface Change {
  comments?: number;
  openSuggestions?: number;
  /** There is an end to how many comments a talk has. */
  most?: number;
  says?: TalkNews;
}

/** Counts an act in its talk, so that those who have it open follow; `conflict` where it is full. */
export async function countInTalk(place: Place, change: Change, now: Date): Promise<void> {
  const { id, learnerId, roadmap, topic, viewerId } = place;
  const { comments = 0, openSuggestions = 0, most, says } = change;
  const told = await findMentors({ learnerId, roadmap: roadmap.slug, scope: 'progress' });
  const begun = { learnerId, roadmap: roadmap.slug, ordinal: topic.ordinal, topicId: topic.id };
  await Talk.updateOne(
    { _id: id },
    { $setOnInsert: { ...begun, comments: 0, openSuggestions: 0, told, at: now, version: 0 } },
    { upsert: true },
  );
  const counted = await Talk.findOneAndUpdate(
    { _id: id, ...(most !== undefined && { comments: mongoose.trusted({ $lt: most }) }) },
    { $inc: { comments, openSuggestions, version: 1 }, $set: { told, ...(says && { at: now }) } },
    { returnDocument: 'after' },
  ).lean<TalkRecord>();
  if (!counted) {
    throw new Problem('conflict', {
      detail: `There are ${most} comments on this topic already. Take one back to go on.`,
    });
  }
  if (says) await tellOfTalk(place, says, told, { actorId: viewerId, now });
}

/** A suggestion is open no more: for acts that know no topic. */
export async function uncountSuggestion(id: string, told: readonly mongoose.Types.ObjectId[]): Promise<void> {
  await Talk.updateOne({ _id: id }, { $inc: { openSuggestions: -1, version: 1 }, $set: { told } });
}

/** What comes after a page's last item in a list by id, the newest first. */
export function olderThanLast(cursor: string | undefined) {
  const [last] = (readCursor(cursor, ['id']) ?? []) as [string?];
  return last ? { _id: mongoose.trusted({ $lt: new mongoose.Types.ObjectId(last) }) } : {};
}
