import { type AwaySpan, isAway, movedByAway } from './away.rules.js';
import type { ProblemCode } from './problems.js';
import type { ReviewState } from './review-state.js';
import { isOpen, type ReviewActor, reviewActorOf, stateAfter, verdictActs } from './review-steps.rules.js';
import type { Audience, BallHolder, ReviewActKind, ReviewEventKind } from './reviews.js';

/** A claim holds so long, and may be renewed by its holder. */
export const claimHours = 72;
/** With nothing done on it for so long, a review is parked. */
export const parkAfterDays = 28;
/** In how many days an answer is expected of who made no promise of their own. */
export const usualPromiseDays = 7;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What happened to a review. A review is nothing but its events, one after another. */
export interface ReviewEvent {
  kind: ReviewEventKind;
  at: Date;
  /** Nobody, where time did it. */
  actorId: string | null;
  /** The revision that it is about. */
  revision: number;
  /** Of `requested` and `ask`: who is asked. */
  audience?: Audience;
}

/** How a review stands: what its events come to. */
export interface ReviewStanding {
  learnerId: string;
  state: ReviewState;
  /** The revision under review. */
  revision: number;
  audience: Audience;
  /** Who must act, and since when: also its place in the queue, which claiming, releasing and lapsing leave alone. */
  ballWith: BallHolder | null;
  ballSince: Date;
  /** Who reviews it, which revision they have seen, and until when nobody else may. */
  claim: { mentorId: string; revision: number; until: Date } | null;
  /** The last who held it. */
  heldBy: string | null;
  /** Where it goes on when it is reopened. */
  parkedFrom: 'requested' | 'changes_requested' | null;
  /** The learner thanked for the last verdict. */
  isThanked: boolean;
  lastActAt: Date;
}

export interface ReviewAct {
  kind: ReviewActKind;
  /** Nobody, where time does it. */
  actorId: string | null;
  at: Date;
  /** Of a verdict: the one that it is about, where its reviewer named it. */
  revision?: number | undefined;
  /** Of `ask`. */
  audience?: Audience;
  /** In how many days an answer was promised. */
  promiseDays?: number | null;
  /** When who promised it is away. */
  away?: readonly AwaySpan[];
}

/** When what was promised is over; `null` while nobody has to answer. It waits for the days on which who promised it is away. */
export function promisedBy(
  review: Pick<ReviewStanding, 'ballWith' | 'ballSince'>,
  promiseDays: number | null | undefined,
  away: readonly AwaySpan[] = [],
): Date | null {
  if (review.ballWith !== 'mentor') return null;
  const since = review.ballSince;
  return movedByAway(since, new Date(since.getTime() + (promiseDays ?? usualPromiseDays) * dayMs), away);
}

/** What time does to a review: it is parked when nobody acts on it, and a claim lapses, but not while the learner has the ball. */
export function dueByTime(review: ReviewStanding, now: Date): 'park' | 'lapse' | null {
  const { state, claim, ballWith, lastActAt } = review;
  if (!isOpen(state) || state === 'parked') return null;
  if (now.getTime() >= lastActAt.getTime() + parkAfterDays * dayMs) return 'park';
  return claim && ballWith === 'mentor' && claim.until <= now ? 'lapse' : null;
}

/** What stands in the way although the state and the actor are right. */
function hindrance(before: ReviewStanding, act: ReviewAct, as: ReviewActor): ProblemCode | null {
  const { kind, at } = act;
  if (verdictActs.includes(kind) && (act.revision ?? before.claim?.revision) !== before.revision)
    return 'revision-passed';
  if (as === 'clock' && dueByTime(before, at) !== kind) return 'not-your-turn';
  if (kind === 'pass' && before.ballWith !== (as === 'learner' ? 'learner' : 'mentor')) return 'not-your-turn';
  if (kind === 'ask') {
    const end = promisedBy(before, act.promiseDays, act.away);
    if (!end) return 'not-your-turn';
    if (at < end && !isAway(act.away ?? [], at)) return 'promise-holds';
  }
  if (kind === 'thank' && before.isThanked) return 'not-your-turn';
  return null;
}

/** What time does, as an event. */
export function timeEvent(review: Pick<ReviewStanding, 'revision'>, kind: 'park' | 'lapse', at: Date): ReviewEvent {
  return { kind, at, actorId: null, revision: review.revision };
}

/** The event that an act is, or why it cannot be done. */
export function decideReview(
  before: ReviewStanding,
  act: ReviewAct,
): { event: ReviewEvent } | { refused: ProblemCode } {
  const as = reviewActorOf(before, act.actorId);
  const next = stateAfter(before.state, act.kind, as);
  if ('refused' in next) return next;
  const refused = hindrance(before, act, as);
  if (refused) return { refused };
  return {
    event: {
      kind: act.kind,
      at: act.at,
      actorId: act.actorId,
      revision: act.kind === 'resubmit' ? before.revision + 1 : before.revision,
      ...(act.audience && { audience: act.audience }),
    },
  };
}

const claimedUntil = (at: Date): Date => new Date(at.getTime() + claimHours * hourMs);

/** Who must act after it. */
function ballAfter(before: ReviewStanding, { kind }: ReviewEvent, state: ReviewState): BallHolder | null {
  if (!isOpen(state) || state === 'parked') return null;
  if (state === 'changes_requested') return 'learner';
  if (kind === 'pass') return before.ballWith === 'mentor' ? 'learner' : 'mentor';
  // Renewed while the learner thinks about a question: it is still theirs to answer.
  return kind === 'renew' || kind === 'claim' ? before.ballWith : 'mentor';
}

/** Whoever renews, and a holder to whom the ball comes, has the whole time again. */
function claimAfter(before: ReviewStanding, event: ReviewEvent, state: ReviewState): ReviewStanding['claim'] {
  if (state !== 'in_review') return null;
  const until = claimedUntil(event.at);
  if (before.claim) return { ...before.claim, until };
  return event.actorId === null ? null : { mentorId: event.actorId, revision: event.revision, until };
}

/** How a review stands after an event. The first is `requested`; whoever stores an event has asked `decideReview`. */
export function standingAfter(before: ReviewStanding | null, event: ReviewEvent): ReviewStanding {
  const { kind, at, revision } = event;
  if (before === null) {
    const { audience, actorId } = event;
    if (kind !== 'requested' || !audience || !actorId) throw new Error(`A review cannot begin with “${kind}”`);
    const asked = { learnerId: actorId, state: 'requested', revision, audience } as const;
    const nothingYet = { claim: null, heldBy: null, parkedFrom: null, isThanked: false };
    return { ...asked, ...nothingYet, ballWith: 'mentor', ballSince: at, lastActAt: at };
  }
  const as = reviewActorOf(before, event.actorId);
  const next = kind === 'requested' ? null : stateAfter(before.state, kind, as);
  if (!next || 'refused' in next) throw new Error(`“${kind}” by ${as} cannot follow “${before.state}”`);
  const state = kind === 'reopen' ? (before.parkedFrom ?? next.state) : next.state;
  const ballWith = ballAfter(before, event, state);
  const claim = claimAfter(before, event, state);
  return {
    learnerId: before.learnerId,
    state,
    revision,
    audience: event.audience ?? before.audience,
    ballWith,
    ballSince: ballWith === before.ballWith ? before.ballSince : at,
    claim,
    heldBy: claim?.mentorId ?? before.heldBy,
    parkedFrom: state === 'parked' ? (before.state === 'changes_requested' ? 'changes_requested' : 'requested') : null,
    isThanked: kind === 'thank' || (before.isThanked && !(verdictActs as readonly string[]).includes(kind)),
    // Time does nothing on a review: it is as idle as before.
    lastActAt: as === 'clock' ? before.lastActAt : at,
  };
}
