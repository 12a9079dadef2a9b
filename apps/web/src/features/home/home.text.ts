import { plural } from '../../text/plural';

const topics = (count: number) => plural(count, 'topic', 'topics');
const hours = (count: number) => plural(Math.round(count), 'hour', 'hours');
const days = (count: number) => plural(count, 'day', 'days');
const weeks = (count: number) => plural(count, 'week', 'weeks');

export const home = {
  title: 'Home',
  loadFailed: 'Your way could not be loaded',
  partFailed: 'A part of this page could not be loaded',
  /** A plan or a pace may be 7.5 hours. */
  decimalHours: (count: number) => plural(count, 'hour', 'hours'),

  next: {
    label: 'Next step',
    eyebrow: (roadmap: string, stage: number) => `Next on your way, ${roadmap}, stage ${stage}`,
    begin: 'Begin',
    goOn: 'Go on',
    resume: 'Resume',
    choose: 'Choose',
    about: (count: number) => `about ${hours(count)}`,
    since: (days: number) => (days === 1 ? 'in learning since yesterday' : `in learning for ${days} days`),
    options: (take: number, count: number) => `${take} of ${count} to take`,
    following: 'then',
    leftOff: (words: string) => `Where you left off: ${words}`,
    doneEyebrow: (roadmap: string) => `${roadmap}, to the end`,
    doneTitle: 'You have walked it all',
    done: (shown: number, required: number) =>
      shown < required
        ? `Everything that is required is done. ${shown} of ${required} are shown by a project; the rest can still be.`
        : 'Everything that is required is done, and a project of yours shows each of it.',
    toBriefs: 'Find a project',
    toRoadmap: 'See the whole way',
  },

  move: {
    title: 'Your move',
    none: 'Nothing waits for you but the next step.',
    choice: (title: string) => `Choose: ${title}`,
    choiceWhy: (open: number) => `${plural(open, 'place is', 'places are')} open, and you walk in its stage`,
    proposed: (option: string, why: string) => `${option} would go with what you took: ${why}`,
    choiceAct: 'Choose',
    project: (title: string) => `${title}: finished, and shows nothing yet`,
    noLink: (covers: number) =>
      covers === 0
        ? 'It has no repository and no demo, and covers no topic.'
        : `It has no repository and no demo. With one of them it shows the ${topics(covers)} that it covers.`,
    noTopics: 'It has a link, but does not say which topics it covers.',
    projectAct: { link: 'Add a link', topics: 'Add topics' },
    stuck: (title: string, count: number) => `${title}: in learning for ${days(count)}`,
    stuckWhy: 'Nothing about it has changed since. Go on, mark it done, or set it back for later.',
    stuckAct: 'Open',
    changes: (title: string) => `${title}: changes requested`,
    changesWhy: (count: number) =>
      count === 0 ? 'Your reviewer answered today.' : `Your reviewer answered ${days(count)} ago.`,
    asked: (title: string) => `${title}: your reviewer asks something`,
    changesAct: 'Open the project',
    of: (act: string, title: string) => `${act}: ${title}`,
  },

  waitingOn: {
    title: 'Waiting on others',
    review: (title: string) => `A review of ${title}`,
    claimed: (name: string) => (name ? `${name} has taken it on.` : 'Somebody has taken it on.'),
    unclaimed: 'Nobody has taken it on yet. You can go on meanwhile.',
    away: (name: string) => `${name || 'Who was asked'} is away until`,
    since: 'since',
    expected: 'answer expected',
  },

  inHand: {
    title: 'Projects in hand',
    covers: (count: number) => (count === 0 ? 'Covers no topic yet' : `Covers ${topics(count)}`),
    changed: 'changed',
    none: 'Nothing on the bench right now.',
    suggestion: (brief: string, count: number) =>
      `${brief} would show ${count} of the topics that you have done and not shown yet.`,
    suggestionFirst: 'A small project early on makes the rest easier to remember.',
    toBrief: 'See the brief',
    toBriefs: 'Look through the briefs',
  },

  far: {
    title: 'How far',
    kinds: { done: 'Done', shown: 'Shown', confirmed: 'Confirmed' },
    seeWhich: (required: number) => `of ${required}, see which`,
    note: 'Skipped topics and options that were not taken are not counted.',
    percent: (percent: number | null, required: number) => `${percent === null ? '–' : `${percent} %`} of ${required}`,
    left: (count: number) => (count === 0 ? 'nothing left' : `about ${hours(count)} left`),
    optional: (count: number) => `${topics(count)} done beyond the required`,
    listTitle: (kind: string, count: number, required: number) => `${kind}: ${count} of ${required}`,
    explain: {
      done: 'Ticked by yourself: you say that you know it.',
      shown: 'Done, and covered by a finished project of yours that has a link.',
      confirmed: 'Shown, and a mentor who looked at such a project says that you met it.',
    },
    explainTheirs: {
      done: 'Ticked by the learner: they say that they know it.',
      shown: 'Done, and covered by a finished project of theirs that has a link.',
      confirmed: 'Shown, and a mentor who looked at such a project says that they met it.',
    },
    missing: { done: '', shown: 'Done, not shown yet', confirmed: 'Done, not confirmed yet' },
    open: 'Still to do',
    toBriefs: 'Find a project that shows them',
    have: { done: 'Done', shown: 'Shown', confirmed: 'Confirmed' },
    allThere: 'Nothing is left to do.',
    noneSuch: 'Nothing.',
    noneYet: 'None yet.',
    skipped: (count: number) => `${plural(count, 'skipped one has', 'skipped ones have')} left the total.`,
    undecided: (choice: string) => `${choice} (to be chosen)`,
  },

  when: {
    title: 'When',

    picture: (walked: string, sentence: string) => `The way so far and what is ahead. Today ${walked}. ${sentence}`,
    walked: (done: number, required: number) => `${done} of ${required}`,
    today: 'today',
    source: (from: number, to: number) => `${from} to ${to} months`,
    pace: (hours: string, planned: string) =>
      `The band is the pace of the last eight weeks, ${hours} a week; the thin line is the plan, ${planned}.`,
    byPlan: (hours: string, planned: string) =>
      `The band is the plan of ${hours} a week; the thin line ends on ${planned}. After two weeks the real pace takes over.`,
    paceBare: (planned: string) =>
      `The band is the pace of the last eight weeks; the thin line is the plan, ${planned}.`,
    byPlanBare: (planned: string) =>
      `The band is the plan; the thin line ends on ${planned}. After two weeks the real pace takes over.`,
    frame: (from: number, to: number) => `The bracket is the ${from} to ${to} months that the roadmap gives.`,
    done: 'Everything required is done. There is nothing left to forecast.',
    sentence: (from: string, to: string) => `Done between ${from} and ${to}.`,
    table: 'This forecast as a table',
    tableCaption: 'Required topics done, by day',
    day: 'Day',
    what: 'What',
    doneColumn: 'Done',
    rows: {
      start: 'Start',
      monthEnd: 'End of the month',
      today: 'Today',
      sourceFrom: (months: number) => `${months} months, the source’s early end`,
      sourceTo: (months: number) => `${months} months, the source’s late end`,
      paceFrom: 'Early end at this pace',
      paceTo: 'Late end at this pace',
      planFrom: 'Early end by the plan',
      planTo: 'Late end by the plan',
      planned: 'The plan',
    },
  },

  week: {
    title: 'This week',
    days: (active: number, goal: number) =>
      active > goal ? `${days(active)}, ${active - goal} more than planned.` : `${active} of ${days(goal)}.`,
    kept: (count: number, free: boolean) =>
      count === 0 ? 'Every week is a new one.' : `${weeks(count)} kept in a row${free ? ', a free week in hand' : ''}.`,
    table: 'These weeks as a table',
    tableCaption: 'Acts by week and day',
    weekOf: 'Week of',
    total: 'All',
  },

  first: {
    title: 'Three things to know',
    points: [
      [
        'learned',
        'A tick says that you read it',
        'Tick topics as you go. What you knew before, mark as known: it changes no calendar.',
      ],
      ['shown', 'A project shows that you used it', 'Log what you build and say which topics it covers.'],
      ['confirmed', 'A mentor confirms that you can do it', 'Only if you want one, and only what you share.'],
    ],
    planTitle: 'Your plan',
    plan: (hours: string, days: string) => `${hours} a week, on ${days}.`,
    planDays: (days: string) => `On ${days} a week.`,
    planEnd: (from: string, to: string) => `At that pace you would be done between ${from} and ${to}.`,
    planNote: 'It is a guess until there are two weeks of your own pace. Nothing counts against you.',
    days,
  },

  start: {
    title: 'Choose a roadmap to walk',
    lead: 'One is enough to begin with. You can leave it or take another at any time; what you tick stays yours.',
    none: 'There is no roadmap here yet',
    noneWhy: 'Whoever runs this server can add one.',
    effort: (min: number, max: number) => `${min} to ${max} hours`,
    facts: (stages: number, required: number, briefs: number) =>
      `${plural(stages, 'stage', 'stages')}, ${required} required topics, ${plural(briefs, 'project brief', 'project briefs')}`,
    hoursLabel: 'Hours a week',
    when: (from: string, to: string) => `At that pace you would be done between ${from} and ${to}.`,
    whenUnknown: 'You can change it later.',
    start: 'Start',
    startOf: (title: string) => `Start ${title}`,
    look: 'Look at it first',
    lookAt: (title: string) => `Look at it first: ${title}`,
    failed: 'It was not started',
    started: (title: string) => `You follow ${title} now.`,
  },

  others: {
    title: 'Also on your way',
    next: 'Next:',
    done: 'Everything required is done.',
  },
} as const;
