import { plural } from '../../text/plural';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

export const matrixText = {
  title: 'Topics and projects',
  lead: 'Each row is a topic, each column a project. An empty row is what to build next.',
  toProjects: 'Projects',
  roadmap: 'Roadmap',
  rows: 'Which topics are shown',
  all: (count: number) => `All ${count.toLocaleString()}`,
  empty: (count: number) => `Empty rows ${count.toLocaleString()}`,
  table: (roadmap: string) => `Topics of ${roadmap}, and the projects that use them`,
  topic: 'Topic',
  cells: { covers: 'Named, not shown yet', shown: 'Shown', confirmed: 'Confirmed' },
  legend: 'What the marks mean',
  learned: 'Learned: you say so',
  noProjects: 'No project of yours names a topic of this roadmap yet.',
  noEmpty: 'No row is empty: a project uses every topic on your way.',
  next: 'What to build next',
  why: (fills: number, empty: number, learned: readonly string[], min: number, max: number) =>
    [
      `It covers ${plural(fills, 'empty row', 'empty rows')} of ${empty.toLocaleString()}, more than any other brief.`,
      learned.length > 0
        ? `You have learned ${list.format(learned.slice(0, 4))}${learned.length > 4 ? ' and more' : ''} of it already.`
        : 'You have learned none of it yet, so it is something to learn by.',
      `It takes ${min} to ${max} hours.`,
    ].join(' '),
  filled: 'It would fill',
  start: 'Begin with this brief',
  allBriefs: 'All briefs',
  noBrief: 'No brief that is left fills an empty row. Log something of your own.',
  failed: 'The table could not be loaded',
  retry: 'Try again',
  followsNothing: 'Follow a roadmap first',
  followsNothingHint: 'The rows are its topics.',
  toRoadmaps: 'Look through the roadmaps',
};
