import type { ProblemCode } from '@waymark/contract';

/** What happened and what to do, one sentence for each problem. A missing one does not compile. */
export const problemText: Record<ProblemCode | 'offline', string> = {
  offline: 'The server cannot be reached. Check your connection and try again; nothing you typed is lost.',
  'bad-request': 'The request could not be read. Reload the page and try again.',
  'not-signed-in': 'Your session has ended. Sign in again to go on.',
  'wrong-credentials': 'E-mail or password is wrong. Have another look and try again.',
  'code-required': 'Give the code of your authenticator to go on.',
  'wrong-code': 'This code is wrong, or was used before. Try the next one.',
  'not-allowed': 'This is not yours to do.',
  'wrong-origin': 'This page is open under another address than the server expects. Open Waymark at its own address.',
  'step-up-required': 'Confirm your password to go on.',
  'two-factor-required': 'The owner of this Waymark asks for two-factor sign-in. Set it up in the settings to go on.',
  'email-unverified': 'Confirm your e-mail address first: open the link in the mail that we sent you.',
  'account-disabled': 'This account is disabled. Ask the owner of this Waymark; nothing of yours is lost.',
  'sign-up-closed': 'New members come by invitation here. Ask the owner for one.',
  'not-found': 'There is nothing here any more, or it was never yours to see.',
  'method-not-allowed': 'This page is older than the server. Reload it and try again.',
  conflict: 'Something else changed at the same time. Try again.',
  'former-way-kept':
    'Your way from before the last new start is still kept. Say that you give it up, or go back to it.',
  'email-taken': 'There is an account with this e-mail address. Sign in instead?',
  'handle-taken': 'Somebody has this handle. Try another.',
  'already-joined': 'You are in this cohort already.',
  'own-cohort': 'You mentor this cohort, so you cannot join it as a learner.',
  'last-owner': 'An instance keeps at least one owner. Make somebody else an owner first.',
  'last-way-in': 'This is your only way to sign in. Set a password or link another first.',
  'identity-taken': 'This sign-in belongs to another account here.',
  'identity-not-linked':
    'There is an account with this address. Sign in with its password first, then link this sign-in in the settings.',
  'two-factor-on': 'Two-factor sign-in is on already.',
  'mail-works': 'Mail can be sent here, so members reset their password themselves.',
  'no-mail': 'No mail can be sent from here. Ask the owner of this Waymark.',
  stale: 'It changed elsewhere since you opened it. Have a look at what it says now before you save.',
  'too-large': 'That is more than can be sent at once. Make it shorter and try again.',
  'not-json': 'This page is older than the server. Reload it and try again.',
  invalid: 'Some of it cannot be taken as it is. The fields say what to change.',
  'key-reused': 'This page sent two different things under one name. Reload it and try again.',
  'link-ended': 'This link has been used, or its time is over. Ask for a new one.',
  'code-unknown': 'No cohort has this code. Codes can end; ask your mentor for the current one.',
  'if-match-required': 'This page is older than the server. Reload it and try again.',
  'too-many-requests': 'That was a lot in a short time. Wait a minute and try again.',
  internal: 'Something went wrong on the server. Try again; if it stays, tell who runs it.',
  unavailable: 'The server is busy or starting. Try again in a moment.',
};

export const unknownFailure = 'Something went wrong on this page. Try again, or reload it.';
