import type { Digest, NotificationKind, Weekly } from '@waymark/contract';
import { notificationSentence, type Told } from '@waymark/contract/rules';

/** Names as they are: what draws them lets no tag through. */
const plainly = (ours: TemplateStringsArray, ...others: (string | number)[]) => String.raw({ raw: ours }, ...others);

const often: Record<Digest, string> = {
  'at-once': 'At once',
  hourly: 'Hourly, in one letter',
  daily: 'Once a day, in the morning',
  off: 'Never',
};

const weekly: Record<Weekly, string> = {
  off: 'None',
  learning: 'About my own way',
  mentoring: 'About my learners',
  both: 'About both, in two letters',
};

export const notificationsText = {
  title: 'Notifications',
  bell: (unread: number) =>
    unread === 0 ? 'Notifications' : `Notifications, ${unread >= 100 ? '100 or more' : unread} unread`,
  most: '99+',
  show: 'Show',
  shown: { all: 'All', unread: 'Unread' },
  failed: 'Your notifications could not be loaded',
  more: 'Show older ones',
  readAll: 'Mark all as read',
  allRead: 'All is read.',
  read: 'Mark as read',
  readOf: (title: string) => `Mark as read: ${title}`,
  unread: 'Unread',
  nothing: 'Nothing yet',
  nothingText: 'When something happens in your reviews, or between you and your mentors or learners, it says so here.',
  toProjects: 'To my projects',
  nothingUnread: 'Nothing unread',
  nothingUnreadText: 'You are up to date.',
  moreThings: (count: number) => (count === 1 ? 'and 1 more thing' : `and ${count} more things`),
  sentence: (kind: NotificationKind, isMine: boolean, who: Pick<Told, 'by' | 'learner' | 'days'>): string =>
    notificationSentence({ kind, isMine, ...who }, plainly),
  often,
  weekly,
  setting: {
    lead: 'What happens in your reviews, and between you and your mentors or learners, shows under the bell at once. A letter tells you of what you have not read by then; of each thing once, until you look.',
    label: 'How often they come',
    weekly: 'A letter on Mondays',
    weeklyHint:
      'Three lines on the week and what to do next. None comes when there is nothing to say, or while you pause.',
    saved: 'Saved.',
    noMail: 'This Waymark sends no mail, so no letters come. What is new shows under the bell.',
    unconfirmed: 'Letters come once your address is confirmed.',
    confirm: 'To my address',
  },
  offer: {
    label: 'A letter on Mondays',
    learning: 'A short letter on Mondays can tell you how your week was, and what is next.',
    mentoring: 'A short letter on Mondays can tell you who waits for you, and what to do first.',
    accept: 'Yes, on Mondays',
    refuse: 'No, thanks',
    yes: 'The first one comes next Monday, if there is something to say.',
    unconfirmed: 'It comes on Mondays, once your address is confirmed.',
    no: 'No letter, then. If you change your mind, it is in your settings.',
    settings: 'To the settings',
  },
  unsubscribe: {
    title: 'Letters about what is new',
    loading: 'Looking up how often letters come',
    lead: (digest: Digest) =>
      `Letters about reviews and mentoring come to you ${
        { 'at-once': 'as soon as something happens', hourly: 'hourly', daily: 'once a day', off: 'no more' }[digest]
      }. The button stops them. Letters about the safety of your account still come, and what is new still shows in Waymark.`,
    weeklyTitle: 'The letter on Mondays',
    weeklyLead:
      'A letter about the week comes to you on Mondays. The button stops it. Letters about what is new in your reviews come as before; they have a setting of their own.',
    act: 'Stop these letters',
    stopped: 'These letters are stopped',
    stoppedText: 'No more such letters come to you. Was it a mistake? Then bring them back.',
    resume: 'Send them again',
    ended: 'This link is no longer known here. How often letters come is also in your settings.',
    settings: 'To the settings',
  },
} as const;
