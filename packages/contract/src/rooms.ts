import { z } from 'zod';
import { Day, endpoint, Instant, PageQuery, pageOf } from './endpoint.js';
import { DoneAt, TopicPath } from './progress.js';
import { RepoUrl } from './projects.js';
import { RoadmapPath, Slug } from './roadmaps.js';

/** A learner's own link has an id that their browser gives it, so that adding it twice adds it once. */
const LinkId = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'Not the id of a link');

const link = {
  title: z.string().trim().min(1, 'Give it a title').max(120, 'At most 120 characters'),
  url: RepoUrl,
};

export const RoomLink = z.strictObject({ id: LinkId, ...link });
export type RoomLink = z.infer<typeof RoomLink>;

/** 1 not sure yet, 2 a little, 3 quite, 4 could explain it. */
const Confidence = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Confidence = z.infer<typeof Confidence>;

const NoteText = z.string().max(10_000, 'At most 10,000 characters');

/** Markdown. `version` counts its changes: 0 before the first. */
export const RoomNote = z.strictObject({ text: NoteText, version: z.int(), updatedAt: Instant.nullable() });
export type RoomNote = z.infer<typeof RoomNote>;

/** What one learner keeps with one topic. A room that was never entered is an empty one. */
export const Room = z.strictObject({
  roadmap: Slug,
  topicId: Slug,
  /** The ids of what is ticked. */
  outcomes: z.array(Slug),
  resources: z.array(Slug),
  links: z.array(RoomLink),
  note: RoomNote,
  leftOff: z.string(),
  confidence: Confidence.nullable(),
  confidenceAt: Instant.nullable(),
  /** Mentors to whom I show notes read this one. */
  shared: z.boolean(),
  /** Logged time, in minutes. */
  minutes: z.int(),
  /** The resources whose link I reported dead. */
  reported: z.array(Slug),
  updatedAt: Instant.nullable(),
});
export type Room = z.infer<typeof Room>;

/** A room as a list shows it. */
export const RoomCard = z.strictObject({
  topicId: Slug,
  outcomesDone: z.int(),
  resourcesDone: z.int(),
  links: z.int(),
  hasNote: z.boolean(),
  leftOff: z.string(),
  confidence: Confidence.nullable(),
  confidenceAt: Instant.nullable(),
  minutes: z.int(),
  updatedAt: Instant.nullable(),
});
export type RoomCard = z.infer<typeof RoomCard>;

const atMost100 = <T extends z.ZodRecord>(record: T) =>
  record
    .refine((entries) => Object.keys(entries as object).length <= 100, 'At most 100 at once')
    .meta({ maxProperties: 100 });

/** Sets what it names, and nothing else. `at`: when it was done, for what was done offline. */
export const RoomChange = z
  .strictObject({
    outcomes: atMost100(z.record(Slug, z.boolean())).optional(),
    resources: atMost100(z.record(Slug, z.boolean())).optional(),
    /** `null` takes a link away. */
    links: atMost100(z.record(LinkId, z.strictObject(link).nullable())).optional(),
    leftOff: z
      .string()
      .trim()
      .max(280, 'At most 280 characters')
      .refine((text) => !/[\n\r\u2028\u2029]/.test(text), 'One line')
      .optional(),
    confidence: Confidence.nullable().optional(),
    shared: z.boolean().optional(),
    at: DoneAt.optional(),
  })
  .refine(({ at: _, ...changes }) => Object.keys(changes).length > 0, 'Name at least one change')
  .meta({ minProperties: 1 });
export type RoomChange = z.infer<typeof RoomChange>;

/** One of my notes, with the piece of it around what was looked for. */
export const NoteHit = z.strictObject({
  roadmap: Slug,
  topicId: Slug,
  title: z.string(),
  excerpt: z.string(),
  /** Where in the excerpt it stands, in UTF-16 units; `to` is the first that is not of it. */
  hit: z.strictObject({ from: z.int(), to: z.int() }).nullable(),
  /** The whole note: of a roadmap that was left it can be read here alone. */
  text: z.string(),
  updatedAt: Instant,
});
export type NoteHit = z.infer<typeof NoteHit>;

/** A link of a roadmap that members say is dead: how many, and between which days. Never who. */
export const DeadLink = z.strictObject({
  roadmap: Slug,
  topicId: Slug,
  resourceId: Slug,
  topic: z.string(),
  title: z.string(),
  url: z.string(),
  reports: z.int(),
  firstDay: Day,
  lastDay: Day,
});
export type DeadLink = z.infer<typeof DeadLink>;

const ResourcePath = TopicPath.extend({ resourceId: Slug });

export const rooms = {
  readRoom: endpoint('readRoom', {
    summary: 'What I keep with one topic',
    access: 'member',
    scope: 'progress:read',
    params: TopicPath,
    answer: Room,
    problems: ['not-found'],
  }),
  changeRoom: endpoint('changeRoom', {
    summary:
      'Tick outcomes and resources, keep links, say where I left off, how sure I am, and whether mentors read my note',
    access: 'member',
    scope: 'progress:write',
    params: TopicPath,
    body: RoomChange,
    answer: Room,
    problems: ['not-found'],
  }),
  writeNote: endpoint('writeNote', {
    summary: 'Write my note on one topic; what another device wrote meanwhile is answered, never overwritten',
    access: 'member',
    scope: 'progress:write',
    params: TopicPath,
    /** `base`: the version that the text was written on. */
    body: z.strictObject({ text: NoteText, base: z.int().min(0), at: DoneAt.optional() }),
    answer: RoomNote,
    problems: ['not-found', 'stale'],
  }),
  listRooms: endpoint('listRooms', {
    summary: 'The rooms of one roadmap that I have been in',
    access: 'member',
    scope: 'progress:read',
    params: RoadmapPath,
    query: PageQuery,
    answer: pageOf(RoomCard),
    problems: ['not-found'],
  }),
  listNotes: endpoint('listNotes', {
    summary: 'My notes, the last written first',
    access: 'member',
    scope: 'progress:read',
    query: PageQuery.extend({ q: z.string().max(200).optional(), roadmap: Slug.optional() }),
    answer: pageOf(NoteHit),
    problems: [],
  }),
  reportDeadLink: endpoint('reportDeadLink', {
    summary: 'Report that the link of a resource is dead',
    access: 'member',
    scope: 'progress:write',
    params: ResourcePath,
    answer: null,
    problems: ['not-found'],
  }),
  withdrawDeadLink: endpoint('withdrawDeadLink', {
    summary: 'Withdraw my report of a dead link',
    access: 'member',
    scope: 'progress:write',
    params: ResourcePath,
    answer: null,
    problems: ['not-found'],
  }),
  listDeadLinks: endpoint('listDeadLinks', {
    summary: 'The links that members reported dead',
    access: 'owner',
    query: PageQuery,
    answer: pageOf(DeadLink),
    problems: [],
  }),
  dismissDeadLink: endpoint('dismissDeadLink', {
    summary: 'Put the reports of a link away, since it works',
    access: 'owner',
    params: ResourcePath,
    answer: null,
    problems: ['not-found'],
  }),
};
