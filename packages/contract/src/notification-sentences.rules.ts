import type { NotificationKind } from './notifications.js';

/** What is told about one thing. */
export interface Told {
  kind: NotificationKind;
  /** It is about the reader's own work; else about somebody else's. */
  isMine: boolean;
  /** Who did it; `null`: time, or nobody who is here still. */
  by: string | null;
  /** Empty: nobody who is here still. */
  learner: string;
  /** Of a `nudge`. */
  days: number | null;
}

/** A template tag: what it is given between its texts is somebody's name, or a number. */
type Say<T> = (ours: TemplateStringsArray, ...others: (string | number)[]) => T;
type Names = { by: string; learner: string; days: number };
type Sentence = <T>(say: Say<T>, names: Names) => T;

/** To the learner whose work it is about. */
const toLearner: Partial<Record<NotificationKind, Sentence>> = {
  claim: (say, { by }) => say`${by} has taken on the review.`,
  release: (say, { by }) => say`${by} gave the review back. It waits at its old place.`,
  lapse: (say) => say`Nobody has the review in hand any more. It waits at its old place.`,
  pass: (say, { by }) => say`${by} has a question; it is your turn.`,
  approve: (say, { by }) => say`${by} approved it.`,
  'request-changes': (say, { by }) => say`${by} asks for changes.`,
  comment: (say, { by }) => say`${by} answered with comments.`,
  park: (say) => say`Nothing happened for four weeks, so the review is parked. You can go on whenever you like.`,
  said: (say, { by }) => say`${by} wrote something.`,
  'said-on-topic': (say, { by }) => say`${by} wrote something.`,
  suggested: (say, { by }) => say`${by} suggests something.`,
  'help-closed': (say, { by }) => say`${by} closed your request for help.`,
  nudge: (say, { days }) => say`It has been your turn for ${days} days.`,
  'ask-accepted': (say, { by }) => say`${by} will mentor you.`,
  'ask-declined': (say) => say`Whom you asked cannot mentor you at the moment.`,
  'dead-link': (say) => say`A link of it has led nowhere for a week: nobody can open it.`,
};

/** To all others. */
const toOthers: Partial<Record<NotificationKind, Sentence>> = {
  requested: (say, { learner }) => say`${learner} asks for a review.`,
  ask: (say, { learner }) => say`${learner} asks you for a review.`,
  invited: (say, { by }) => say`${by} invites you to be mentored.`,
  'invitation-accepted': (say, { by }) => say`${by} accepted your invitation.`,
  'asked-to-mentor': (say, { learner }) => say`${learner} asks you to be their mentor.`,
  release: (say) => say`The review is free again, and waits for somebody to take it on.`,
  lapse: (say) => say`Nobody has the review in hand any more. It waits for somebody to take it on.`,
  pass: (say, { learner }) => say`${learner} answered; it is your turn.`,
  resubmit: (say, { learner }) => say`${learner} shows a new revision.`,
  reopen: (say, { learner }) => say`${learner} goes on with the review.`,
  withdraw: (say, { learner }) => say`${learner} needs no review any more.`,
  thank: (say, { learner }) => say`${learner} thanks you for your review.`,
  park: (say) => say`Nothing happened for four weeks, so the review is parked.`,
  said: (say, { by }) => say`${by} wrote something.`,
  'said-on-topic': (say, { by, learner }) =>
    by === learner ? say`${by} wrote something.` : say`${by} wrote something to ${learner}.`,
  'asked-for-help': (say, { learner }) => say`${learner} asks for help.`,
  'help-closed': (say, { by, learner }) =>
    by === learner
      ? say`${learner} needs no help with it any more.`
      : say`${by} has answered what ${learner} asked for help with.`,
  nudge: (say, { learner, days }) => say`${learner} has waited for a review for ${days} days.`,
  'cohort-offer': (say, { by }) => say`${by} asks you to mentor it too.`,
  'cohort-mentor': (say, { by }) => say`${by} mentors it now, and sees nothing of yours before you say so.`,
  'mentor-removed': (say, { by }) => say`${by} took you out of its mentors.`,
  'cohort-archived': (say, { by }) =>
    say`${by} put it into the archive. What is shared stays as it is until its learner ends it.`,
};

const changed: Sentence = (say) => say`Something changed.`;

/** What happened, in a sentence: the same under the bell as in a letter, which must treat names with care. */
export function notificationSentence<T>({ kind, isMine, by, learner, days }: Told, say: Say<T>): T {
  const sentence = (isMine ? toLearner : toOthers)[kind] ?? changed;
  return sentence(say, { by: by ?? 'Somebody', learner: learner || 'Somebody', days: days ?? 0 });
}
