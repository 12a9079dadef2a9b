import type { TopicState } from '@waymark/contract';
import { plural } from '../../text/plural';

/** What is done on the map with more than one topic, and in the looks that came later. */
export const mapText = {
  tap: {
    done: (title: string) => `Mark ${title} as done`,
    back: (title: string) => `Take ${title} back`,
  },

  bulk: {
    label: 'Topics selected',
    count: (count: number) => `${plural(count, 'topic', 'topics')} selected`,
    none: 'Choose topics',
    selectAll: 'Select all',
    selectNone: 'Select none',
    select: (title: string) => `Select ${title}`,
    isSelected: (label: string) => `${label}, selected`,
    done: 'Done',
    learning: 'Learning',
    skip: 'Skip',
    reset: 'Reset',
    knew: 'I knew these',
    end: 'Cancel',
    knownSaid: (count: number) => `${plural(count, 'topic was', 'topics were')} known before.`,
  },

  stageMenu: {
    label: (stage: string) => `More on ${stage}`,
    select: 'Select its topics',
    reset: 'Reset the whole stage',
  },

  mapMenu: {
    label: 'More on this map',
    print: 'Print a checklist',
    printHint: 'What the filter shows, with its texts',
    reset: 'Reset the whole roadmap',
    resetTitle: 'Reset the whole roadmap?',
    resetText: (count: number) =>
      `${plural(count, 'topic goes', 'topics go')} back to not started. Your choices, notes and projects stay, and one undo brings every mark back.`,
    resetNone: 'Nothing is marked yet, so there is nothing to reset.',
    resetAction: 'Reset the roadmap',
  },

  board: {
    states: { not_started: 'Not started', learning: 'Learning', done: 'Done', skipped: 'Skipped' } satisfies Record<
      TopicState,
      string
    >,
    empty: {
      not_started: 'Nothing is left here. Bring a card back to begin it anew.',
      learning: 'Bring a card here when you begin it.',
      done: 'Bring a card here when you have done it.',
      skipped: 'Bring a card here to leave it out of your total.',
    } satisfies Record<TopicState, string>,
    emptyPlain: 'Nothing stands here.',
    many: (count: number) => plural(count, 'topic', 'topics'),
    held: (what: string) => `${what} picked up.`,
    over: (what: string, column: string) => `${what} over ${column}.`,
    letGo: (what: string) => `${what} put back where it was.`,
  },

  print: {
    shows: (count: number, all: number) => `${count} of ${plural(all, 'topic', 'topics')}, as the filter shows them.`,
  },
} as const;
