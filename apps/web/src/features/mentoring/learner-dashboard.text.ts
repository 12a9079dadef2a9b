import type { ReviewState } from '@waymark/contract';
import { plural } from '../../text/plural';

export const learnerDashboardText = {
  way: 'The way',
  stuck: (atLeast: number) => `nothing new for ${plural(atLeast, 'day', 'days')}`,

  reviews: 'Reviews',
  reviewsNone: 'No review of a project that is for you to read.',
  reviewsMore: 'Answered before',
  open: (title: string) => `To the review of ${title}`,
  states: {
    requested: 'Waits for a reviewer',
    in_review: 'Being reviewed',
    changes_requested: 'Changes requested',
    approved: 'Approved',
    commented: 'Commented on',
    withdrawn: 'Withdrawn',
    parked: 'Rests',
  } satisfies Record<ReviewState, string>,
  turn: {
    learner: (name: string) => `It is ${name}’s turn`,
    mentor: () => 'It is a mentor’s turn',
  },
  since: 'since',
  reviewOf: (state: string) => `review: ${state}`,
};
