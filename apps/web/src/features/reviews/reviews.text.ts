import { plural } from '../../text/plural';

const days = (count: number) => plural(count, 'day', 'days');

export const reviewsText = {
  eyebrow: 'Review',
  loading: 'A review',
  loadFailed: 'This review could not be loaded',
  gone: 'No such review',
  notFound: 'It is not yours to see: it was deleted, it is somebody else’s, or its learner ended what they shared.',
  retry: 'Try again',
  toProject: 'To the project',
  toReviews: 'To the reviews',
  revision: (number: number) => `Revision ${number}`,
  notKept: 'That was not done',

  states: {
    requested: 'Waiting for a reviewer',
    in_review: 'Being reviewed',
    changes_requested: 'Changes requested',
    approved: 'Approved',
    commented: 'Commented on',
    withdrawn: 'Withdrawn',
    parked: 'Parked',
  },

  standing: {
    title: 'Where it stands',
    learnersTurn: (isMine: boolean, name: string) => (isMine ? 'It is your turn' : `It is the turn of ${name}`),
    mentorsTurn: (isMine: boolean, name: string | null) =>
      isMine ? 'It is your turn' : name ? `It is the turn of ${name}` : 'It is the turn of those who were asked',
    since: 'since',
    over: 'Nobody has to do anything.',
    parked: 'Nothing happened for 28 days, so it rests. Its learner can go on with it at any time.',
    claimed: (name: string, isMine: boolean) =>
      isMine ? 'You have taken it on until' : `${name} has taken it on until`,
    promised: 'An answer was promised by',
    expected: 'An answer is expected by',
    away: (name: string) => `${name || 'Who was asked'} is away until`,
    askOthers: 'You may ask somebody else at once.',
    ahead: (count: number) =>
      count === 0 ? 'Nobody has waited longer.' : `${plural(count, 'review has', 'reviews have')} waited longer.`,
    usual: (hours: number) =>
      hours < 1
        ? 'An answer usually takes less than an hour.'
        : hours < 48
          ? `An answer usually takes about ${plural(Math.round(hours), 'hour', 'hours')}.`
          : `An answer usually takes about ${days(Math.round(hours / 24))}.`,
    usualUnknown: 'How long an answer usually takes is not known yet: there are not enough of them.',
    approvedAt: (number: number) => `Approved at revision ${number}.`,
  },

  acts: {
    claimReview: 'Review it',
    renewClaim: 'Keep it for 72 hours more',
    releaseReview: 'Give it back',
    resubmit: 'Show it as it is now',
    passToMentor: 'I answered: your turn',
    passToLearner: 'I asked something: their turn',
    withdrawReview: 'Withdraw it',
    reopenReview: 'Go on with it',
    thankForReview: 'Say thanks',
  },
  done: {
    claimReview: 'It is yours for 72 hours.',
    renewClaim: 'Yours for another 72 hours.',
    releaseReview: 'Given back. It keeps its place in the queue.',
    resubmit: 'Sent. Your reviewers see it as it is now.',
    passBall: 'Passed on.',
    withdrawReview: 'Withdrawn.',
    reopenReview: 'It goes on.',
    thankForReview: 'They will see your thanks.',
    askSomeoneElse: 'Asked. It keeps its place in the queue.',
  },

  question: 'What they ask',
  myQuestion: 'What you ask',
  looked: 'What was built',
  noWriteUp: 'There is no write-up.',
  repository: 'Repository',
  demo: 'Demo',
  commit: 'at commit',
  notChecked: 'The forge did not tell which commit it was at.',
  covers: 'Topics that it covers',
  noCovers: 'It covers no topic.',

  verdict: {
    title: 'Your answer',
    topics: 'On each topic',
    topicsHint:
      'What you cannot judge, leave open: nothing changes for it. On all that you judge, say at least one sentence.',
    requirements: 'The brief’s requirements',
    levels: { met: 'Met', partly: 'Partly', not_met: 'Not met', open: 'Open' },
    remarkShort: 'A word on it',
    remark: (title: string) => `A word on ${title}`,
    sentenceShort: 'At least one sentence',
    sentence: (title: string) => `A sentence on ${title}`,
    sentenceMissing: (title: string) => `Say at least one sentence on ${title}, or leave it open.`,
    levelMissing: 'Say how far it is met, or take these words out: what is left open is not sent.',
    text: 'In your words',
    textHint: 'What is good, what you would change, and why. Markdown. They see it with your name.',
    textMissing: 'Say at least one sentence.',
    decision: 'All in all',
    decisionMissing: 'Choose what it is all in all.',
    decisions: { approved: 'Approve', changes_requested: 'Ask for changes', commented: 'Comment only' },
    sendOpen: 'Send it',
    send: { approved: 'Approve it', changes_requested: 'Ask for the changes', commented: 'Send the comment' },
    sent: { approved: 'Approved.', changes_requested: 'Sent. It is their turn.', commented: 'Sent.' },
    confirms: (count: number) => `This confirms ${plural(count, 'topic', 'topics')} on their map.`,
    confirmsNone: 'This confirms no topic.',
  },

  answers: 'What was answered',
  answeredTopics: 'On each topic',
  answeredRequirements: 'On the brief’s requirements',
  answerBy: (name: string) => name || 'Somebody who is a member no more',
  decisionsPast: { approved: 'approved', changes_requested: 'asked for changes to', commented: 'commented on' },

  history: 'What happened',
  events: {
    requested: 'asked for a review of',
    claim: 'took it on',
    renew: 'kept it for longer',
    release: 'gave it back',
    lapse: 'The time to answer was over; it waits for others again',
    pass: 'passed it on',
    approve: 'approved',
    'request-changes': 'asked for changes to',
    comment: 'commented on',
    resubmit: 'showed',
    ask: 'asked somebody else',
    withdraw: 'withdrew it',
    thank: 'said thanks',
    park: 'Nothing happened for 28 days; it was parked',
    reopen: 'went on with it',
  },
  onRevision: (number: number) => `revision ${number}`,
};
