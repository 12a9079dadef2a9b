import type { IdentityPurpose } from '@waymark/contract';
import { type FailureCode, ProblemError, sentenceFor } from '../../api/problem';

export const identitiesText = {
  or: 'Or by an account that you have elsewhere:',
  goOn: (name: string) => `Go on with ${name}`,
  lead: 'Sign in here by an account that you have elsewhere. It is known by its number there, not by its address.',
  none: 'Nothing is linked yet.',
  linked: 'linked',
  link: (name: string) => `Link ${name}`,
  unlink: 'Unlink',
  unlinkLabel: (name: string, label: string) => `Unlink ${name}, ${label}`,
  unlinkTitle: (name: string) => `Sign in by ${name} no more?`,
  unlinkText: 'You can link it again at any time. Where you are signed in now you stay signed in.',
  unlinked: (name: string) => `${name} is unlinked.`,
  loadFailed: 'Your other ways to sign in could not be loaded',
  coming: 'One moment …',
  comingLead: 'You are back from where you signed in. We have a look at what it says of you.',
  secondTitle: 'One more thing',
  second: 'Your account has a second factor. Give a code of it to come in.',
  act: 'Sign in',
  failed: 'That did not work',
  again: 'Try again',
  toSignIn: 'To the sign-in page',
  toSettings: 'To the settings',
  done: {
    link: 'It is linked. From now on you can sign in by it.',
    'step-up': 'Thank you, that was you. Now do it once more.',
  } satisfies Partial<Record<IdentityPurpose, string>>,
} as const;

/** Where the general sentence would mislead: these come from a way there and back. */
const sentences: Partial<Record<FailureCode, string>> = {
  'link-ended': 'This way in was used, took more than ten minutes, or began in another browser. Begin again.',
  'not-signed-in': 'You were signed out on the way. Sign in again, then repeat it.',
  'not-found': 'Nobody signs in by that here any more.',
};

/** What the API says in its own words is about the provider, and nobody else could say it better. */
const inItsOwnWords: readonly FailureCode[] = ['bad-request', 'unavailable', 'not-allowed', 'email-unverified'];

export function providerFailure(error: unknown): string {
  if (!(error instanceof ProblemError)) return sentenceFor(error);
  const own = inItsOwnWords.includes(error.code) ? error.detail : undefined;
  return own ?? sentences[error.code] ?? sentenceFor(error);
}
