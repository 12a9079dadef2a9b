import type { ActivityRecord, Confidence, Resource, TopicState } from '@waymark/contract';
import { plural } from '../../text/plural';

const kinds: Record<Resource['kind'], string> = {
  article: 'article',
  docs: 'documentation',
  spec: 'standard',
  course: 'course',
  video: 'video',
  book: 'book',
};

const states: Record<TopicState, string> = {
  not_started: 'not started',
  learning: 'learning',
  done: 'done',
  skipped: 'skipped',
};

const isState = (state: string | null): state is TopicState => state !== null && Object.hasOwn(states, state);

/** `1 h 25 min` */
export function timeText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ');
}

function acted({ kind, from, to, minutes }: ActivityRecord): string {
  if (kind === 'time') return `Gave it ${timeText(minutes ?? 0)}`;
  if (kind === 'room') return 'Worked in the room';
  return isState(from) && isState(to) ? `From ${states[from]} to ${states[to]}` : 'Changed';
}

export const roomsText = {
  undo: 'Undo',
  refused: (reason: string) => `That was not saved, so it is as it was before. ${reason}`,
  loadFailed: 'Your notes and ticks could not be loaded',

  outcomes: {
    title: 'You can',
    count: (done: number, all: number) => `${done} of ${all}`,
  },

  resources: {
    title: 'Learn it from',
    kind: (resource: Resource) => (resource.official ? `official ${kinds[resource.kind]}` : kinds[resource.kind]),
    ticked: (title: string) => `Done with ${title}`,
    report: 'Dead link?',
    reportOf: (title: string) => `Report a dead link: ${title}`,
    reported: 'Reported as dead.',
    withdraw: 'Take it back',
    withdrawOf: (title: string) => `Take back the report on ${title}`,
    thanks: 'Thank you. The owner of this Waymark sees the link, and not who reported it.',
    withdrawn: 'Your report is taken back.',
  },

  links: {
    title: 'My links',
    add: 'Add a link',
    edit: 'Change',
    editOf: (title: string) => `Change the link ${title}`,
    remove: 'Remove',
    removeOf: (title: string) => `Remove the link ${title}`,
    removed: (title: string) => `${title} is off your links.`,
    name: 'Title',
    nameHint: 'Left empty, it is called by its site.',
    url: 'Address',
    save: 'Save link',
    cancel: 'Cancel',
    notHttps: 'Give an https:// address, without a password in it.',
    full: 'Thirty links are as many as a topic holds. Remove one to add another.',
  },

  leftOff: { label: 'Where I left off', hint: 'One line for the next evening.', tooLong: 'At most 280 characters.' },

  note: {
    title: 'My notes',
    label: 'Notes, in Markdown',
    sharing: {
      label: 'Show this note to my mentors',
      off: 'Only you can read it.',
      read: (names: string, isOne: boolean) =>
        `${names} ${isOne ? 'reads' : 'read'} this note. Where you left off stays yours.`,
      nobody: 'It is shared, but no mentor whom you show notes to sees this way at the moment.',
      unknown: 'Mentors whom you show notes to read it. Where you left off stays yours.',
    },
    writeOrPreview: 'Write or preview',
    write: 'Write',
    preview: 'Preview',
    nothing: 'Nothing to show yet.',
    tooLong: (over: number) =>
      `${plural(over, 'character', 'characters')} too long to be saved: a note has at most 10,000.`,
    status: {
      empty: '',
      saved: 'Saved',
      typing: 'Kept on this device, saved in a moment',
      saving: 'Saving…',
      kept: 'Kept on this device, not yet on the server',
      conflict: 'Written on two devices',
    },
    conflict: 'These notes were also written elsewhere',
    conflictText: 'Both texts are here and nothing is overwritten. Choose what becomes of them.',
    mine: 'On this device',
    theirs: 'On the server',
    keepMine: 'Keep mine',
    keepTheirs: 'Keep the other',
    keepBoth: 'Keep both',
    emptyText: '(empty)',
    putAway: 'The other text was put away.',
    bringBack: 'Bring it back, too',
  },

  time: {
    title: 'Time',
    sum: (minutes: number, { min, max }: { min: number; max: number }) =>
      `${minutes === 0 ? 'Nothing logged yet' : timeText(minutes)}, of about ${min === max ? min : `${min}–${max}`} hours.`,
    start: 'Start the timer',
    stop: 'Stop and log it',
    running: (minutes: number) => `Running for ${timeText(minutes)}`,
    elsewhere: (title: string) => `The timer runs on ${title}.`,
    tooShort: 'Less than a minute: nothing was logged.',
    logged: (minutes: number) => `${timeText(minutes)} logged.`,
    byHand: 'Log by hand',
    howLong: 'How long',
    howLongHint: 'Minutes, or hours and minutes: 45, 1:30.',
    day: 'Day',
    words: 'On what (optional)',
    log: 'Log time',
    saveEntry: 'Save',
    cancel: 'Cancel',
    unreadable: 'Write it as minutes, such as 45, or as hours and minutes, such as 1:30.',
    tooMuch: 'A day has 24 hours.',
    noDay: 'Give a day that has come already.',
    entries: 'What I logged',
    edit: 'Change',
    editOf: (what: string) => `Change ${what}`,
    remove: 'Remove',
    removeOf: (what: string) => `Remove ${what}`,
    removed: (minutes: number) => `${timeText(minutes)} removed.`,
    longTitle: (minutes: number) => `The timer ran for ${timeText(minutes)}`,
    longText: 'That is a long evening. How much of it counts?',
    drop: 'Nothing of it',
  },

  confidence: {
    title: 'How sure are you?',
    words: { 1: 'Not yet', 2: 'A little', 3: 'Quite', 4: 'Could explain it' } satisfies Record<Confidence, string>,
    clear: 'Leave it open',
  },

  history: {
    title: 'History',
    nothing: 'Nothing has happened here yet.',
    acted,
    goBack: (state: TopicState) => `Go back to ${states[state]}`,
    isState,
    failed: 'The history could not be loaded.',
  },

  refresh: {
    title: 'To refresh',
    lead: 'Done a while ago, or never quite sure. Have another look when you like; nothing here is lost or late.',
    nothing: 'Nothing needs a second look just now.',
    last: 'last looked at',
    how: (confidence: Confidence | null) =>
      confidence === null
        ? ''
        : { 1: 'not sure yet', 2: 'a little sure', 3: 'quite sure', 4: 'could explain it' }[confidence],
  },

  notes: {
    title: 'Notes',
    search: 'Search my notes',
    roadmap: 'Roadmap',
    all: 'All roadmaps',
    loading: 'Looking',
    found: (count: number, hasMore: boolean) => (hasMore ? `The last ${count} notes` : plural(count, 'note', 'notes')),
    nothing: 'No note yet',
    nothingText: 'Open a topic of a roadmap that you follow and write the first one. It is saved as you type.',
    notFound: 'No note says that',
    notFoundText: 'Fewer or shorter words find more.',
    toRoadmaps: 'To the roadmaps',
    more: 'Show more',
    whole: 'Read it here',
    failed: 'Your notes could not be loaded',
  },
} as const;
