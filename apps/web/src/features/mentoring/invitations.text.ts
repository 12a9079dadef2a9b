import type { Consent, MentorInvitation } from '@waymark/contract';
import { plural } from '../../text/plural';
import { sharedNames } from './sharing.text';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
type State = MentorInvitation['state'];

/** All words about how a learner and a mentor find together. */
export const invitationsText = {
  more: 'Show more',
  notDone: (why: string) => `That was not done. ${why}`,

  received: {
    title: 'Invitations',
    failed: 'Your invitations could not be loaded',
    none: 'Nobody waits for an answer of yours',
    noneText:
      'When somebody invites your confirmed address, or asks you to be their mentor, it stands here and you answer with a click.',
    ask: 'Ask for a mentor',
    invite: 'Invite a learner',
    invitedTo: (cohort: string | null, roadmap: string) =>
      cohort === null ? `invites you to be mentored on ${roadmap}` : `invites you into ${cohort}, on ${roadmap}`,
    asks: (roadmap: string) => `asks you to be their mentor on ${roadmap}`,
    wouldSee: (consent: Consent) => {
      const named = sharedNames(consent);
      return named.length === 0 ? 'They share nothing with you yet.' : `You would see their ${list.format(named)}.`;
    },
    until: 'Open until',
    look: 'Look and answer',
    lookOf: (name: string) => `Look and answer: ${name}`,
    accept: 'Accept',
    decline: 'Decline',
    acceptOf: (name: string) => `Accept: mentor ${name}`,
    declineOf: (name: string) => `Decline: ${name}`,
    declined: 'Declined. Nothing was shared.',
    accepted: (name: string) => `You mentor ${name} now.`,
    joined: (names: readonly string[]) => `${list.format(names)} ${names.length === 1 ? 'mentors' : 'mentor'} you now.`,
  },

  answer: {
    acceptTitle: (name: string) => `Be ${name}’s mentor?`,
    acceptText: (name: string) =>
      `You see from this moment on what ${name} chose to share. Both of you can end it at any time.`,
    declineTitle: (name: string) => `Decline what ${name} asks?`,
    declineText: (name: string) => `${name} is told that it is not possible at the moment, without your name.`,
    words: 'A sentence for them',
    wordsHint: 'If you like. They read it with your answer.',
    keep: 'Not yet',
  },

  consent: {
    lead: 'Choose what you share. You can change or end it at any time, in effect at once.',
    accept: 'Accept and share this',
    acceptNothing: 'Accept and share nothing yet',
  },

  link: {
    title: 'Invitation',
    askTitle: 'Will you be a mentor?',
    ended: 'This link has been used or taken back, or its time is over. Ask whoever invited you for a new one.',
    toStart: 'To the start',
    invited: (from: string, cohort: string | null, roadmap: string) =>
      cohort === null
        ? `${from} would like to mentor you on the roadmap ${roadmap}.`
        : `${from} invites you into the cohort ${cohort}, on the roadmap ${roadmap}.`,
    asked: (from: string, roadmap: string) =>
      `${from} learns on the roadmap ${roadmap}, and asks you to be their mentor.`,
    wrote: (from: string) => `${from} wrote:`,
    mentors: (names: readonly string[]) =>
      `What you choose to share would be seen by ${list.format(names)}, and by nobody else.`,
    first:
      'To accept, sign in or make an account. You come back here, and see what would be shared before you say yes.',
    signUp: 'Make an account',
    signIn: 'Sign in',
    decline: 'Decline',
    declined: 'Declined. Nothing was shared, and nobody is told whether you have an account.',
    done: (names: readonly string[]) => `${list.format(names)} ${names.length === 1 ? 'mentors' : 'mentor'} you now`,
    doneLead: 'What you share can be changed or ended at any time, in your settings.',
    toRoadmap: 'To the roadmap',
    toMentoring: 'To mentoring',
    mentoring: (name: string) => `You mentor ${name} now`,
  },

  mine: {
    title: 'Whom I asked',
    failed: 'What you asked could not be loaded',
    asked: (to: string, roadmap: string) => `${to}, on ${roadmap}`,
    states: {
      open: 'waits for an answer',
      accepted: 'accepted',
      declined: 'not possible at the moment',
      revoked: 'withdrawn',
      expired: 'nobody answered in thirty days',
    } satisfies Record<State, string>,
    answered: 'They wrote:',
    withdraw: 'Withdraw',
    withdrawOf: (to: string) => `Withdraw what I asked ${to}`,
    withdrawn: 'Withdrawn. They cannot accept it any more.',
  },

  ask: {
    title: 'Ask for a mentor',
    lead: 'Somebody who knows the way looks now and then at how it goes. You choose what they see, and can end it at any time.',
    to: 'Whom',
    toHint: 'Their e-mail address, or their handle here, such as @ada.',
    noTo: 'Give an e-mail address, or a handle such as @ada',
    sentence: 'What you hope for',
    sentenceHint: 'A sentence that helps them decide.',
    noSentence: 'Say in a sentence what you hope for',
    roadmap: 'Roadmap',
    who: 'your mentor',
    act: 'Ask with this',
    actNothing: 'Ask, and share nothing yet',
    asked:
      'Asked. If there is somebody by that name or address, they can answer for thirty days; you are told either way.',
    toMentoring: 'To mentoring',
    join: 'You have a code? Use it',
  },

  invite: {
    title: 'Invite a learner',
    lead: 'They choose what you see, and you see nothing before that.',
    byMail: 'By mail',
    byMailLead: 'A letter with a link leaves to this address. You are not told whether anybody here has it.',
    email: 'E-mail address',
    noEmail: 'Give an e-mail address',
    name: 'Name',
    nameHint: 'If you like: how the letter greets them.',
    roadmap: 'Roadmap',
    act: 'Send the invitation',
    sent: (email: string) => `An invitation is on its way to ${email}.`,
    sentTitle: 'Invitations sent',
    failed: 'Your invitations could not be loaded',
    none: 'No invitation yet',
    noneText: 'Those that you send stand here, until somebody answers or you take them back.',
    states: {
      open: 'open',
      accepted: 'accepted',
      declined: 'declined',
      revoked: 'taken back',
      expired: 'nobody answered in time',
    } satisfies Record<State, string>,
    acceptedBy: (name: string) => `accepted by ${name}`,
    sentAt: 'sent',
    until: 'open until',
    resend: 'Send again',
    resendOf: (email: string) => `Send again to ${email}`,
    resent: (email: string) => `A new letter is on its way to ${email}. The old link has ended.`,
    revoke: 'Take back',
    revokeOf: (email: string) => `Take back the invitation to ${email}`,
    revoked: 'Taken back. Its link leads nowhere any more.',
  },

  codes: {
    title: 'By code',
    lead: 'Hand out a code, on paper or in a chat. Whoever types it under “Join” chooses you as their mentor.',
    uses: 'How many may use it',
    usesHint: 'From 1 to 500.',
    wrongUses: 'A number from 1 to 500',
    days: 'Valid for',
    dayOptions: { 7: '7 days', 30: '30 days', 90: '90 days' },
    make: 'Make a code',
    made: 'There is a new code. Hand it out.',
    failed: 'Your codes could not be loaded',
    left: (left: number, uses: number) => `${left.toLocaleString()} of ${plural(uses, 'use', 'uses')} left`,
    until: 'valid until',
    ended: 'ended',
    end: 'End it',
    endOf: (code: string) => `End it: ${code}`,
    endDone: 'The code has ended. Who used it stays.',
    label: 'your code',
  },

  join: {
    mentorTitle: (name: string) => `Be mentored by ${name}`,
    mentored: (name: string) => `${name} mentors you now`,
  },

  roster: {
    title: 'Invite by a list',
    eyebrow: (cohort: string) => cohort,
    lead: 'From a spreadsheet, saved as CSV: a column with addresses, and one with names if you like. Nothing is sent before you have seen every line.',
    file: 'A CSV file',
    or: 'Or paste it',
    pasteHint: 'Such as “name,email” in the first line; commas, semicolons and tabs all do.',
    look: 'See what it would do',
    wrong: {
      empty: 'There is no line in it. Paste a list, or choose a file.',
      'no-email': 'No column holds addresses. Call one of them “email”.',
      'too-long': 'At most 5,000 lines at a time. Split the list.',
    },
    unreadable: 'This file could not be read. Save it as CSV, or paste what is in it.',
    looking: 'Looking at it',
    sending: 'Sending',
    progress: (done: number, all: number) => `${done.toLocaleString()} of ${plural(all, 'line', 'lines')}`,
    cancel: 'Stop',
    counts: {
      invite: (count: number) => `${plural(count, 'invitation', 'invitations')} would leave`,
      sent: (count: number) => `${plural(count, 'invitation', 'invitations')} sent`,
      left: (count: number) => `${plural(count, 'line', 'lines')} left out`,
    },
    confirm: (count: number) => `Send ${plural(count, 'invitation', 'invitations')}`,
    nothing: 'There is nobody to invite in it. The lines below say why.',
    another: 'Another list',
    done: 'Done',
    stopped: 'Stopped. What was sent is sent; send the same list again for the rest, nobody gets two letters.',
    failed: (why: string) =>
      `It stopped on the way. ${why} Send the same list again for the rest; nobody gets two letters.`,
    toCohort: 'To the cohort',
    table: 'The lines of the list, a table that may scroll sideways',
    columns: { row: 'Line', name: 'Name', email: 'Address', what: 'What happens' },
    shown: (count: number, all: number) =>
      `The first ${count.toLocaleString()} of ${all.toLocaleString()} lines, those left out first.`,
    verdicts: {
      invite: 'will be invited',
      sent: 'invited now',
      'in-cohort': 'in the cohort already',
      invited: 'invited already',
      'not-an-address': 'not an address',
      twice: 'stands in the list before',
      own: 'your own address',
      'beyond-limit': 'beyond today’s letters; send it tomorrow',
      waiting: 'not sent',
    },
  },
};
