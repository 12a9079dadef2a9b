import { plural } from '../../text/plural';

/** Of the drawn calendar alone: a public page has it, too, and none of Home's other words. */
export const calendarText = {
  picture: (active: number, weekCount: number) =>
    `${plural(active, 'day', 'days')} active in the last ${plural(weekCount, 'week', 'weeks')}`,
  key: ['Nothing', '1 or 2 acts', '3 to 5 acts', '6 acts or more'],
  less: 'less',
  more: 'more',
  act: (day: string, acts: number) => `${day}: ${plural(acts, 'act', 'acts')}`,
} as const;
