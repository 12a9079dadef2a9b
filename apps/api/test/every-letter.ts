import { words } from '../src/features/mail/letters/words.js';
import { type Letter, letters } from '../src/features/mail/letters.js';

/** What others can put into a letter; a test puts in what it likes. */
export interface Given {
  name: string;
  instance: string;
  /** Everything else that is somebody's text: a note, a device, a provider, a token's name. */
  other: string;
}

const origin = 'https://way.example.org';
export const opened = (path: string) => `${origin}/${path}/${'aB3-_xYz'.repeat(5)}abc`;
export const settings = `${origin}/settings`;

/** Each letter once, with its link. A new one that is not named here fails to compile. */
export const everyLetter: Readonly<Record<keyof typeof letters, (given: Given) => { letter: Letter; url: string }>> = {
  verifyEmail: (to) => written(opened('verify'), (url) => letters.verifyEmail({ ...to, url })),
  resetPassword: (to) => written(opened('reset'), (url) => letters.resetPassword({ ...to, url })),
  passwordChanged: (to) => written(`${origin}/forgot`, (url) => letters.passwordChanged({ ...to, url })),
  confirmNewEmail: (to) => written(opened('confirm-email'), (url) => letters.confirmNewEmail({ ...to, url })),
  emailChanged: (to) => {
    return written(opened('undo-email'), (url) => letters.emailChanged({ ...to, url, email: to.other }));
  },
  haveAccount: (to) => written(`${origin}/sign-in`, (url) => letters.haveAccount({ ...to, url })),
  sessionEnded: (to) => written(settings, (url) => letters.sessionEnded({ ...to, url, device: to.other })),
  twoFactorOn: (to) => written(settings, (url) => letters.twoFactorOn({ ...to, url })),
  twoFactorOff: (to) => written(settings, (url) => letters.twoFactorOff({ ...to, url })),
  recoveryCodeUsed: (to) => written(settings, (url) => letters.recoveryCodeUsed({ ...to, url, left: 4 })),
  identityLinked: (to) => written(settings, (url) => letters.identityLinked({ ...to, url, provider: to.other })),
  accessTokenMade: (to) => written(settings, (url) => letters.accessTokenMade({ ...to, url, token: to.other })),
  accountDeleted: (to) => {
    const eraseAfter = new Date('2040-01-09T10:00:00Z');
    return written(opened('keep'), (url) => letters.accountDeleted({ ...to, url, eraseAfter }));
  },
  invitation: ({ instance, name, other }) => {
    return written(opened('invitations'), (url) => letters.invitation({ instance, url, from: name, note: other }));
  },
  digest: (to) => {
    const thread = { title: to.other, aside: 'Backend', learner: to.name, by: to.name, days: null, count: 2 };
    const threads = [
      { ...thread, kind: 'approve', isMine: true },
      { ...thread, kind: 'requested', isMine: false },
    ] as const;
    const unsubscribeUrl = opened('unsubscribe');
    return written(`${origin}/notifications`, (url) => letters.digest({ ...to, url, threads, unsubscribeUrl }));
  },
  mentorInvitation: (to) => {
    const more = { from: to.name, roadmap: 'Backend', cohort: to.other };
    return written(opened('mentoring/invitations'), (url) => letters.mentorInvitation({ ...to, ...more, url }));
  },
  mentorAsk: ({ instance, name }) => {
    const more = { from: name, roadmap: 'Backend' };
    return written(opened('mentoring/invitations'), (url) => letters.mentorAsk({ instance, ...more, url }));
  },
  learnersWeek: (to) => {
    const week = { activeDays: 3, goalDays: 4, topicsDone: 2 };
    const counts = { done: 24, required: 81, percent: 29, shown: 10, confirmed: 3 };
    const waits = { mine: { count: 1, most: 100 }, others: { count: 2, most: 100 } };
    const more = { week, counts, waits, roadmap: to.other, next: to.other, unsubscribeUrl: opened('unsubscribe') };
    return written(`${origin}/roadmaps/backend/topics/http`, (url) => letters.learnersWeek({ ...to, ...more, url }));
  },
  mentorsWeek: (to) => {
    const first = words`${to.name} has been on ${to.other} for at least ${19} days`;
    const counted = (count: number) => ({ count, most: 100 });
    const more = {
      turn: { ...counted(2), days: 5 },
      attention: { ...counted(3), first },
      ...{ since: '26 December', active: counted(100), confirmed: counted(4), next: 'review' as const },
      unsubscribeUrl: opened('unsubscribe'),
    };
    return written(`${origin}/reviews/${'ab'.repeat(12)}`, (url) => letters.mentorsWeek({ ...to, ...more, url }));
  },
  test: (to) => written(origin, (url) => letters.test({ ...to, url })),
};

function written(url: string, write: (url: string) => Letter): { letter: Letter; url: string } {
  return { letter: write(url), url };
}

export const plainlyGiven: Given = { name: 'Ada Example', instance: 'Way Place', other: 'See you on the way.' };
