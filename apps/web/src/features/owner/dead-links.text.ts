import { plural } from '../../text/plural';

export const deadLinksText = {
  title: 'Dead links',
  lead: 'What members say leads nowhere. Nobody’s name is kept with it. Mend the roadmap’s content, or put a report away when the link works after all.',
  list: 'Links that were reported dead',
  link: 'Link',
  topic: 'Topic',
  reports: 'Reports',
  count: (reports: number) => plural(reports, 'report', 'reports'),
  between: 'between',
  and: 'and',
  on: 'on',
  act: 'What to do',
  dismiss: 'It works',
  dismissOf: (title: string) => `It works: ${title}`,
  dismissed: (title: string) => `The reports on ${title} are put away.`,
  nothing: 'No link was reported',
  nothingText: 'When a member finds one that leads nowhere, it stands here.',
} as const;
