import { plural } from '../../text/plural';

export const ownerText = {
  sections: 'This Waymark',
  eyebrow: (name: string) => `For the owners of ${name}`,
  nav: {
    overview: 'Overview',
    members: 'Members',
    invitations: 'Invitations',
    settings: 'Settings',
    audit: 'Audit log',
    links: 'Dead links',
    health: 'Health',
  },
  more: 'Show more',
  notYours: 'This is not yours',
  allShown: 'That is all.',
  notYoursTitle: 'These pages belong to the owners of this Waymark',
  notYoursText: 'If you run it too, ask one of them to make you an owner.',
  home: 'Back to the start',
  copy: 'Copy',
  copied: 'The link is copied.',
  copyFailed: 'It could not be copied. Mark it and copy it by hand.',

  claim: {
    title: 'Become the owner',
    what: 'An owner looks after the place: who may sign up, who is a member, how it looks, and how it is. An owner sees nothing of what members learn or build.',
    how: 'The server printed this link when it started without an owner. It works once, for whoever opens it first.',
    act: 'Become the owner of this Waymark',
    as: (name: string) => `You are signed in as ${name}.`,
    done: 'You are the owner of this Waymark.',
    first: 'Make an account here first, or sign in. You come back to this page.',
    signUp: 'Make an account',
    signIn: 'Sign in',
    ended: 'This link has been used, or its time is over',
    endedText:
      'If this Waymark has no owner yet, start the server again: it prints a new link. Otherwise ask an owner to make you one too.',
    isOwner: 'You are an owner of this Waymark already.',
    toOwner: 'To the owner’s pages',
  },

  overview: {
    title: 'This Waymark',
    looks: 'What needs a look',
    nothingText: 'Mail works, sign-up is as you set it, and the server is well.',
    noMail: 'Mail is not set up',
    noMailText:
      'Nobody can confirm an address or reset a forgotten password by themselves. Set WAYMARK_SMTP_URL where the server starts, and start it again.',
    mailbox: 'Letters stay on this machine',
    mailboxText:
      'There is no mail server, so letters go to the mailbox page of this machine. For members elsewhere set WAYMARK_SMTP_URL where the server starts.',
    toMailbox: 'Open the mailbox',
    failedMail: (count: number) => `${plural(count, 'letter', 'letters')} could not be sent`,
    failedMailText: (reason: string | null) =>
      reason ? `The mail server said: ${reason}` : 'The mail server refused them.',
    jobs: (count: number) => `${plural(count, 'background job was', 'background jobs were')} given up`,
    jobsText: 'They failed ten times in a row. The health page says with what, and has them tried again.',
    openDoor: 'Anyone may sign up, with any address',
    openDoorText:
      'Nobody has to confirm their address before they come in. That is fine among people you know; on the open internet ask for a confirmed address, or invite.',
    twoFactorOff: 'Two-factor sign-in is switched off',
    twoFactorOffText: 'A password alone opens every account here, yours too.',
    ownFactor: 'You sign in with a password alone',
    ownFactorText: 'Your account opens every page of the owner’s. Give it a second factor.',
    disk: (free: string) => `Only ${free} are left on the disk`,
    diskText: 'When it is full, nothing can be saved any more.',
    toSettings: 'Settings',
    toHealth: 'Health',
    toTwoFactor: 'Set it up',
    line: (members: number, sessions: number, version: string) =>
      `${plural(members, 'member', 'members')}, ${plural(sessions, 'session', 'sessions')}, Waymark ${version}.`,
    up: 'Started',
    places: 'Look after it',
    about: {
      members: 'Find one, make an owner, disable, let in again.',
      invitations: 'Invite by mail, or by a link that you hand on.',
      settings: 'Name, colour, who may sign up, two-factor.',
      audit: 'Who did what with accounts and with this place.',
      health: 'Server, database, mail and keys, as they are now.',
    },
  },
} as const;
