import type { ImportChange, ImportPart } from '@waymark/contract';

const count = (n: number, one: string, many: string) => `${n.toLocaleString()} ${n === 1 ? one : many}`;

export const transferText = {
  title: 'Bring it back',
  eyebrow: 'Settings',
  lead: 'Take up what you downloaded here or on another Waymark, or the lists of another tracker. Nothing is changed until you have seen what would be.',
  choose: 'Choose a file',
  chooseHint: 'A .json file of at most 50 MB. It is read in this browser and sent only as far as it is needed.',
  another: 'Choose another file',
  failures: {
    'too-large': 'This file is larger than 50 MB. An export of Waymark never is: choose another one.',
    broken:
      'This file cannot be read as JSON. It may have been cut short when it was downloaded: download it once more, and choose the new one.',
    foreign:
      'This file is neither an export of Waymark nor a list of another tracker. A list has “done”, “learning” or “skipped” with the names of topics.',
    newer: 'This file was written by a newer Waymark than this one. Ask who runs this Waymark to bring it up to date.',
    empty: 'There is nothing in this file that could be taken.',
  },
  ours: (from: string, day: string) => `The export of ${from} of ${day}.`,
  stays: 'Your account, your ways to sign in, your cohorts and what mentors see stay as they are.',
  looking: 'Looking what would change',
  taking: 'Taking it',
  progress: (done: number, all: number) => `${done.toLocaleString()} of ${all.toLocaleString()} parts`,
  cancel: 'Cancel',
  resume: 'Go on',
  stopped: 'You stopped. What was taken stays; going on takes the rest, and nothing twice.',
  stoppedLooking: 'You stopped before everything was looked at.',
  failed: (why: string) => `${why} What was taken before stays, and going on takes nothing twice.`,
  preview: 'What would change',
  result: 'What has changed',
  done: 'Everything that could be taken is here.',
  nothing: 'All of it is here already. Nothing would change.',
  take: 'Take it',
  parts: {
    projects: 'Projects',
    activity: 'Activity',
    enrolments: 'Roadmaps and topics',
    images: 'Images of write-ups',
    rooms: 'Notes, links and ticks',
    time: 'Logged time',
  } satisfies Record<ImportPart, string> as Record<ImportPart, string>,
  part: 'What',
  changes: { added: 'New', changed: 'Changed', same: 'The same', refused: 'Cannot be taken' } satisfies Record<
    ImportChange,
    string
  >,
  details: (n: number, part: string) => `${part}: ${count(n, 'entry', 'entries')} one by one`,
  more: (n: number) => `And ${count(n, 'more', 'more')}.`,
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  states: { not_started: 'not started', learning: 'learning', done: 'done', skipped: 'skipped' } as Record<
    string,
    string
  >,
  differ: 'Not alike here and in the file',
  differText: 'Unless you say otherwise, the one that was changed last stays.',
  keep: { mine: 'Keep mine', theirs: 'Take the file’s', both: 'Keep both' },
  list: {
    title: 'The lists of another tracker',
    lead: (n: number, matched: number) =>
      `${count(n, 'name', 'names')} in the file; ${matched.toLocaleString()} of them have a topic here. Look through them, and choose for the rest or leave them out.`,
    roadmap: 'Roadmap',
    theirs: 'In the file',
    state: 'State',
    ours: 'Topic here',
    topicFor: (id: string) => `Topic for ${id}`,
    leaveOut: 'Leave it out',
    known: 'I knew these before I started here',
    knownHint: 'They count as done, and change neither your calendar nor your pace.',
    counts: (change: number, same: number, out: number) =>
      `${count(change, 'topic', 'topics')} would change, ${same.toLocaleString()} ${same === 1 ? 'is' : 'are'} as far here already, ${out.toLocaleString()} left out.`,
    take: (n: number) => `Take ${count(n, 'topic', 'topics')}`,
    words: (n: number) => `${count(n, 'topic', 'topics')} taken from the list`,
    taken: 'They are taken. One undo takes all of them back.',
    open: (title: string) => `Open ${title}`,
    nothing: 'Nothing would change: all of it is as far here already, or left out.',
  },
} as const;
