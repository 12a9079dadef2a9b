import { type Letter, writeLetter } from './letter.js';
import type { LetterContent } from './letter-content.js';
import type { To, WithLink } from './to.js';
import { type Words, words } from './words.js';

interface Notice extends Pick<LetterContent, 'kind' | 'subject' | 'paragraphs'> {
  notYou?: Words;
}

/** Something about the way in has changed: what it is, and what to do about it. */
function notice(to: To & WithLink, { kind, subject, paragraphs, notYou = changeIt }: Notice): Letter {
  return writeLetter({
    kind,
    subject,
    name: to.name,
    instance: to.instance,
    paragraphs,
    button: { label: labelFor(to.url), url: to.url },
    notYou,
    why: words`it concerns the safety of your account there.`,
  });
}

const itWasYou = words`If it was you, there is nothing to do.`;
const changeIt = words`Was it not you? Then somebody else was in your account. Set a new password at once, which signs out whoever is in, and look through your settings.`;

/** What the link leads to, in words. */
function labelFor(url: string): string {
  const { pathname } = new URL(url);
  if (pathname.startsWith('/settings')) return 'Look through my settings';
  return pathname.startsWith('/forgot') ? 'Set a new password' : 'Go to my account';
}

/** The letters that tell what happened to an account. */
export const noticeLetters = {
  passwordChanged: (to: To & WithLink): Letter =>
    notice(to, {
      kind: 'password-changed',
      subject: words`Your password for ${to.instance} was changed`,
      paragraphs: [words`Your account has a new password. The old one no longer works.`, itWasYou],
    }),

  /** To an address that somebody signed up with, or wanted to change to, though it has an account. */
  haveAccount: ({ name, instance, url }: To & WithLink): Letter =>
    writeLetter({
      kind: 'have-account',
      subject: words`You have an account at ${instance}`,
      name,
      instance,
      paragraphs: [
        words`Somebody gave this address for an account, but it has one already: yours. Nothing was changed, and nobody was told.`,
        words`If it was you, sign in as before. If you forgot your password, you can set a new one.`,
      ],
      button: { label: new URL(url).pathname.startsWith('/forgot') ? 'Set a new password' : 'Sign in', url },
      notYou: words`Was it not you? Then leave this letter be: nobody gets in without your password.`,
      why: words`it belongs to an account there.`,
    }),

  /** `device` is what its client said of itself. */
  sessionEnded: (to: To & WithLink & { device: string }): Letter =>
    notice(to, {
      kind: 'session-ended',
      subject: words`We ended a session of yours at ${to.instance}`,
      paragraphs: [
        words`Somebody used an old key of a session of yours on ${deviceName(to.device)}. A copy of it may be in other hands, so we signed that session out.`,
        words`A browser that was brought back from a backup can cause this too. Then simply sign in again.`,
      ],
      notYou: words`Do you know of no such backup? Then set a new password at once, which signs out whoever is in, and look through your settings.`,
    }),

  twoFactorOn: (to: To & WithLink): Letter =>
    notice(to, {
      kind: 'two-factor-on',
      subject: words`Two-factor sign-in is on at ${to.instance}`,
      paragraphs: [
        words`From now on you sign in with your password and a code from your app. Keep your recovery codes where you find them without your phone.`,
        itWasYou,
      ],
    }),

  twoFactorOff: (to: To & WithLink): Letter =>
    notice(to, {
      kind: 'two-factor-off',
      subject: words`Two-factor sign-in is off at ${to.instance}`,
      paragraphs: [
        words`From now on your password alone lets you in, and your recovery codes no longer work.`,
        itWasYou,
      ],
      notYou: words`Was it not you? Then somebody else was in your account. Set a new password at once, which signs out whoever is in, and turn two-factor sign-in on again.`,
    }),

  /** `left` is how many recovery codes remain. */
  recoveryCodeUsed: (to: To & WithLink & { left: number }): Letter =>
    notice(to, {
      kind: 'recovery-code-used',
      subject: words`A recovery code was used at ${to.instance}`,
      paragraphs: [
        words`Somebody signed in to your account with your password and one of your recovery codes. ${codesLeft(to.left)}`,
        itWasYou,
      ],
      notYou: words`Was it not you? Then somebody has your password and your codes. Set a new password at once, which signs out whoever is in, and make new codes in your settings.`,
    }),

  /** `provider` is its name, such as GitHub. */
  identityLinked: (to: To & WithLink & { provider: string }): Letter =>
    notice(to, {
      kind: 'identity-linked',
      subject: words`A new way to sign in to ${to.instance}`,
      paragraphs: [words`You can now sign in to your account with ${to.provider}.`, itWasYou],
      notYou: words`Was it not you? Then somebody else was in your account. Unlink it in your settings, and set a new password at once, which signs out whoever is in.`,
    }),

  /** `token` is the name that its maker gave it, never the token. */
  accessTokenMade: (to: To & WithLink & { token: string }): Letter =>
    notice(to, {
      kind: 'access-token-made',
      subject: words`A new access token at ${to.instance}`,
      paragraphs: [
        words`A personal access token named “${to.token}” was made for your account. Whoever has it can do in your name what it was made for.`,
        itWasYou,
      ],
      notYou: words`Was it not you? Then somebody else was in your account. End the token in your settings, and set a new password at once, which signs out whoever is in.`,
    }),

  /** `url` is the address of the instance. */
  test: ({ name, instance, url }: To & WithLink): Letter =>
    writeLetter({
      kind: 'test',
      subject: words`Mail from ${instance} works`,
      name,
      instance,
      paragraphs: [words`You asked for this letter to see whether mail leaves ${instance}. It does.`],
      button: { label: 'Back to Waymark', url },
      why: words`you asked for it on the owner’s pages.`,
    }),
};

function codesLeft(left: number): string {
  if (left === 0) return 'It was the last one: make new codes in your settings.';
  return left === 1 ? 'One is left: make new codes in your settings.' : `${left} are left.`;
}

const browsers = { Edg: 'Edge', OPR: 'Opera', Firefox: 'Firefox', Chrome: 'Chrome', Safari: 'Safari' };
const systems = {
  Android: 'Android',
  iPhone: 'an iPhone',
  iPad: 'an iPad',
  Windows: 'Windows',
  'Mac OS': 'a Mac',
  Linux: 'Linux',
};

/** In words that people know, and only ours: a client can say of itself what it likes. */
function deviceName(userAgent: string): string {
  const find = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).find(([sign]) => userAgent.includes(sign))?.[1];
  const [browser, system] = [find(browsers), find(systems)];
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? 'a device that we do not know';
}
