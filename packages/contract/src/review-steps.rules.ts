import type { ProblemCode } from './problems.js';
import type { ReviewState } from './review-state.js';
import type { ReviewActKind } from './reviews.js';
import type { Decision } from './verdicts.js';

/** As what somebody acts on a review. A `holder` has claimed it; a `reviewer` may, and has not; `clock`: time did it. */
export type ReviewActor = 'learner' | 'holder' | 'reviewer' | 'clock';

/** One review is open per project; these are. Whatever is closed stays so: asking again opens another. */
const openStates: readonly ReviewState[] = ['requested', 'in_review', 'changes_requested', 'parked'];
export const isOpen = (state: ReviewState): boolean => openStates.includes(state);

type Steps = Partial<Record<ReviewActKind, Partial<Record<ReviewActor, ReviewState>>>>;

/** Which state follows: state × act × actor. What is not in it is refused. */
const steps: Readonly<Record<ReviewState, Steps>> = {
  requested: {
    claim: { reviewer: 'in_review' },
    resubmit: { learner: 'requested' },
    ask: { learner: 'requested' },
    withdraw: { learner: 'withdrawn' },
    park: { clock: 'parked' },
  },
  in_review: {
    // Claiming what one holds is renewing it: a second click does no harm.
    claim: { holder: 'in_review' },
    renew: { holder: 'in_review' },
    release: { holder: 'requested' },
    lapse: { clock: 'requested' },
    pass: { holder: 'in_review', learner: 'in_review' },
    approve: { holder: 'approved' },
    'request-changes': { holder: 'changes_requested' },
    comment: { holder: 'commented' },
    resubmit: { learner: 'in_review' },
    ask: { learner: 'requested' },
    withdraw: { learner: 'withdrawn' },
    park: { clock: 'parked' },
  },
  changes_requested: {
    pass: { learner: 'requested' },
    resubmit: { learner: 'requested' },
    withdraw: { learner: 'withdrawn' },
    thank: { learner: 'changes_requested' },
    park: { clock: 'parked' },
  },
  approved: { thank: { learner: 'approved' } },
  commented: { thank: { learner: 'commented' } },
  withdrawn: {},
  parked: {
    // Where to is in `parkedFrom`.
    reopen: { learner: 'requested' },
    resubmit: { learner: 'requested' },
    withdraw: { learner: 'withdrawn' },
  },
};

const verdictOf: Readonly<Record<Decision, ReviewActKind>> = {
  approved: 'approve',
  changes_requested: 'request-changes',
  commented: 'comment',
};

/** The act that a verdict with this decision is. */
export const actOfDecision = (decision: Decision): ReviewActKind => verdictOf[decision];

const mentorActs: readonly ReviewActKind[] = ['claim', 'renew', 'release', 'approve', 'request-changes', 'comment'];
/** The acts that a verdict can be. */
export const verdictActs: readonly ReviewActKind[] = Object.values(verdictOf);

/** As what `memberId` would act, time where it is nobody; whether they may act at all is decided before. */
export function reviewActorOf(
  review: { learnerId: string; claim: { mentorId: string } | null },
  memberId: string | null,
): ReviewActor {
  if (memberId === null) return 'clock';
  if (review.learnerId === memberId) return 'learner';
  return review.claim?.mentorId === memberId ? 'holder' : 'reviewer';
}

/** Why not: what to tell who tried. */
function refusalOf(state: ReviewState, act: ReviewActKind, as: ReviewActor): ProblemCode {
  if (as === 'learner' && mentorActs.includes(act)) return 'own-review';
  if (!isOpen(state)) return 'review-closed';
  if (state === 'parked') return 'review-parked';
  if (as === 'reviewer' && mentorActs.includes(act))
    return state === 'in_review' ? 'review-claimed' : 'review-not-held';
  return 'not-your-turn';
}

/** The state that follows, or why none does. */
export function stateAfter(
  state: ReviewState,
  act: ReviewActKind,
  as: ReviewActor,
): { state: ReviewState } | { refused: ProblemCode } {
  const next = steps[state][act]?.[as];
  return next ? { state: next } : { refused: refusalOf(state, act, as) };
}
