import { plural } from '../../text/plural';

export const sessionsText = {
  lead: 'End what you do not know. It is signed out at its next request.',
  list: 'Devices',
  here: 'this device',
  since: 'signed in',
  lastUsed: 'last used',
  end: 'End',
  endLabel: (device: string) => `End the session on ${device}`,
  ended: (device: string) => `${device} is signed out.`,
  elsewhere: {
    act: 'Sign out everywhere else',
    title: 'Sign out everywhere else?',
    text: (others: number) =>
      `${plural(others, 'other device has', 'other devices have')} to sign in again. You stay signed in here, and your access tokens keep working.`,
    final: 'Sign them out',
    done: 'You are signed out everywhere else.',
  },
  everywhere: {
    act: 'Sign out everywhere',
    title: 'Sign out everywhere?',
    text: (all: number) =>
      all === 1
        ? 'This device has to sign in again. Your access tokens keep working.'
        : `All ${plural(all, 'device', 'devices')}, this one as well, have to sign in again. Your access tokens keep working.`,
    final: 'Sign out',
    done: 'You are signed out everywhere.',
  },
} as const;
