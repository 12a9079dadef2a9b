/**
 * Every problem that the API can answer with: its code, its HTTP status, and its title.
 * Source: RFC 9457. `detail` and `errors` are added where the problem is thrown.
 */
export const problems = {
  'bad-request': [400, 'The request could not be read'],
  'not-signed-in': [401, 'Sign in to go on'],
  'wrong-credentials': [401, 'E-mail or password is wrong'],
  'code-required': [401, 'Give the code of your second factor'],
  'wrong-code': [401, 'This code is wrong, or was used before'],
  'not-allowed': [403, 'This is not yours to do'],
  'wrong-origin': [403, 'The request came from another site'],
  'step-up-required': [403, 'Confirm your password to go on'],
  'two-factor-required': [403, 'Set up two-factor sign-in to go on'],
  'email-unverified': [403, 'Confirm your e-mail address first'],
  'account-disabled': [403, 'This account is disabled'],
  'sign-up-closed': [403, 'New members come by invitation here'],
  'not-found': [404, 'There is nothing here'],
  'method-not-allowed': [405, 'This address does not take that method'],
  conflict: [409, 'Something else changed at the same time'],
  'former-way-kept': [409, 'Your way from before the last new start is still kept'],
  'email-taken': [409, 'There is an account with this e-mail address'],
  'handle-taken': [409, 'Somebody has this handle'],
  'already-joined': [409, 'You are in this cohort already'],
  'own-cohort': [409, 'You mentor this cohort, so you cannot join it as a learner'],
  'already-mentored': [409, 'They mentor you on this roadmap already'],
  'already-invited': [409, 'This address is invited already'],
  'already-asked': [409, 'You have asked them already'],
  'own-invitation': [409, 'Nobody mentors themselves'],
  'invitation-over': [409, 'This invitation is over'],
  'cohort-archived': [409, 'This cohort is in the archive'],
  'last-mentor': [409, 'A cohort keeps at least one mentor'],
  'last-owner': [409, 'An instance keeps at least one owner'],
  'last-way-in': [409, 'This is your only way to sign in'],
  'identity-taken': [409, 'This sign-in belongs to another account'],
  'identity-not-linked': [409, 'Sign in with your password first, then link it'],
  'two-factor-on': [409, 'Two-factor sign-in is on already'],
  'own-review': [409, 'Nobody reviews their own project'],
  'review-open': [409, 'A review of this project is under way'],
  'review-claimed': [409, 'Somebody else is reviewing it'],
  'review-not-held': [409, 'Take the review on first'],
  'review-closed': [409, 'This review is over'],
  'review-parked': [409, 'This review is parked; its learner can reopen it'],
  'not-your-turn': [409, 'It is not your turn'],
  'hands-full': [409, 'You hold as many reviews as you take on at once'],
  'promise-holds': [409, 'An answer was promised, and there is still time for it'],
  'revision-passed': [409, 'There is a newer revision; look at it first'],
  'project-private': [409, 'Nobody may see this project yet'],
  'nothing-confirmed': [409, 'Nothing is confirmed on this roadmap yet'],
  'nobody-to-ask': [409, 'There is nobody to ask'],
  'help-open': [409, 'You have asked for help with this already'],
  'suggestion-answered': [409, 'This was answered already'],
  'suggestions-full': [409, 'As much as may be open at once is open already'],
  'help-closed': [409, 'This is closed already'],
  'mail-works': [409, 'Mail can be sent here, so members reset their password themselves'],
  'no-mail': [409, 'Mail cannot be sent from here'],
  stale: [412, 'It changed since you loaded it'],
  'too-large': [413, 'The request is too large'],
  'not-json': [415, 'Send JSON'],
  'not-an-image': [415, 'Send a PNG, JPEG or WebP picture'],
  invalid: [422, 'Some values cannot be taken'],
  'key-reused': [422, 'This Idempotency-Key was used for another request'],
  'link-ended': [422, 'This link has been used, or its time is over'],
  'code-unknown': [422, 'No cohort has this code'],
  'if-match-required': [428, 'Say which version you are changing'],
  'too-many-requests': [429, 'Too many tries'],
  internal: [500, 'Something went wrong here'],
  unavailable: [503, 'Waymark is busy or cut off from its database'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof problems;

/** One value that cannot be taken: where it stands (`covers.0.topicId`), and what to do. */
export interface ProblemIssue {
  path: string;
  message: string;
}

/** The body of every error answer. Media type `application/problem+json`. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  errors?: ProblemIssue[];
  requestId: string;
  /** The state as it is now, with a 412. */
  current?: unknown;
}
