import type { Choices, Summary, TopicChange, TopicState } from '@waymark/contract';
import { plural } from '../../text/plural';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

interface Changed {
  topics?: Readonly<Record<string, TopicChange>> | undefined;
  choices?: Choices | undefined;
}

const became: Record<TopicState, (title: string) => string> = {
  not_started: (title) => `${title} is not started.`,
  learning: (title) => `${title} is being learned.`,
  done: (title) => `${title} is done.`,
  skipped: (title) => `${title} is skipped.`,
};

const becameMany: Record<TopicState, string> = {
  not_started: 'not started',
  learning: 'being learned',
  done: 'done',
  skipped: 'skipped',
};

function topicsChanged(topics: Readonly<Record<string, TopicChange>>, titleOf: (id: string) => string): string {
  const entries = Object.entries(topics);
  const [only] = entries;
  if (only && entries.length === 1) return became[only[1].state](titleOf(only[0]));
  const states = new Set(entries.map(([, change]) => change.state));
  const [state] = states;
  const count = plural(entries.length, 'topic', 'topics');
  return state && states.size === 1 ? `${count} are ${becameMany[state]}.` : `${count} changed.`;
}

function choicesChanged(choices: Choices, titleOf: (id: string) => string): string {
  const taken = Object.values(choices).flat().map(titleOf);
  if (taken.length === 0) return 'Nothing is taken here.';
  return `On your way: ${list.format(taken)}.`;
}

export const progressText = {
  acts: {
    changed: ({ topics, choices }: Changed, titleOf: (id: string) => string) =>
      [choices && choicesChanged(choices, titleOf), topics && topicsChanged(topics, titleOf)].filter(Boolean).join(' '),
    withCount: (words: string, { done, required }: Summary) => `${words} ${done} of ${required}`,
    undo: 'Undo',
    undone: (words: string) => `Taken back: ${words}`,
    nothingToUndo: 'There is nothing to undo.',
    refused: (reason: string) => `That was not saved, so it is as it was before. ${reason}`,
  },

  follow: {
    action: 'Follow this roadmap',
    failed: 'You could not be put on this roadmap.',
  },

  setup: {
    title: 'You are on your way',
    intro:
      'A few small questions, so that Waymark can tell you when you would be there. You can change every answer later.',
    choiceHint: 'One is enough. The framework and the tools follow from it.',
    decideLater: 'I will decide later',
    start: 'To the map',
    skip: 'Skip this',
    knownLead: 'Not new to all of it?',
  },

  plan: {
    title: 'Your plan',
    intro: 'What you mean to give. It says when you would be there, and nothing happens if a week goes otherwise.',
    hours: 'Hours a week',
    hoursHint: 'From 1 to 80.',
    days: 'Days a week',
    daysHint: 'From 1 to 7.',
    target: 'When you would like to be there',
    targetHint: 'A date, or leave it empty.',
    save: 'Save plan',
    saved: 'Your plan is saved.',
    hoursRange: 'Give a number from 1 to 80',
    daysRange: 'Give a whole number from 1 to 7',
    pastTarget: 'Give a day that is still to come',
  },

  leave: {
    title: 'Leave this roadmap',
    explain:
      'It goes from your home page, and mentors no longer see it. Nothing is lost for thirty days: take it up again and every mark is where it was.',
    action: 'Leave this roadmap',
    left: (roadmap: string) => `You have left ${roadmap}.`,
    undo: 'Undo',
    back: (roadmap: string) => `You are back on ${roadmap}, with every mark where it was.`,
  },
} as const;
