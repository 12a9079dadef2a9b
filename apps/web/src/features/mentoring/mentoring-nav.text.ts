/** The parts of the page of mentoring, as short as they go. */
export const mentoringNavText = {
  label: 'On this page',
  help: 'Asks for help',
  turn: 'Your turn',
  waiting: 'Waiting on the learner',
  invitations: 'Invitations',
  attention: 'Needs attention',
  learners: 'My learners',
  mentored: 'Cohorts I mentor',
  joined: 'Cohorts I am in',
  reviewer: 'You as a reviewer',
};
