import { RoomChange, type RoomMark, Slug } from '@waymark/contract';
import { z } from 'zod';
import { PastInstant } from './dates.js';

const Ids = z.array(z.string().max(120)).max(200).default([]);
const FileMark = z.object({
  key: z.string().max(120),
  value: z.unknown(),
  at: z.int().min(Date.parse('2000-01-01')).max(8.64e15),
  operation: z
    .string()
    .regex(/^[\w-]{0,8}$/)
    .default(''),
  since: z.int().min(Date.parse('2000-01-01')).max(8.64e15),
});

/** What a file says of a room: every thing in it by itself, with when it was set; where that is missing, what is in it. */
export const FileRoom = z.object({
  roadmap: Slug,
  topicId: Slug,
  marks: z.array(FileMark).max(1000).optional(),
  outcomes: Ids,
  resources: Ids,
  links: z
    .array(z.object({ id: z.string(), title: z.string(), url: z.string() }))
    .max(200)
    .default([]),
  note: z
    .object({ text: z.string().max(10_000, 'At most 10,000 characters'), updatedAt: PastInstant.nullable() })
    .default({ text: '', updatedAt: null }),
  leftOff: z.string().default(''),
  confidence: z.number().nullable().default(null),
  shared: z.boolean().default(false),
  updatedAt: PastInstant,
});
export type FileRoom = z.output<typeof FileRoom>;

/** A mark as the change that would have set it: so it is held to the rules of that. */
function changeOf(key: string, value: unknown): unknown {
  const [kind = '', id] = key.split('/');
  return id === undefined ? { [kind]: value } : { [kind]: { [id]: value } };
}

function isRight({ key, value }: { key: string; value: unknown }): boolean {
  return /^(outcomes|resources|links)\/[^/]+$|^(leftOff|confidence|shared)$/.test(key)
    ? RoomChange.safeParse(changeOf(key, value)).success
    : false;
}

function plainMarks({ outcomes, resources, links, leftOff, confidence, shared, updatedAt }: FileRoom) {
  const at = Date.parse(updatedAt);
  const set = (key: string, value: unknown, order = 0) => ({ key, value, at, operation: '', since: at + order });
  return [
    ...outcomes.map((id) => set(`outcomes/${id}`, true)),
    ...resources.map((id) => set(`resources/${id}`, true)),
    ...links.map(({ id, title, url }, order) => set(`links/${id}`, { title, url }, order)),
    ...(leftOff === '' ? [] : [set('leftOff', leftOff)]),
    ...(confidence === null ? [] : [set('confidence', confidence)]),
    ...(shared ? [set('shared', true)] : []),
  ];
}

/** The marks of a room of a file that can be taken, and how many of them cannot. */
export function marksOfFile(room: FileRoom, now: Date): { marks: RoomMark[]; leftOut: number } {
  const all = room.marks ?? plainMarks(room);
  const marks = all.filter((mark) => isRight(mark) && mark.at <= now.getTime() + 300_000) as RoomMark[];
  return { marks, leftOut: all.length - marks.length };
}
