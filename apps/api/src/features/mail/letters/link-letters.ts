import { type Letter, writeLetter } from './letter.js';
import type { To, WithLink } from './to.js';
import { cleaned, greetable, words } from './words.js';

/** The letters whose link does something: each is opened without effect, and works once. */
export const linkLetters = {
  verifyEmail: ({ name, instance, url }: To & WithLink): Letter =>
    writeLetter({
      kind: 'verify-email',
      subject: words`Confirm your address for ${instance}`,
      name,
      instance,
      paragraphs: [
        words`Good to have you. Confirm that this address is yours, so that ${instance} can reach you when it matters: when you forget your password, or when somebody else tries to get in.`,
      ],
      button: { label: 'Confirm my address', url },
      terms: words`The link holds for 24 hours and works once. If you asked for several, the newest is the one that works.`,
      notYou: words`Did you not sign up? Then leave this letter be. Without your confirmation nobody can say that this address is theirs.`,
      why: words`somebody gave this address for their account there.`,
    }),

  resetPassword: ({ name, instance, url }: To & WithLink): Letter =>
    writeLetter({
      kind: 'reset-password',
      subject: words`Set a new password for ${instance}`,
      name,
      instance,
      paragraphs: [
        words`Somebody asked to set a new password for your account. If that was you, go on here and choose one.`,
      ],
      button: { label: 'Set a new password', url },
      terms: words`The link holds for 30 minutes and works once. A new password signs you out everywhere, so that you can sign in afresh.`,
      notYou: words`Was it not you? Then leave this letter be: your password stays as it is. Pass the link on to nobody.`,
      why: words`a new password was asked for, for the account with this address.`,
    }),

  confirmNewEmail: ({ name, instance, url }: To & WithLink): Letter =>
    writeLetter({
      kind: 'confirm-new-email',
      subject: words`Confirm your new address for ${instance}`,
      name,
      instance,
      paragraphs: [
        words`You asked to use this address for your account. Confirm that it is yours, and from then on you sign in with it. Until then your old address stays.`,
      ],
      button: { label: 'Use this address', url },
      terms: words`The link holds for 24 hours and works once.`,
      notYou: words`Did you not ask for this? Then leave this letter be, and nothing changes.`,
      why: words`somebody wants to use this address for their account there.`,
    }),

  /** To the old address; the link takes it back. */
  emailChanged: ({ name, instance, url, email }: To & WithLink & { email: string }): Letter =>
    writeLetter({
      kind: 'email-changed',
      subject: words`Your address for ${instance} was changed`,
      name,
      instance,
      paragraphs: [
        words`Your account now has the address ${email}. Letters go there from now on, and you sign in with it.`,
        words`If it was you, there is nothing to do.`,
      ],
      button: { label: 'Take this address back', url },
      terms: words`The link holds for seven days. It brings this address back, signs everybody out, and ends the password; a letter with which you set a new one follows at once.`,
      notYou: words`Was it not you? Then somebody else was in your account. Take your address back, and nobody else gets in any more.`,
      why: words`it was the address of your account until now.`,
    }),

  /** The link keeps the account after all. */
  accountDeleted: ({ name, instance, url, eraseAfter }: To & WithLink & { eraseAfter: Date }): Letter =>
    writeLetter({
      kind: 'account-deleted',
      subject: words`Your account at ${instance} is closed`,
      name,
      instance,
      paragraphs: [
        words`Your account is closed, and you are signed out everywhere. On ${day(eraseAfter)} everything in it will be erased for good: your progress, your projects, your notes.`,
        words`Until then you can change your mind.`,
      ],
      button: { label: 'Keep my account', url },
      terms: words`The link works once, until your account is erased.`,
      notYou: words`Was it not you? Then keep your account with the button, and set a new password at once.`,
      why: words`the account with this address was closed.`,
    }),

  /** `from` is the name of whoever invites; `note` is what they wrote to it, and may be empty. */
  invitation: ({ instance, url, from, note }: Omit<To, 'name'> & WithLink & { from: string; note: string }): Letter => {
    const who = greetable(from) || 'Somebody';
    return writeLetter({
      kind: 'invitation',
      subject: words`${who} invites you to ${instance}`,
      instance,
      paragraphs: [
        words`${who} invites you to ${instance}, a place to follow a learning roadmap: you mark what you have learned, show what you built, and let a mentor confirm it.`,
        ...(cleaned(note) ? [words`They wrote:`] : []),
      ],
      note,
      button: { label: 'Take the invitation', url },
      terms: words`The link is meant for you alone, and not for ever: make your account soon.`,
      notYou: words`Do you not know ${who}? Then leave this letter be: no account was made for you.`,
      why: words`${who} gave this address for an invitation.`,
    });
  },
};

/** In UTC, since nobody says where the letter is read. */
function day(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}
