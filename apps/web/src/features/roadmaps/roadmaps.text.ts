import type { Proof, Resource, Topic, TopicState } from '@waymark/contract';
import { plural } from '../../text/plural';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const inWords = (count: number) => numbers[count] ?? String(count);
const range = ({ min, max }: Topic['effortHours']) => (min === max ? `${min}` : `${min}–${max}`);

export const roadmapText = {
  loading: 'Roadmap',
  loadFailed: 'The roadmap could not be loaded',
  wayFailed: 'Your marks could not be loaded',
  notFound: 'There is no such roadmap',
  notFoundText: 'It may have been renamed or taken away. The roadmaps of this place are all on one page.',
  toRoadmaps: 'All roadmaps',

  head: {
    eyebrow: (stages: number, topics: number, isMine: boolean) =>
      `Roadmap, ${plural(stages, 'stage', 'stages')}, ${plural(topics, 'topic', 'topics')}${isMine ? ' on your way' : ''}`,
    links: 'More on this roadmap',
    facts: 'Facts and answers',
    matrix: 'Topics and projects',
    briefs: 'Project ideas',
    plan: 'Your plan',
    numbers: 'Where you stand',
    done: (required: number) => `done of ${required}`,
    shown: 'shown in projects',
    confirmed: 'confirmed by a mentor',
    open: (count: number, words: string) => `${count} ${words}: see which`,
  },

  numbers: {
    titles: { done: 'What is done', shown: 'What projects show', confirmed: 'What a mentor confirmed' },
    rules: {
      done: 'Every topic that the roadmap asks for, without what you skipped. Optional topics count nowhere.',
      shown: 'A done topic is shown once a finished project of yours covers it and others can look at that project.',
      confirmed: 'A shown topic is confirmed once a mentor has looked at the project and agreed.',
    },
    missing: { done: 'Still to do', shown: 'Not shown yet', confirmed: 'Not confirmed yet' },
    counted: { done: 'Done', shown: 'Shown', confirmed: 'Confirmed' },
    sum: (have: number, of: number) => `${have} of ${of}`,
    toChoose: 'to be chosen',
    none: 'None yet.',
    all: 'Nothing is missing.',
  },

  tools: {
    label: 'View',
    trail: 'Trail',
    outline: 'Outline',
    board: 'Board',
    filter: 'Find a topic here',
    hideDone: 'Hide done',
    hideSkipped: 'Hide skipped',
    select: 'Select',
    needs: { core: 'Core', optional: 'Optional', option: 'Ways of a choice' } satisfies Record<
      Topic['requirement'],
      string
    >,
    needLegend: 'What the roadmap asks for: choose one to see only its topics',
    matches: (count: number, all: number) => `${count} of ${plural(all, 'topic', 'topics')}`,
    legend: 'Marks: choose one to see only its topics',
    legendPlain: 'What the marks mean',
    nothing: 'No topic fits',
    nothingText: 'Try another word, or show everything again.',
    showAll: 'Show everything',
  },

  map: {
    label: 'The map',
    stage: (number: number) => `Stage ${number}`,
    walked: 'walked',
    here: 'you are in it',
    roll: (done: number, required: number) => `${done} of ${required}`,
    rest: (topics: number, hours: { min: number; max: number }) =>
      `${plural(topics, 'topic', 'topics')}, ${range(hours)} hours`,
    choiceMark: (mark: string) => `This choice: ${mark}`,
    stageOptional: 'Optional: counts in no total',
    unread: (count: number) => `${count} new from your mentors`,
    youAreHere: 'You are here',
    /** Of somebody else's way. */
    hereNow: 'Here now',
    after: (titles: readonly string[]) => `after ${list.format(titles)}`,
    shownIn: (count: number) => `Shown in ${plural(count, 'project', 'projects')}`,
    hours: (effort: Topic['effortHours']) => `${range(effort)} h`,
    optional: 'optional',
    youKnewIt: 'known before',
  },

  choice: {
    eyebrow: (stage: string, section: string) => `Choice in ${stage}, ${section}`,
    oneOf: (take: number, options: number, optional: boolean, isMine: boolean) =>
      `${inWords(take)} of ${inWords(options)}${optional ? ', optional' : ''}${isMine ? ', change it any time' : ''}`,
    places: (take: number, options: number) => `${inWords(take)} of ${inWords(options)}`,
    choose: (take: number, options: number) => `choose ${inWords(take)} of ${inWords(options)}`,
    wayOf: (choice: string) => `a way of “${choice}”`,
    yourWay: 'your way',
    taken: 'taken',
    proposed: 'proposed',
    proposedBecause: (why: string) => `Proposed: ${why}`,
    leftOut: 'left out',
    take: (title: string) => `Take ${title}`,
    takeToo: (title: string) => `Take ${title} too`,
    untake: (title: string) => `Do not take ${title}`,
    short: { take: 'Take it', takeToo: 'Take it too', untake: 'Take it off' },
    shortFor: (short: string, title: string) => `${short}: ${title}`,
    options: 'The ways',
    /** What taking it, or not taking it any more, does to the totals. */
    effect: (required: [number, number], done: [number, number], hours: [number, number] | null) =>
      [
        required[0] === required[1] ? null : `${required[0]} required become ${required[1]}`,
        done[0] === done[1] ? null : `${done[0]} done become ${done[1]}`,
        hours && hours[0] !== hours[1] ? `about ${hours[0]} hours left become ${hours[1]}` : null,
      ].filter(Boolean),
    effectSaid: (parts: readonly (string | null)[]) =>
      parts.length === 0 ? 'It changes no total.' : `With that, ${parts.join(', ')}.`,
    nothingLost: 'Take another at any time: what you marked on one way stays there when you come back to it.',
    moreTaken: (take: number) => `The roadmap asks for ${inWords(take)}. What you take beyond that counts as extra.`,
    follows: 'What follows',
    accept: (title: string) => `Take ${title}`,
    skip: 'Skip this choice',
    skipHint: 'It leaves your total, and comes back when you want it.',
    isSkipped: 'You skipped this choice, so it is in no total.',
    bringBack: 'Bring it back',
    skippedSaid: (title: string) => `${title} is skipped.`,
    backSaid: (title: string) => `${title} is back.`,
    takenSaid: (title: string) => `${title} is on your way.`,
    untakenSaid: (title: string) => `${title} is off your way, its mark stays.`,
  },

  topic: {
    closeTopic: 'Close topic, Esc',
    closeChoice: 'Close choice, Esc',
    eyebrow: (stage: string, section: string) => `${stage}, ${section}`,
    states: 'State',
    statesOf: (title: string) => `State of ${title}`,
    set: { learning: 'Learning', done: 'Done', skipped: 'Skip', not_started: 'Reset' } satisfies Record<
      TopicState,
      string
    >,
    proof: {
      learned: 'Learned. A finished project that covers it would show it.',
      shown: (projects: readonly string[]) =>
        projects.length > 0 ? `Shown by ${list.format(projects)}.` : 'Shown by a project of yours.',
      confirmed: 'Confirmed: a mentor has looked at it and agreed.',
      known: 'You knew this before you began.',
    },
    known: 'I knew this before I began',
    knownHint: 'It counts as done, and changes neither your pace nor your calendar.',
    factsBare: (level: Topic['level']) => `For ${levels[level]}.`,
    facts: (effort: Topic['effortHours'], level: Topic['level']) =>
      `About ${range(effort)} hours, for ${levels[level]}.`,
    optional: 'Optional: it counts in no total.',
    option: (choice: string) => `One way through “${choice}”.`,
    prerequisites: 'Comes after',
    youCan: 'You can',
    read: 'Learn it from',
    kind: (resource: Resource) => (resource.official ? `official ${kinds[resource.kind]}` : kinds[resource.kind]),
    shownBy: 'Shown by',
    byTheSame: 'by the same topic of another roadmap',
    elsewhere: {
      known: (roadmap: string, proof: Proof, projects: readonly string[]) =>
        `You know this from ${roadmap}${backing(proof, projects)}.`,
      mark: 'Mark as known',
      said: (title: string) => `${title} is known.`,
    },
    notFinished: 'not finished yet',
    notVisible: 'has nothing to look at yet',
    noProject: 'No project of yours covers it yet.',
    log: 'Log a project that shows it',
    previous: 'Previous',
    next: 'Next',
    around: 'Along the trail',
  },

  side: {
    title: 'Where you are',
    after: 'Then',
    chooseFirst: 'a choice to make',
    finished: 'You have come all the way',
    finishedText:
      'Everything that this roadmap asks for is done. What a project shows and a mentor confirms can still grow.',
    left: (hours: number) => `About ${plural(Math.round(hours), 'hour', 'hours')} of learning are left.`,
    forecast: 'At your pace you are there between',
    forecastPlan: 'At your plan you are there between',
    and: 'and',
    stranger: 'Walk it yourself',
    strangerText:
      'Sign up to mark what you know, choose your language and see when you would be there. It takes a minute, and everything stays on this server.',
    signUp: 'Sign up',
    signIn: 'Sign in',
    notFollowed: 'You do not follow this roadmap yet',
    notFollowedText: 'Look around as long as you like. Follow it to mark topics and to choose your way.',
  },

  keys: {
    group: 'On the map',
    arrows: 'Move from topic to topic',
    enter: 'Open the topic',
    learning: 'Learning',
    done: 'Done',
    skip: 'Skip',
    reset: 'Reset',
    undo: 'Undo the last change',
    close: 'Close the topic',
    select: 'Select the topic, or let it go',
    range: 'Select a range',
    all: 'Select all that the filter shows',
    menu: 'Menu of the topic',
    letGo: 'Let go of what is selected',
    arrowNames: 'Arrows',
    rangeNames: 'Shift Arrows',
    allNames: /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '') ? '⌘ A' : 'Ctrl A',
    menuNames: 'Shift F10',
    print: 'Print a checklist',
  },
} as const;

function backing(proof: Proof, projects: readonly string[]): string {
  const by = projects.length > 0 ? list.format(projects) : 'a project of yours';
  return { learned: '', shown: `: shown by ${by}`, confirmed: `: shown by ${by}, confirmed by a mentor` }[proof];
}

const levels: Record<Topic['level'], string> = {
  beginner: 'beginners',
  intermediate: 'those who have the basics',
  advanced: 'the advanced',
};

const kinds: Record<Resource['kind'], string> = {
  article: 'article',
  docs: 'documentation',
  spec: 'standard',
  course: 'course',
  video: 'video',
  book: 'book',
};
