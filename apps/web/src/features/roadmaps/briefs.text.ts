import { plural } from '../../text/plural';

const topics = (count: number) => plural(count, 'topic', 'topics');

export const briefsText = {
  title: 'Project briefs',
  lead: 'A tick says that you read it, a project shows that you used it. Each of these shows several topics at once. Change whatever you like: it is your project.',
  contents: 'Briefs by level',
  toRoadmap: 'To the roadmap',
  toFacts: 'Facts and questions',
  levels: { beginner: 'Beginner', intermediate: 'Intermediate', advanced: 'Advanced' },
  levelNotes: {
    beginner: 'A weekend or two, with the first stages behind you.',
    intermediate: 'A few weeks of evenings; several parts that must agree.',
    advanced: 'For when things should hold under load and over time.',
  },
  effort: (min: number, max: number) => `${min} to ${max} hours`,
  requirements: 'What it has to do',
  covers: 'Topics that it shows',
  stretch: 'If you want to go further',
  would: (count: number) => `It would show ${topics(count)} that you have done and not shown yet.`,
  allShown: 'Every topic of it is shown by a project of yours already.',
  start: 'Start this project',
  startOf: (title: string) => `Start this project: ${title}`,
  none: 'This roadmap carries no briefs',
  noneWhy: 'A project of your own shows topics just as well.',
  ownProject: 'Log a project',
  own: 'You have something else in mind? A project of your own shows topics just as well.',
} as const;
