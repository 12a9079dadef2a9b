import {
  decideReview,
  dueByTime,
  isOpen,
  type ReviewAct,
  type ReviewEvent,
  type ReviewStanding,
  standingAfter,
  timeEvent,
} from '@waymark/contract';
import mongoose from 'mongoose';
import { Problem } from '../../http/problem.js';
import { refreshAttention } from '../mentoring/refresh-attention.js';
import { tellOfEvent } from '../notifications/tell-of-review.js';
import { Review, ReviewEventEntry, type ReviewRecord } from './reviews.model.js';
import { askedOf } from './who-reviews.js';

/** What the rules know of a review. */
export function standingOf(record: ReviewRecord): ReviewStanding {
  const { state, revision, audience, ballWith, ballSince, claim, heldBy, parkedFrom, isThanked, lastActAt } = record;
  const learnerId = String(record.learnerId);
  return { learnerId, state, revision, audience, ballWith, ballSince, claim, heldBy, parkedFrom, isThanked, lastActAt };
}

/** How a standing is kept: with the words that lists are found by. */
function fieldsOf({ learnerId, ...standing }: ReviewStanding) {
  return { ...standing, isOpen: isOpen(standing.state), asked: askedOf(standing.audience, learnerId) };
}

interface Asking {
  projectId: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  title: string;
  question: string;
  told: string[];
}

/** A review begins. A second one that is open for the same project is a `review-open`, by the index. */
export async function beginReview(asking: Asking, event: ReviewEvent): Promise<ReviewRecord> {
  const _id = new mongoose.Types.ObjectId();
  const record: ReviewRecord = {
    _id,
    ...asking,
    requestedAt: event.at,
    version: 1,
    ...fieldsOf(standingAfter(null, event)),
  };
  await Review.insertMany([record]);
  await ReviewEventEntry.insertMany([{ ...event, reviewId: _id, place: 1 }]);
  await tellOfEvent(null, record, event);
  // A project that was sent has what those who look at it may find.
  await refreshAttention(record.learnerId, event.at);
  return record;
}

/** Keeps an event and what it makes of the review, in the transaction around it. */
export async function keepEvent(before: ReviewRecord, event: ReviewEvent, title = before.title): Promise<ReviewRecord> {
  const version = before.version + 1;
  const after = { ...before, ...fieldsOf(standingAfter(standingOf(before), event)), title, version };
  const { _id: reviewId, ...fields } = after;
  const { modifiedCount } = await Review.updateOne({ _id: reviewId, version: before.version }, { $set: fields });
  if (modifiedCount === 0) throw new Problem('conflict');
  await ReviewEventEntry.insertMany([{ ...event, reviewId, place: version }]);
  await tellOfEvent(before, after, event);
  if (isAboutChanges(before) || isAboutChanges(after)) await refreshAttention(after.learnerId, event.at);
  return after;
}

const isAboutChanges = ({ state }: ReviewRecord) => state === 'changes_requested';

/** Does an act, or throws why it cannot be done. */
export async function keepAct(before: ReviewRecord, act: ReviewAct, title?: string): Promise<ReviewRecord> {
  const decided = decideReview(standingOf(before), act);
  if ('refused' in decided) throw new Problem(decided.refused);
  return keepEvent(before, decided.event, title);
}

/** Keeps what time has done to it meanwhile. */
export async function keepTime(before: ReviewRecord, now: Date): Promise<ReviewRecord> {
  const kind = dueOf(before, now);
  return kind ? keepTime(await keepEvent(before, timeEvent(before, kind, now)), now) : before;
}

/** The review as time has made it, for a reader: nothing is kept. */
export function asOf(record: ReviewRecord, now: Date): ReviewRecord {
  const kind = dueOf(record, now);
  if (!kind) return record;
  return asOf({ ...record, ...fieldsOf(standingAfter(standingOf(record), timeEvent(record, kind, now))) }, now);
}

/** What time does to it: whatever is talked about is not idle. */
function dueOf(record: ReviewRecord, now: Date) {
  const standing = standingOf(record);
  const { saidAt } = record;
  return dueByTime(saidAt && saidAt > standing.lastActAt ? { ...standing, lastActAt: saidAt } : standing, now);
}
