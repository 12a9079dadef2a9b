import type { Consent, Glance } from '@waymark/contract';
import { plural } from '../../text/plural';
import { sharedNames } from './sharing.text';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const learners = (count: number) => plural(count, 'learner', 'learners');
const hours = (count: number) => `${count.toLocaleString()} ${count === 1 ? 'hour' : 'hours'}`;

/** All words about a cohort beside those of its list and its code. */
export const cohortsText = {
  views: {
    label: 'What to show',
    learners: 'Learners',
    glance: 'At a glance',
    settings: 'Settings',
  },
  days: {
    between: (from: string, to: string) => `From ${from} to ${to}.`,
    from: (from: string) => `From ${from} on.`,
    until: (to: string) => `Until ${to}.`,
  },
  archived: {
    forMentors: 'This cohort is in the archive: nobody can join, and nothing about it can be changed.',
    forLearners:
      'This cohort is in the archive. What you share with its mentors stays as it is until you change or end it.',
    back: 'Bring it back',
    isBack: (name: string) => `${name} is back. Make a code to let learners in.`,
    show: 'Cohorts in the archive',
    none: 'No cohort is in the archive.',
  },

  settings: {
    title: 'The cohort',
    name: 'Name',
    noName: 'Give it a name',
    startsOn: 'Starts on',
    endsOn: 'Ends on',
    backwards: 'It ends on the day it starts, or later',
    sees: 'Learners see of each other',
    seesWhom: { nobody: 'Nothing', names: 'Names, of those who agree' },
    seesHint: 'Never how far anybody is. A learner’s name shows only once they have said yes themselves.',
    save: 'Save',
    saved: 'Saved.',
    stale: 'Another mentor changed it meanwhile. What you typed is still here; saving puts it over theirs.',
    archive: 'Put it into the archive',
    archiveTitle: (name: string) => `Put ${name} into the archive?`,
    archiveText:
      'Nobody can join any more: the code and open requests to mentors end. What learners share stays as it is until they end it, and they are told. You can bring it back at any time.',
    archiveKeep: 'Not now',
    archiveConfirm: 'Into the archive',
    isArchived: (name: string) => `${name} is in the archive.`,
  },

  mentors: {
    title: 'Its mentors',
    lead: 'All of them may do the same here. Somebody who comes later sees nothing of a learner before that learner agrees.',
    you: 'you',
    ask: 'Ask somebody to mentor it too',
    handle: 'Handle',
    handleHint: 'As it stands in the address of their page, such as mira-m.',
    noHandle: 'Give their handle',
    send: 'Ask them',
    sent: (handle: string) => `If somebody here is @${handle}, they are asked now.`,
    asked: 'Asked, not answered yet',
    until: 'Open until',
    withdraw: 'Withdraw',
    withdrawOf: (handle: string) => `Withdraw the request to @${handle}`,
    withdrawn: (handle: string) => `@${handle} is not asked any more.`,
    remove: 'Take out',
    removeOf: (name: string) => `Take out ${name}`,
    removeTitle: (name: string) => `Take ${name} out of this cohort?`,
    removeText: (name: string) =>
      `${name} will see nothing any more of what learners share through this cohort, and is told.`,
    removed: (name: string) => `${name} does not mentor this cohort any more.`,
    leave: 'Leave as a mentor',
    leaveTitle: (cohort: string) => `Leave ${cohort} as a mentor?`,
    leaveText: 'You will see nothing any more of what learners share through this cohort.',
    left: (cohort: string) => `You do not mentor ${cohort} any more.`,
    keep: 'Cancel',
    loadFailed: 'Who was asked could not be loaded',
  },

  offers: {
    title: 'You are asked to mentor',
    what: (cohort: string, roadmap: string) => `${cohort}, on ${roadmap}`,
    by: (name: string, mentors: readonly string[]) => `${name} asks you. Mentored by ${list.format(mentors)}.`,
    somebody: 'Somebody',
    lead: 'Its learners decide one by one what you see.',
    accept: 'Accept',
    acceptOf: (cohort: string) => `Accept: mentor ${cohort}`,
    decline: 'Decline',
    declineOf: (cohort: string) => `Decline: not mentor ${cohort}`,
    accepted: (cohort: string) => `You mentor ${cohort} now.`,
    declined: (cohort: string) => `You do not mentor ${cohort}.`,
  },

  asks: {
    title: 'A new mentor',
    what: (mentor: string, cohort: string) =>
      `${mentor} is a mentor of ${cohort} now. Let them see what the others see?`,
    shares: (consent: Consent) => {
      const named = sharedNames(consent);
      return named.length === 0
        ? 'The others all see nothing but your name.'
        : `That is ${list.format(named)}. You can change or end it at any time.`;
    },
    untilThen: 'Until you say so they see nothing of yours.',
    agree: 'Let them see it',
    agreeOf: (mentor: string) => `Let them see it: ${mentor}`,
    decline: 'No',
    declineOf: (mentor: string) => `No, ${mentor} sees nothing`,
    agreed: (mentor: string, consent: Consent) => {
      const named = sharedNames(consent);
      return named.length === 0 ? `${mentor} sees your name now.` : `${mentor} now sees ${list.format(named)}.`;
    },
    declined: (mentor: string) => `${mentor} sees nothing of yours.`,
  },

  names: {
    title: 'Who else learns here',
    mine: 'Show my name to the others',
    mineHint: 'Your name and nothing else. You can take it back at any time.',
    none: 'Nobody has agreed to be shown yet.',
    loadFailed: 'The names could not be loaded',
    nobody: 'Learners of this cohort do not see each other.',
  },

  code: {
    uses: 'For how many',
    usesHint: 'Left empty, as many as like.',
    badUses: 'A number from 1 to 5,000, or nothing',
    left: (count: number) =>
      count === 0 ? 'It is used up.' : `${plural(count, 'learner', 'learners')} more can join.`,
  },

  glance: {
    title: 'At a glance',
    loadFailed: 'The cohort at a glance could not be loaded',
    who: ({ learners: all, sharing }: Glance) =>
      all === 0
        ? 'No learner shares anything with you here yet.'
        : `${learners(all)} ${all === 1 ? 'shares' : 'share'} with you, ${sharing.toLocaleString()} of them their progress${all - sharing > 0 ? `; ${(all - sharing).toLocaleString()} not shared, and in no figure` : ''}.`,
    few: 'Figures over all stand here once five learners share their progress: fewer are persons, and stand below by name.',
    rows: 'By stage',
    rowsLead: 'Done of what each stage requires. By name, and never by who is how far.',
    rowsCaption: 'Learners by name, done topics of each stage',
    learner: 'Learner',
    notShared: 'not shared',
    cell: (done: number, required: number) => (required === 0 ? '–' : `${done}/${required}`),
    key: ['nothing done', 'begun', 'half or more', 'all done'],
    stages: 'The stages',
    spread: 'How far they are',
    spreadPicture: (all: number) => `How many of ${learners(all)} have how much done`,
    spreadTable: 'As a table',
    percent: 'Done',
    share: 'Learners',
    decile: (place: number) => (place === 9 ? '90–100 %' : `${place * 10}–${place * 10 + 9} %`),
    pace: 'Against their plans',
    standing: {
      ahead: 'ahead of their plan',
      within: 'with their plan in the forecast’s range',
      behind: 'behind their plan',
      done: 'done',
    },
    hours: (done: number, planned: number, all: number) =>
      `${learners(all)} with two weeks or more on the way: ${hours(done)} a week on average, ${planned.toLocaleString()} planned.`,
    noHours: 'Nobody has been on the way for two weeks yet.',
    stuck: 'Where most stand still',
    stuckLine: (count: number) => learners(count),
    stuckNone: 'Nobody stands still anywhere today.',
    longest: 'What is being learned for longest',
    longestLine: (days: number, count: number) => `${plural(days, 'day', 'days')} in the middle, ${learners(count)}`,
    longestNone: 'Nobody is learning anything just now.',
    links: 'Where links are dead',
    linkLine: (count: number) => `reported by ${learners(count)}`,
    linksNone: 'Nobody here has reported a dead link.',
    projects: (count: number) =>
      `${plural(count, 'project', 'projects')} sent for review ${count === 1 ? 'has' : 'have'} a dead link.`,
  },
};
