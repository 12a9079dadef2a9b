import { concernedBy, nextNudgeAt, nudgeDue, type ReviewEvent, type ReviewNews, tellingOf } from '@waymark/contract';
import { dropJob, moveJob } from '../../jobs/ask-for-job.js';
import { findBusy } from '../reviews/busy-reviewers.js';
import type { ReviewRecord } from '../reviews/reviews.model.js';
import { ReviewComment } from '../reviews/talk.model.js';
import { findAsked } from '../reviews/who-reviews.js';
import { aboutReview } from './notifications.model.js';
import { forgetToldOf, settleTold, tellMembers } from './tell-members.js';

export const nudgeKind = 'nudge';
/** Of a review that many are asked for, the first of them are told. */
const mostAsked = 50;

interface News {
  kind: ReviewNews;
  /** Nobody, where time did it. */
  actorId: string | null;
  at: Date;
}

/** Without those who can take on nothing more, and, of a reminder, those who are away. */
async function leaveBusyOut(review: ReviewRecord, { kind, at }: News, memberIds: readonly string[]): Promise<string[]> {
  const learnerId = String(review.learnerId);
  const busy = await findBusy(
    memberIds.filter((id) => id !== learnerId),
    at,
  );
  return memberIds.filter((id) => {
    const of = busy.get(id);
    const isFull = of?.inHand != null && id !== review.heldBy;
    return !isFull && !(kind === 'nudge' && of?.awayUntil);
  });
}

/** Those whom it concerns and who may see it at this moment, but for who did it. */
async function findConcerned(review: ReviewRecord, news: News, beside: readonly string[] = []): Promise<string[]> {
  const { kind, actorId } = news;
  const learnerId = String(review.learnerId);
  const asked = await findAsked(review.audience, learnerId);
  const found = concernedBy(kind, review).flatMap((whom) => {
    if (whom === 'learner') return [learnerId];
    if (whom === 'holder') return review.heldBy ? [review.heldBy] : [];
    return asked?.slice(0, mostAsked) ?? [];
  });
  const maySee = (id: string) => id === learnerId || (asked ? asked.includes(id) : id === review.heldBy);
  const told = await leaveBusyOut(review, news, found);
  return [...new Set([...told, ...beside])].filter((id) => id !== actorId && maySee(id));
}

/** What was done in a review: tells whom it concerns, and takes it from those whom it waits for no longer. */
export async function tellOfEvent(before: ReviewRecord | null, after: ReviewRecord, event: ReviewEvent): Promise<void> {
  const { _id, learnerId, heldBy } = after;
  const { actorId, at } = event;
  // Whoever acts on it has it before them.
  const about = aboutReview(_id);
  if (actorId) await settleTold(about, { only: [actorId] });
  // Of the pool, only who has it now sees it.
  const former = before?.heldBy;
  if (former && former !== heldBy && after.audience.kind === 'pool') await forgetToldOf(about, former);
  // Of all who were asked it waits for one, or for nobody.
  if (after.state !== 'requested')
    await settleTold(about, { except: [String(learnerId), ...(heldBy ? [heldBy] : [])] });
  const kind = tellingOf(event.kind, before?.claim != null);
  if (kind)
    await tellMembers({ about, learnerId, kind, actorId, at }, await findConcerned(after, { kind, actorId, at }));
  await remindLater(before, after, at);
}

/** A ball that went to the other side is asked after later; one that nobody holds is not. */
async function remindLater(before: ReviewRecord | null, after: ReviewRecord, now: Date): Promise<void> {
  const about = String(after._id);
  if (after.ballWith === null) return dropJob(nudgeKind, about);
  if (before?.ballWith === after.ballWith) return;
  const dueAt = nextNudgeAt(after.ballSince, now);
  if (dueAt) await moveJob({ kind: nudgeKind, about, dueAt });
}

/** Something was said: tells the learner, who reviews it, and who has said something before. */
export async function tellOfComment(review: ReviewRecord, authorId: string, at: Date): Promise<void> {
  const { _id: reviewId } = review;
  const talking = (await ReviewComment.distinct('authorId', { reviewId })).map(String);
  const about = aboutReview(reviewId);
  await settleTold(about, { only: [authorId] });
  const told = await findConcerned(review, { kind: 'said', actorId: authorId, at }, talking);
  await tellMembers({ about, learnerId: review.learnerId, kind: 'said', actorId: authorId, at }, told);
}

/** Reminds whoever holds the ball, where it has been their turn for one of the days that count: when to look again. */
export async function nudge(review: ReviewRecord, now: Date): Promise<Date | null> {
  if (review.ballWith === null) return null;
  const days = nudgeDue(review.ballSince, now);
  if (days !== null) {
    const told = await findConcerned(review, { kind: 'nudge', actorId: null, at: now });
    const about = aboutReview(review._id);
    await tellMembers({ about, learnerId: review.learnerId, kind: 'nudge', actorId: null, days, at: now }, told);
  }
  return nextNudgeAt(review.ballSince, now);
}
