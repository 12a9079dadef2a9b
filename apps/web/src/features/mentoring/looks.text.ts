import type { LookedAt } from '@waymark/contract';

const seen: Record<LookedAt, string> = {
  list: 'saw you in a list of theirs',
  dashboard: 'opened your page',
  project: 'read a project as you sent it',
  review: 'read a review of yours',
  images: 'saw pictures of a project',
  notes: 'read notes that you share',
  talk: 'read a talk with you',
  export: 'saved a list with you in it',
};

/** All words about who looked. */
export const looksText = {
  title: 'Who looked',
  lead: 'Whatever a mentor reads of yours is written down here before they are shown it: by the hour, for half a year. How often is not counted. Owners of this Waymark never look: they cannot.',
  filter: 'Who',
  everybody: 'Everybody',
  former: 'Somebody who has left',
  seen: (name: string, what: LookedAt) => `${name} ${seen[what]}`,
  on: (roadmap: string) => ` on ${roadmap}`,
  between: (from: string, to: string) => `between ${from} and ${to}`,
  none: 'Nobody has looked at anything of yours in the last half year.',
  noneOf: (name: string) => `${name} has not looked at anything of yours in the last half year.`,
  loadFailed: 'Who looked could not be loaded',
  more: 'Show earlier ones',
};
