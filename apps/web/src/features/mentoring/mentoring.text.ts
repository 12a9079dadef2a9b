import type { Consent } from '@waymark/contract';
import { plural } from '../../text/plural';
import { sharedNames } from './sharing.text';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const days = (count: number) => plural(count, 'day', 'days');

export const mentoringText = {
  title: 'Mentoring',
  showMore: 'Show more',

  attention: {
    title: 'Needs attention',
    count: (count: number) => `${count.toLocaleString()}, seen by the learner too`,
    none: 'Nobody needs you right now. What comes up stands here in a sentence, with its reason, a day after the learner reads it.',
    loadFailed: 'Who needs attention could not be loaded',
    quieting: {
      seen: 'Seen',
      seenOf: (sentence: string) => `Seen: ${sentence}`,
      snoozed: 'Put off 7 days',
      snoozedOf: (sentence: string) => `Put off 7 days: ${sentence}`,
      open: 'Take it up again',
      openOf: (sentence: string) => `Take it up again: ${sentence}`,
      undo: 'Undo',
      said: {
        seen: 'It comes back when there is something new.',
        snoozed: 'It comes back in seven days, if it still holds.',
        open: 'It stands in your list again.',
      },
      isSeen: 'You have seen this.',
      isSeenBy: (name: string) => `${name} has seen this.`,
      isOff: 'You asked to be told again on',
      isOffBy: (name: string) => `${name} looks at it again on`,
    },
    open: 'Open',
    openLearner: (name: string) => `Open ${name}`,
    since: 'Since',
    stuck: (name: string, topic: string, atLeast: number) =>
      `${name} has been on ${topic} for at least ${days(atLeast)}`,
    stuckWhy: 'It is marked as learning, and nothing about it has changed since.',
    quiet: (name: string, count: number) => `${name} has been quiet for ${days(count)}`,
    quietUnknown: (name: string) => `${name} has been quiet for a while`,
    quietWhy: (lastActive: string) =>
      `Last active on ${lastActive}: more than a week ago, and longer than usual for them.`,
    quietWhyUnknown: 'Nothing was logged for more than a week, and for longer than usual for them.',
    behind: (name: string) => `${name} is behind their own target date`,
    behindWhy: 'At the hours a week of their plan, what is left takes longer than the time until then.',
    behindWhyDate: (target: string) =>
      `They want to be there by ${target}. At the hours a week of their plan, what is left takes longer.`,
    unanswered: (name: string, project: string, atLeast: number) =>
      `${name} has not answered the changes asked for on ${project} for at least ${days(atLeast)}`,
    unansweredWhy: 'A review asks for changes, and no new revision has come since.',
    deadLink: (name: string, project: string) => `A link of ${project}, which ${name} sent for review, is dead`,
    deadLinkWhy: 'Nothing has been there for a week, so nobody can look at it.',
    asked: (name: string, about: string) => `${name} asks for help with ${about}`,
    askedWhy: (sentence: string) => `“${sentence}”`,
    aTopic: 'a topic',
    aProject: 'a project',
  },

  cohorts: {
    mentored: 'Cohorts I mentor',
    joined: 'Cohorts I am in',
    loadFailed: 'Your cohorts could not be loaded',
    mentors: (names: readonly string[]) => `Mentored by ${list.format(names)}`,
    join: 'Join a cohort',
    start: 'Start a cohort',
    startLead: 'You become its mentor, and get a code to hand out. Learners choose what you see.',
    name: 'Name',
    nameHint: 'Such as “Evening class, autumn”.',
    roadmap: 'Roadmap',
    create: 'Start it',
    created: (name: string) => `${name} is there. Hand out its code.`,
    noName: 'Give it a name',
    noRoadmaps: 'The roadmaps could not be loaded. Reload the page to start a cohort.',
    emptyTitle: 'Learning goes better with somebody who looks',
    empty:
      'Join a cohort with the code of your mentor, or start one and let others in. Nobody sees anything of yours before you say so.',
  },

  code: {
    label: 'Join code',
    copy: 'Copy code',
    copyOf: (cohort: string) => `Copy code of ${cohort}`,
    copyLink: 'Copy link to join',
    copyLinkOf: (cohort: string) => `Copy link to join ${cohort}`,
    copied: 'Copied.',
    copyFailed: 'It could not be copied. Select it and copy it by hand.',
    revoked: 'No code at the moment: nobody new can join.',
    noExpiry: 'It does not expire.',
    expires: 'It expires',
    expired: 'It has expired',
    renew: 'New code',
    renewLead: 'The current code ends at once. Who is in stays in.',
    expiresIn: 'Valid for',
    expiries: { 7: '7 days', 30: '30 days', 90: '90 days', never: 'No end' },
    renewed: 'There is a new code. The old one has ended.',
    revoke: 'End the code',
    revokeTitle: 'End the join code?',
    revokeText: 'Nobody can join with it from now on. Who is in stays in, and you can make a new code at any time.',
    revokeConfirm: 'End it',
    revokeKeep: 'Keep it',
    revokeDone: 'The code has ended.',
  },

  cohort: {
    eyebrow: 'Cohort',
    loadFailed: 'This cohort could not be loaded',
    notFound: 'There is no such cohort of yours. It may have ended, or you left it.',
    toMentoring: 'To mentoring',
    youMentor: (roadmap: string) => `You mentor this cohort on ${roadmap}.`,
    theyMentor: (names: readonly string[], roadmap: string) =>
      `${list.format(names)} ${names.length === 1 ? 'mentors' : 'mentor'} this cohort on ${roadmap}.`,
    letIn: 'Let learners in',
    learners: 'Its learners',
    share: 'What I share here',
    shareNothing: 'You share nothing with this cohort any more. To share again, join with its code.',
    toRoadmap: 'To the roadmap',
    leave: 'Leave this cohort',
    leaveTitle: (name: string) => `Leave ${name}?`,
    leaveText: (names: readonly string[]) =>
      `${list.format(names)} will see nothing of yours any more, from this moment on. Your own progress stays as it is.`,
    leaveConfirm: 'Leave',
    leaveKeep: 'Stay',
    left: (name: string) => `You have left ${name}.`,
  },

  learner: {
    loading: 'A learner',
    notShared: 'Not shared with you',
    notSharedText: 'There is nothing here that somebody shares with you. They may have ended it, or the link is wrong.',
    toMentoring: 'To mentoring',
    loadFailed: 'This learner could not be loaded',
    shares: (name: string, consent: Consent) => {
      const named = sharedNames(consent);
      return named.length === 0
        ? `${name} shares nothing of this with you at the moment`
        : `${name} shares ${list.format(named)} with you`;
    },
    since: 'since',
    done: (required: number) => `done of ${required.toLocaleString()}`,
    shown: 'shown in projects',
    confirmed: 'confirmed by a mentor',
    way: 'The way',
    wayOff: (name: string) => `${name} does not share their progress with you.`,
    stageCount: (done: number, required: number) => (required === 0 ? '–' : `${done} of ${required}`),
    notChosen: 'nothing chosen yet',
    optional: 'optional',
    forecast: 'Expected to be done between',
    forecastDone: 'All of it is done.',
    and: 'and',
    plan: (hours: number, daysAWeek: number) => `Plan: ${plural(hours, 'hour', 'hours')} on ${days(daysAWeek)} a week`,
    activity: 'Activity',
    activityOff: (name: string) => `${name} does not share their activity with you.`,
    activityNone: 'No activity yet.',
    strip: (active: number, weeks: number) => `Active on ${days(active)} in the last ${weeks} weeks`,
    stripTable: 'As a table',
    stripEmpty: 'No active day in these weeks.',
    day: 'Day',
    acts: 'Acts',
    recent: 'Lately',
    moreActivity: 'All of what is shared',
    projects: 'Projects',
    projectsOff: (name: string) => `${name} does not share their projects with you.`,
    projectsNone: (name: string) => `${name} has no project to show yet.`,
    notesOn: 'No note is marked as shared.',
    notesOff: 'Notes are not shared.',
    build: { idea: 'Idea', building: 'Building', finished: 'Finished' },
    repository: 'Repository',
    demo: 'Demo',
    linkOf: (kind: string, title: string) => `${kind} of ${title}`,
    hours: (hours: number) => plural(hours, 'hour', 'hours'),
    covers: 'Topics that it covers',
    attentionNone: 'Nothing stands out.',
    attentionOff: (name: string) =>
      `What stands still on the way is part of the progress, which ${name} does not share.`,
  },

  look: {
    first: 'This is your first look.',
    nothing: 'Nothing has changed since you last looked',
    title: 'Since you last looked',
    done: (topics: readonly string[]) => `Done: ${some(topics)}.`,
    begun: (topics: readonly string[]) => `Begun: ${some(topics)}.`,
    other: (topics: readonly string[]) => `Set back or skipped: ${some(topics)}.`,
    projects: (titles: readonly string[]) => `Projects changed: ${some(titles)}.`,
    days: (count: number) => `Active on ${days(count)}.`,
  },

  acts: {
    done: (topic: string) => `${topic} done`,
    learning: (topic: string) => `${topic} begun`,
    skipped: (topic: string) => `${topic} skipped`,
    not_started: (topic: string) => `${topic} set back to not started`,
    topic: (topic: string) => `${topic} changed`,
    room: (topic: string) => `Worked on ${topic}`,
    time: (topic: string, minutes: number) => `Gave ${topic} ${plural(minutes, 'minute', 'minutes')}`,
    started: 'Began the roadmap',
    enrolment: 'Changed the plan or a choice',
    projectAdded: (title: string) => `${title} logged`,
    projectChanged: (title: string, build: string) => `${title} is now ${build}`,
    projectGone: (title: string) => `${title} deleted`,
    build: { idea: 'an idea', building: 'being built', finished: 'finished' } as Record<string, string>,
    aProject: 'A project',
  },
};

/** Up to four by name, the rest counted. */
function some(titles: readonly string[]): string {
  if (titles.length <= 4) return list.format(titles);
  return list.format([...titles.slice(0, 3), `${titles.length - 3} more`]);
}
