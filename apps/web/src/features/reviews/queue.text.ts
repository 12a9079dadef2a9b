import { plural } from '../../text/plural';

/** The mentor's side of reviews, on the page of mentoring. */
export const queueText = {
  title: 'Reviews',
  loadFailed: 'The reviews could not be loaded',
  mine: 'Your turn',
  waiting: 'Waiting on the learner',
  start: 'Start with the oldest',
  startWith: (title: string) => `Start with the oldest: ${title}`,
  none: 'Nobody waits for a review of yours. What is asked of you stands here, the longest wait first.',
  noneWaiting: 'No learner has the ball in a review of yours.',
  more: 'Show more',
  allShown: 'All are shown.',
  by: (name: string) => `by ${name || 'somebody who is a member no more'}`,
  revision: (number: number) => `revision ${number}`,
  waits: 'Waits since',
  since: 'Since',
  held: 'You have taken it on until',
  asked: {
    mentor: 'You alone are asked.',
    mentors: 'All their mentors are asked.',
    cohort: 'The mentors of a cohort are asked.',
    pool: 'Anyone in the pool is asked.',
  },

  reviewer: {
    title: 'You as a reviewer',
    loadFailed: 'What you said of yourself as a reviewer could not be loaded',
    promise: 'I answer within',
    promiseHint: 'Learners see by when they can expect an answer. Once that is over, they may ask somebody else.',
    days: (count: number) => plural(count, 'day', 'days'),
    noPromise: 'I promise nothing',
    pool: 'I review for anyone here who asks',
    poolHint: 'You see what they ask you to look at, and nothing else of theirs.',
    named: 'Strangers may read my name beside what I confirmed',
    namedHint: 'On a project’s public page and in a signed record, where the learner agrees to be named too.',
    saved: 'Saved.',
    notSaved: 'That was not saved',
  },
};
