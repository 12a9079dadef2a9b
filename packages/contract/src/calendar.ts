import { z } from 'zod';
import { endpoint, Instant } from './endpoint.js';
import { WeekStart } from './values.js';

/** Whether there is an address under which calendars fetch my plan. The address itself is told once, when it is made. */
export const CalendarFeed = z.strictObject({ madeAt: Instant.nullable() });
export type CalendarFeed = z.infer<typeof CalendarFeed>;

export const calendar = {
  readCalendarFeed: endpoint('readCalendarFeed', {
    summary: 'Whether calendars can fetch my plan',
    access: 'member',
    answer: CalendarFeed,
    problems: [],
  }),
  makeCalendarFeed: endpoint('makeCalendarFeed', {
    summary: 'A secret address under which calendars fetch my plan; the one before it ends',
    access: 'member',
    idempotent: false,
    /** Where my weeks begin as I see them, for as long as my account does not say. */
    body: z.strictObject({ weekStartsOn: WeekStart.default(1) }).default({ weekStartsOn: 1 }),
    /** `url` is told here and never again. */
    answer: z.strictObject({ url: z.url(), madeAt: Instant }),
    statuses: [201],
    problems: [],
  }),
  endCalendarFeed: endpoint('endCalendarFeed', {
    summary: 'End the address under which calendars fetch my plan',
    access: 'member',
    answer: null,
    problems: ['not-found'],
  }),
  readCalendar: endpoint('readCalendar', {
    summary: 'A plan as iCalendar: the coming twelve weeks and the target dates',
    access: 'anyone',
    /** Any text is taken: one that is no address of ours, or has ended, is not found. */
    params: z.strictObject({ token: z.string().regex(/^[\w-]{1,128}$/) }),
    streamed: 'calendar',
    answer: z.string(),
    problems: ['not-found', 'too-many-requests'],
  }),
};
