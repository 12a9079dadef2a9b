import { plural } from '../../text/plural';

/** Of the page that anybody may see; the words of its settings stand apart, since few load them. */
export const publicText = {
  handle: (handle: string) => `/u/${handle}`,
  roadmaps: 'Roadmaps',
  proof: 'What projects show',
  projects: 'Projects',
  calendar: 'The last half year',
  numbers: { done: 'done', shown: 'shown by a project', confirmed: 'confirmed by a mentor' },
  of: (required: number) => `of ${required} done`,
  stages: (title: string) => `${title}, stage by stage`,
  stageCount: (done: number, required: number) => (required === 0 ? '–' : `${done} of ${required}`),
  shownBy: 'in',
  noProof: 'No project shows a topic of it yet.',
  linkOf: (kind: string, title: string) => `${kind} of ${title}`,
  repository: 'Repository',
  demo: 'Demo',
  building: 'being built',
  idea: 'an idea',
  finished: 'finished',
  madeWith: (stack: readonly string[]) => `, with ${stack.join(', ')}`,
  covers: 'Topics that it covers',
  acts: (days: number) =>
    days === 0 ? 'Nothing in these 26 weeks.' : `Something was done on ${plural(days, 'day', 'days')}.`,
  table: 'The same as a table',
  tableCaption: 'Active days and acts by week',
  weekOf: 'Week of',
  activeDays: 'Days',
  actsColumn: 'Acts',
  nothing: (name: string) => `${name} shows nothing more for now.`,
  missing: {
    title: 'Nothing is shown here',
    text: 'There is no public page at this address. Check how it is written. If somebody gave it to you, they may have taken the page back, or have another handle now.',
    home: 'Go to the start',
    roadmaps: 'See the roadmaps',
  },
  failed: 'This page could not be loaded',
} as const;
