const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** The learner's side of reviews, on the page of the project. */
export const askingText = {
  title: 'Review',
  lead: 'A mentor’s verdict is what confirms a topic. Nothing of yours waits for it.',
  loadFailed: 'The reviews of this project could not be loaded',
  open: 'Ask for a review',
  again: 'Ask for another review',
  none: 'Nobody was asked yet.',
  begun: 'The question that you began is kept in this browser until you ask it.',
  private: 'Only you see this project. Let your mentors see it, save it, and then ask them.',
  unsaved: 'What you typed last is not saved yet. Whoever reviews this sees what is saved, and no more.',
  look: 'Open the review',
  read: 'Read what was answered',

  dialog: 'Ask for a review',
  dialogLead: 'They see this project as it is saved now. You can go on building meanwhile.',
  question: 'What do you want to know?',
  questionHint:
    'The more exact you ask, the better the answer. Such as: “Is the cache invalidated in the right place?”',
  questionMissing: 'Ask something that they can answer',
  questionLong: (over: number) => `At most 2,000 characters: leave out ${over.toLocaleString()}`,
  send: 'Ask',
  cancel: 'Not now',
  sent: 'Asked. You can go on building meanwhile.',
  notAsked: 'Nobody was asked',
  typedStays: 'What you typed stays here until you leave this page.',

  whom: {
    title: 'Whom do you ask?',
    loadFailed: 'Who sees your projects could not be loaded',
    missing: 'Choose whom you ask',
    mentors: 'Any of my mentors',
    mentorsLine: (names: readonly string[]) => `${list.format(names)}. Whoever is first takes it on.`,
    mentorLine: 'They alone see that you ask.',
    cohort: (name: string) => `The mentors of ${name}`,
    cohortLine: 'Whoever of them is first takes it on.',
    away: (name: string, day: string) => `${name} is away until ${day}.`,
    full: (name: string, count: number) =>
      `${name} has ${count.toLocaleString()} in hand, as many as they take on; it may take longer.`,
    pool: 'Anyone here who offers to review',
    poolLine: 'They see this project as it is now, whoever else may see it, and nothing else of yours.',
    nobody: 'None of your mentors sees your projects yet',
    blind: (names: readonly string[]) =>
      `${list.format(names)} ${names.length === 1 ? 'does' : 'do'} not see your projects. What each mentor sees is yours to say.`,
    noMentor: 'Join a cohort with the code of a mentor, or ask anyone here who offers to review.',
    share: 'What my mentors see',
    join: 'Join a cohort',
  },

  elsewhere: {
    title: 'Ask somebody else',
    lead: 'The answer is overdue, so you may ask others; nobody asks you why. It keeps its place in the queue.',
    leadAway: 'Who was asked is away, so you may ask others; nobody asks you why. It keeps its place in the queue.',
    send: 'Ask them',
    same: 'They are asked already: choose somebody else',
  },

  withdraw: {
    title: 'Withdraw this review?',
    lead: 'Nobody answers it any more, and its place in the queue is lost. What was answered stays, and you can ask again.',
    keep: 'Leave it',
    confirm: 'Withdraw',
  },

  asShown: (revision: number) => `Nothing has changed here since revision ${revision}.`,
  changedSince: (revision: number) => `This has changed since revision ${revision}.`,
  approvedAt: (approved: number, now: number) =>
    approved === now ? `Approved at revision ${approved}.` : `Approved at revision ${approved}, now at ${now}.`,

  revisions: 'Revisions',
  revision: (number: number) => `Revision ${number}`,
  commit: 'commit',
  notChecked: 'commit not checked',
  noRepository: 'no repository',

  earlier: 'Earlier reviews',
};
