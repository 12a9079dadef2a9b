import type { Answer, Endpoints, Instance } from '@waymark/contract';
import { bytesText } from './figures';
import type { Settings } from './instance-draft';
import { ownerText } from './owner.text';

const text = ownerText.overview;

export interface Look {
  key: string;
  title: string;
  text: string;
  to: string;
  label: string;
}

interface Known {
  settings: Settings;
  instance: Instance;
  health: Answer<Endpoints['readHealth']>;
  hasTwoFactor: boolean;
}

/** With less, MongoDB stops taking writes soon. */
const leastFreeBytes = 2_000_000_000;
const settingsPage = { to: '/owner/settings', label: text.toSettings };
const healthPage = { to: '/owner/health', label: text.toHealth };

/** What an owner should look at, the gravest first. Each with where to go. */
export function needsALook({ settings, instance, health, hasTwoFactor }: Known): Look[] {
  const { freeBytes } = health.database;
  const { failed, lastFailure } = health.mail;
  const givenUp = health.jobs.givenUp.reduce((sum, { count }) => sum + count, 0);
  const { who, verifiedFirst } = settings.signUp;
  const isFull = freeBytes !== null && freeBytes < leastFreeBytes;
  const isOff = settings.twoFactor === 'off';
  const looks: (Look | false)[] = [
    isFull && { key: 'disk', title: text.disk(bytesText(freeBytes)), text: text.diskText, ...healthPage },
    failed > 0 && {
      key: 'failed-mail',
      title: text.failedMail(failed),
      text: text.failedMailText(lastFailure),
      ...healthPage,
    },
    givenUp > 0 && { key: 'jobs', title: text.jobs(givenUp), text: text.jobsText, ...healthPage },
    instance.mail === 'none' && { key: 'no-mail', title: text.noMail, text: text.noMailText, ...settingsPage },
    instance.mail === 'mailbox' && {
      key: 'mailbox',
      title: text.mailbox,
      text: text.mailboxText,
      to: '/mailbox',
      label: text.toMailbox,
    },
    who === 'anyone' &&
      !verifiedFirst && { key: 'open-door', title: text.openDoor, text: text.openDoorText, ...settingsPage },
    isOff && { key: 'two-factor-off', title: text.twoFactorOff, text: text.twoFactorOffText, ...settingsPage },
    !isOff &&
      !hasTwoFactor && {
        key: 'own-factor',
        title: text.ownFactor,
        text: text.ownFactorText,
        to: '/settings#two-factor',
        label: text.toTwoFactor,
      },
  ];
  return looks.filter((look) => look !== false);
}
