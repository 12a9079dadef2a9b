import { z } from 'zod';
import { Change } from './changes.js';
import { Day, endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { mostActions, mostLines, mostNoteCharacters } from './meeting-limits.rules.js';
import { Person } from './people.js';
import { Slug } from './roadmaps.js';
import { Words } from './values.js';

export const MeetingRole = z.enum(['learner', 'mentor']);
export type MeetingRole = z.infer<typeof MeetingRole>;

/** What is to be talked about: something that changed, or what one of the two wrote. */
export const MeetingLine = z.strictObject({
  id: z.string(),
  isDone: z.boolean(),
  /** `null`: it is the change. */
  text: z.string().nullable(),
  change: Change.nullable(),
  /** Who wrote it; `null`: nobody did. */
  by: MeetingRole.nullable(),
  /** Left undone by the meeting before. */
  isCarried: z.boolean(),
});
export type MeetingLine = z.infer<typeof MeetingLine>;

const agreed = {
  /** Whose it is to do. */
  who: MeetingRole,
  what: Words(300).min(1, 'Say what is to be done'),
  topicId: Slug.nullable(),
  projectId: Id.nullable(),
  day: Day.nullable(),
  isDone: z.boolean(),
};
export const MeetingAction = z.strictObject({ id: Id, ...agreed });
export type MeetingAction = z.infer<typeof MeetingAction>;

/** The sheet of one meeting of a learner and their mentor. Both see all of it. */
export const Meeting = z.strictObject({
  id: Id,
  learner: Person,
  mentor: Person,
  roadmap: Slug,
  /** Which of them I am. */
  role: MeetingRole,
  /** `false`: its mentor sees nothing of it now. */
  isShared: z.boolean(),
  openedAt: Instant,
  /** When the meeting before was closed; `null`: this is the first. */
  since: Instant.nullable(),
  closedAt: Instant.nullable(),
  /** `more`: what changed beside this and finds no room. */
  agenda: z.strictObject({ lines: z.array(MeetingLine), more: z.int(), version: z.int() }),
  /** Markdown. */
  notes: z.strictObject({ text: z.string(), version: z.int() }),
  actions: z.strictObject({ items: z.array(MeetingAction), version: z.int() }),
  /** What an action can be about, the last changed first, and what one is about already: as far as both see it. */
  projects: z.array(z.strictObject({ id: Id, title: z.string() })),
});
export type Meeting = z.infer<typeof Meeting>;

export const MeetingCard = Meeting.pick({
  id: true,
  learner: true,
  mentor: true,
  roadmap: true,
  openedAt: true,
  closedAt: true,
}).extend({
  /** What I agreed to do and have not done. */
  todo: z.array(MeetingAction),
});
export type MeetingCard = z.infer<typeof MeetingCard>;

const base = z.int().min(0);
const MeetingPath = IdPath.extend({ actionId: Id });

export const AgendaBody = z.strictObject({
  /** The version that these lines were changed on. */
  base,
  /** In their order. Without `id` it is a new one. What is not named and was written by hand is taken away. */
  lines: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(240).optional(),
        isDone: z.boolean(),
        text: Words(300).min(1, 'Write what it is about').nullable(),
      }),
    )
    .max(mostLines, `At most ${mostLines} lines: remove one first`),
  /** The changes that are not to be talked about, by their keys. */
  removed: z.array(z.string().min(1).max(240)).max(200),
});

const mine = {
  access: 'member',
  scope: 'mentoring:write',
  problems: ['not-found', 'stale', 'meeting-closed'],
} as const;

export const meetings = {
  listMeetings: endpoint('listMeetings', {
    summary: 'My meetings as a learner or as a mentor, the last first',
    access: 'member',
    scope: 'mentoring:read',
    query: PageQuery.extend({
      as: MeetingRole,
      with: Id.optional(),
      roadmap: Slug.optional(),
      state: z.enum(['open', 'closed']).optional(),
    }),
    answer: pageOf(MeetingCard),
    problems: [],
  }),
  beginMeeting: endpoint('beginMeeting', {
    summary: 'The open sheet with somebody on a roadmap; if there is none, it is begun',
    access: 'member',
    scope: 'mentoring:write',
    body: z.strictObject({ as: MeetingRole, with: Id, roadmap: Slug }),
    answer: Meeting,
    statuses: [201],
    problems: ['not-found'],
  }),
  readMeeting: endpoint('readMeeting', {
    summary: 'One sheet',
    access: 'member',
    scope: 'mentoring:read',
    params: IdPath,
    answer: Meeting,
    problems: ['not-found'],
  }),
  writeAgenda: endpoint('writeAgenda', {
    ...mine,
    summary: 'Tick, add, order and remove what is to be talked about',
    params: IdPath,
    body: AgendaBody,
    answer: Meeting,
  }),
  writeMeetingNotes: endpoint('writeMeetingNotes', {
    ...mine,
    summary: 'Write the notes of both; what the other wrote meanwhile is answered, never overwritten',
    params: IdPath,
    body: z.strictObject({
      base,
      text: z.string().max(mostNoteCharacters, `At most ${mostNoteCharacters.toLocaleString('en')} characters`),
    }),
    answer: Meeting,
  }),
  writeActions: endpoint('writeActions', {
    ...mine,
    summary: 'What was agreed: who does what, and until when',
    params: IdPath,
    body: z.strictObject({
      base,
      actions: z
        .array(z.strictObject({ id: Id.optional(), ...agreed }))
        .max(mostActions, `At most ${mostActions} actions: remove one first`),
    }),
    answer: Meeting,
  }),
  tickAction: endpoint('tickAction', {
    summary: 'What was agreed is done, or is not after all',
    access: 'member',
    scope: 'mentoring:write',
    params: MeetingPath,
    body: z.strictObject({ isDone: z.boolean() }),
    answer: null,
    problems: ['not-found', 'meeting-closed'],
  }),
  closeMeeting: endpoint('closeMeeting', {
    summary: 'Keep the meeting as it is; the next one begins with what is left undone',
    access: 'member',
    scope: 'mentoring:write',
    params: IdPath,
    answer: Meeting,
    problems: ['not-found', 'meeting-closed'],
  }),
};
