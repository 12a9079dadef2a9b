import { expect, it } from 'vitest';
import { ReviewState } from './review-state.js';
import { type ReviewActor, stateAfter } from './review-steps.rules.js';
import { ReviewActKind } from './reviews.js';

const actors: readonly ReviewActor[] = ['learner', 'holder', 'reviewer', 'clock'];

/** The problems, as the table writes them. */
const words = {
  own: 'own-review',
  over: 'review-closed',
  resting: 'review-parked',
  taken: 'review-claimed',
  free: 'review-not-held',
  turn: 'not-your-turn',
} as const;

/** Every act, with what each actor is answered: learner, holder, reviewer, clock. A state, or a problem. */
type Row = readonly [learner: string, holder: string, reviewer: string, clock: string];
const nothing = (problem: string): Row => [problem, problem, problem, problem];
/** Of acts that are a reviewer's: the learner is told that the project is their own. */
const notTheirs = (problem: string): Row => ['own', problem, problem, problem];

const closed: Readonly<Record<string, Row>> = {
  claim: notTheirs('over'),
  renew: notTheirs('over'),
  release: notTheirs('over'),
  lapse: nothing('over'),
  pass: nothing('over'),
  approve: notTheirs('over'),
  'request-changes': notTheirs('over'),
  comment: notTheirs('over'),
  resubmit: nothing('over'),
  ask: nothing('over'),
  withdraw: nothing('over'),
  thank: nothing('over'),
  park: nothing('over'),
  reopen: nothing('over'),
};

const table: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  requested: {
    claim: ['own', 'turn', 'in_review', 'turn'],
    renew: ['own', 'turn', 'free', 'turn'],
    release: ['own', 'turn', 'free', 'turn'],
    lapse: nothing('turn'),
    pass: nothing('turn'),
    approve: ['own', 'turn', 'free', 'turn'],
    'request-changes': ['own', 'turn', 'free', 'turn'],
    comment: ['own', 'turn', 'free', 'turn'],
    resubmit: ['requested', 'turn', 'turn', 'turn'],
    ask: ['requested', 'turn', 'turn', 'turn'],
    withdraw: ['withdrawn', 'turn', 'turn', 'turn'],
    thank: nothing('turn'),
    park: ['turn', 'turn', 'turn', 'parked'],
    reopen: nothing('turn'),
  },
  in_review: {
    claim: ['own', 'in_review', 'taken', 'turn'],
    renew: ['own', 'in_review', 'taken', 'turn'],
    release: ['own', 'requested', 'taken', 'turn'],
    lapse: ['turn', 'turn', 'turn', 'requested'],
    pass: ['in_review', 'in_review', 'turn', 'turn'],
    approve: ['own', 'approved', 'taken', 'turn'],
    'request-changes': ['own', 'changes_requested', 'taken', 'turn'],
    comment: ['own', 'commented', 'taken', 'turn'],
    resubmit: ['in_review', 'turn', 'turn', 'turn'],
    ask: ['requested', 'turn', 'turn', 'turn'],
    withdraw: ['withdrawn', 'turn', 'turn', 'turn'],
    thank: nothing('turn'),
    park: ['turn', 'turn', 'turn', 'parked'],
    reopen: nothing('turn'),
  },
  changes_requested: {
    claim: ['own', 'turn', 'free', 'turn'],
    renew: ['own', 'turn', 'free', 'turn'],
    release: ['own', 'turn', 'free', 'turn'],
    lapse: nothing('turn'),
    pass: ['requested', 'turn', 'turn', 'turn'],
    approve: ['own', 'turn', 'free', 'turn'],
    'request-changes': ['own', 'turn', 'free', 'turn'],
    comment: ['own', 'turn', 'free', 'turn'],
    resubmit: ['requested', 'turn', 'turn', 'turn'],
    ask: nothing('turn'),
    withdraw: ['withdrawn', 'turn', 'turn', 'turn'],
    thank: ['changes_requested', 'turn', 'turn', 'turn'],
    park: ['turn', 'turn', 'turn', 'parked'],
    reopen: nothing('turn'),
  },
  approved: { ...closed, thank: ['approved', 'over', 'over', 'over'] },
  commented: { ...closed, thank: ['commented', 'over', 'over', 'over'] },
  withdrawn: closed,
  parked: {
    claim: notTheirs('resting'),
    renew: notTheirs('resting'),
    release: notTheirs('resting'),
    lapse: nothing('resting'),
    pass: nothing('resting'),
    approve: notTheirs('resting'),
    'request-changes': notTheirs('resting'),
    comment: notTheirs('resting'),
    resubmit: ['requested', 'resting', 'resting', 'resting'],
    ask: nothing('resting'),
    withdraw: ['withdrawn', 'resting', 'resting', 'resting'],
    thank: nothing('resting'),
    park: nothing('resting'),
    reopen: ['requested', 'resting', 'resting', 'resting'],
  },
};

const pairs = ReviewState.options.flatMap((state) => ReviewActKind.options.map((act) => [state, act] as const));

it.each(pairs)('%s, %s: who may, and what follows', (state, act) => {
  const row = table[state]?.[act] ?? [];
  for (const [place, actor] of actors.entries()) {
    const expected = row[place] ?? 'not in the table';
    const refused = words[expected as keyof typeof words];
    expect(stateAfter(state, act, actor), actor).toEqual(refused ? { refused } : { state: expected });
  }
});

it('has a row for every state and act, and no other', () => {
  expect(Object.keys(table).toSorted()).toEqual(ReviewState.options.toSorted());
  for (const acts of Object.values(table))
    expect(Object.keys(acts).toSorted()).toEqual(ReviewActKind.options.toSorted());
});
