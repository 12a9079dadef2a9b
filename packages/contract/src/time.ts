import { z } from 'zod';
import { Day, endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { DoneAt } from './progress.js';
import { Slug } from './roadmaps.js';

const fields = {
  /** At most a day. */
  minutes: z.int().min(1, 'At least a minute').max(1440, 'At most 24 hours'),
  /** The learner's own day on which the time was spent. */
  day: Day.refine((day) => day >= '2000', 'Not before the year 2000'),
  words: z.string().trim().max(200, 'At most 200 characters'),
};

/** Time that was spent on a topic. */
export const TimeEntry = z.strictObject({ id: Id, roadmap: Slug, topicId: Slug, ...fields, at: Instant });
export type TimeEntry = z.infer<typeof TimeEntry>;

/**
 * An entry may bring an id of its own, 24 hexadecimal digits: the same one again puts the entry back as it is given
 * now, also after it was deleted. `day`: default is the learner's day of `at`.
 */
export const NewTime = z.strictObject({
  id: Id.optional(),
  roadmap: Slug,
  topicId: Slug,
  minutes: fields.minutes,
  day: fields.day.optional(),
  words: fields.words.default(''),
  at: DoneAt.optional(),
});
export type NewTime = z.input<typeof NewTime>;

export const TimeChange = z
  .strictObject(fields)
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'Name at least one change')
  .meta({ minProperties: 1 });
export type TimeChange = z.infer<typeof TimeChange>;

export const time = {
  listTime: endpoint('listTime', {
    summary: 'The time that I logged, the last day first',
    access: 'member',
    scope: 'progress:read',
    /** `from` and `to` are days, both included. */
    query: PageQuery.extend({
      roadmap: Slug.optional(),
      topicId: Slug.optional(),
      from: Day.optional(),
      to: Day.optional(),
    }),
    answer: pageOf(TimeEntry),
    problems: [],
  }),
  addTime: endpoint('addTime', {
    summary: 'Log time that I spent on a topic',
    access: 'member',
    scope: 'progress:write',
    body: NewTime,
    answer: TimeEntry,
    statuses: [201],
    problems: ['not-found', 'conflict'],
  }),
  changeTime: endpoint('changeTime', {
    summary: 'Change an entry of my time',
    access: 'member',
    scope: 'progress:write',
    params: IdPath,
    body: TimeChange,
    answer: TimeEntry,
    problems: ['not-found'],
  }),
  deleteTime: endpoint('deleteTime', {
    summary: 'Delete an entry of my time; logging it again with its id brings it back',
    access: 'member',
    scope: 'progress:write',
    params: IdPath,
    answer: null,
    problems: ['not-found'],
  }),
};
