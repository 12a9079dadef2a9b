import { Choices, Day, Plan, type Roadmap, Slug, TopicState } from '@waymark/contract';
import { z } from 'zod';
import type { EnrolmentRecord } from '../progress/progress.model.js';
import { enrolmentAnswer, stateOf } from '../progress/way-of.js';
import { PastInstant } from './dates.js';

const FileTopic = z.object({
  state: TopicState,
  known: z.boolean().default(false),
  /** Since when it is in its state. */
  updatedAt: PastInstant.nullable(),
  /** The learner's day then; missing in what was made before days were kept. */
  day: Day.optional(),
  /** When the last operation on it was done, and a short hash of its id; the first format had neither. */
  at: PastInstant.nullable().optional(),
  operation: z
    .string()
    .regex(/^[\w-]{8}$/)
    .nullable()
    .optional(),
  former: z
    .object({ state: TopicState, since: PastInstant.nullable(), day: Day.nullable().optional() })
    .nullable()
    .optional(),
});
export type FileTopic = z.output<typeof FileTopic>;

/** What a file says of a way along a roadmap. What is computed from it is in the file, too, and is not read. */
export const FileEnrolment = z.object({
  roadmap: Slug,
  plan: z.object(Plan.shape).partial(),
  choices: Choices,
  startedAt: PastInstant,
  startedOn: Day,
  updatedAt: PastInstant,
  leftAt: PastInstant.nullable(),
  /** When something last happened in a topic's room. */
  touched: z.record(z.string().max(80), PastInstant).default({}),
  topics: z
    .record(z.string().max(80), FileTopic)
    .refine((topics) => Object.keys(topics).length <= 1000, 'At most 1,000 topics'),
});
export type FileEnrolment = z.output<typeof FileEnrolment>;

const instant = (ms: number | null | undefined) => (ms ? new Date(ms).toISOString() : null);

/** The way before it was started over, as long as it is kept. It is there to be read, and no import takes it. */
function formerWayOf(roadmap: Roadmap, record: EnrolmentRecord, today: string) {
  const { former } = record;
  return former ? { ...enrolmentAnswer(roadmap, { ...record, ...former }, today), startedOn: former.startedOn } : null;
}

/** An enrolment as the export writes it: what its learner is shown, and what merging and undoing need to know. */
export function enrolmentForFile(roadmap: Roadmap, record: EnrolmentRecord, today: string): unknown {
  const answer = enrolmentAnswer(roadmap, record, today);
  const topics = roadmap.topics.map(({ id, ordinal }) => {
    const former = record.formerStates[ordinal];
    const more = {
      at: instant(record.clocks[ordinal]),
      operation: record.operations[ordinal] ?? null,
      former:
        typeof former === 'number'
          ? {
              state: stateOf(former),
              since: instant(record.formerSince[ordinal]),
              day: record.formerDays?.[ordinal] ?? null,
            }
          : null,
    };
    return [id, { ...answer.topics[id], ...more }];
  });
  const leftAt = record.leftAt?.toISOString() ?? null;
  const formerWay = formerWayOf(roadmap, record, today);
  return { ...answer, topics: Object.fromEntries(topics), startedOn: record.startedOn, leftAt, formerWay };
}
