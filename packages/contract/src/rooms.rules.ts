import { addDays, daysBetween } from './days.rules.js';
import type { TopicState } from './progress.js';
import type { Room, RoomCard, RoomChange } from './rooms.js';
import { foldText } from './text.rules.js';

/** One thing in a room that is set by itself: an outcome's tick, a link. `key` is such as `outcomes/explain-a-request`. */
export interface RoomMark {
  key: string;
  value: unknown;
  /** When it was last set (ms); the later operation wins. */
  at: number;
  /** A short hash of that operation's id: decides between two of one millisecond. */
  operation: string;
  /** When it was first set, of all that is known of it: the order of one's links. */
  since: number;
}

/** One operation: what it sets, when it was done (`null`: just now), and its id's hash. */
export interface RoomOperation {
  values: Readonly<Record<string, unknown>>;
  at: number | null;
  operation: string;
}

/**
 * A room's marks after an operation: each by itself, the later one wins, by when it was done, then by its id. In
 * whatever order the same operations come in, the same is left.
 */
export function mergeMarks(marks: readonly RoomMark[], change: RoomOperation, now: number): RoomMark[] {
  const merged = new Map(marks.map((mark) => [mark.key, mark]));
  for (const [key, value] of Object.entries(change.values)) {
    const before = merged.get(key);
    const at = change.at ?? Math.max(now, (before?.at ?? 0) + 1);
    const since = Math.min(at, before?.since ?? at);
    const isLate =
      before !== undefined && (at < before.at || (at === before.at && change.operation <= before.operation));
    merged.set(key, isLate ? { ...before, since } : { key, value, at, operation: change.operation, since });
  }
  return [...merged.values()];
}

/** What a change sets, by the key of its mark. */
export function marksOf({
  outcomes,
  resources,
  links,
  leftOff,
  confidence,
  shared,
}: RoomChange): Record<string, unknown> {
  const within = (kind: string, values: object = {}) =>
    Object.entries(values).map(([id, value]): [string, unknown] => [`${kind}/${id}`, value]);
  return Object.fromEntries([
    ...within('outcomes', outcomes),
    ...within('resources', resources),
    ...within('links', links),
    ...(leftOff === undefined ? [] : [['leftOff', leftOff] as const]),
    ...(confidence === undefined ? [] : [['confidence', confidence] as const]),
    ...(shared === undefined ? [] : [['shared', shared] as const]),
  ]);
}

/** The room as it will be: what a page shows until the server has answered. */
export function applyRoomChange(room: Room, change: RoomChange, at: string): Room {
  const ticked = (before: readonly string[], changes: Readonly<Record<string, boolean>> = {}) => [
    ...before.filter((id) => changes[id] === undefined),
    ...Object.keys(changes).filter((id) => changes[id]),
  ];
  const linkChanges = new Map(Object.entries(change.links ?? {}));
  const known = new Set(room.links.map(({ id }) => id));
  const links = room.links.flatMap((link) => {
    const changed = linkChanges.get(link.id);
    return changed === null ? [] : [{ ...link, ...changed }];
  });
  const added = [...linkChanges].flatMap(([id, link]) => (link && !known.has(id) ? [{ id, ...link }] : []));
  const { confidence } = change;
  return {
    ...room,
    outcomes: ticked(room.outcomes, change.outcomes),
    resources: ticked(room.resources, change.resources),
    links: [...links, ...added],
    leftOff: change.leftOff ?? room.leftOff,
    shared: change.shared ?? room.shared,
    ...(confidence !== undefined && { confidence, confidenceAt: confidence === null ? null : at }),
    updatedAt: at,
  };
}

/** The words that are looked for, folded; at most eight. */
export function soughtWords(q: string): string[] {
  return foldText(q).split(/\s+/).filter(Boolean).slice(0, 8);
}

export interface Excerpt {
  text: string;
  /** Where in `text` the first word stands that was looked for; `null` where it is not in this text. */
  hit: { from: number; to: number } | null;
}

const excerptLength = 200;
const beforeHit = 60;

/** A piece of a text around the first of the words, or its beginning. */
export function excerptOf(text: string, words: readonly string[]): Excerpt {
  const hit = findHit(text, words);
  const from = hit && hit[0] > beforeHit ? startOfWord(text, hit[0] - beforeHit) : 0;
  const to = Math.min(text.length, from + excerptLength);
  const head = from > 0 ? '… ' : '';
  const tail = to < text.length ? ' …' : '';
  const shift = head.length - from;
  const end = hit && Math.min(hit[1], to);
  return {
    // A pair of surrogates that was cut in two is no character.
    text: `${head}${text.slice(from, to).replace(/\p{Cs}/gu, '\ufffd')}${tail}`,
    hit: hit && end !== null ? { from: hit[0] + shift, to: end + shift } : null,
  };
}

function startOfWord(text: string, from: number): number {
  const space = text.slice(from, from + beforeHit).search(/\s/);
  return space < 0 ? from : from + space + 1;
}

/** Where the earliest of the words stands in the text as it was written: folding may change its length. */
function findHit(text: string, words: readonly string[]): [number, number] | null {
  const places: number[] = [];
  let folded = '';
  let place = 0;
  for (const character of text) {
    const each = foldText(character);
    for (let i = 0; i < each.length; i += 1) places.push(place);
    folded += each;
    place += character.length;
  }
  const found = words
    .map((word) => ({ at: folded.indexOf(word), length: word.length }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)[0];
  if (!found) return null;
  return [places[found.at] ?? 0, places[found.at + found.length] ?? text.length];
}

/** After how many weeks a topic is worth another look, by how sure one was of it. */
const weeksUntilRefresh = { 1: 2, 2: 4, 3: 12, 4: 26 } as const;
/** Who never said how sure they were. */
const weeksUnsaid = 26;

export interface Refresh {
  topicId: string;
  confidence: RoomCard['confidence'];
  /** The learner's day on which it was last done, judged or looked at. */
  lastDay: string;
}

/**
 * Done topics that are worth another look, the least sure first, then what was longest not looked at. What was known
 * before day one is left alone until its learner says how sure they are of it. `dayOf` gives the learner's day of a time.
 */
export function topicsToRefresh(
  topics: Readonly<Record<string, { state: TopicState; known: boolean; updatedAt: string | null }>>,
  rooms: readonly Pick<RoomCard, 'topicId' | 'confidence' | 'confidenceAt' | 'updatedAt'>[],
  today: string,
  dayOf: (at: string) => string,
): Refresh[] {
  const roomOf = new Map(rooms.map((room) => [room.topicId, room]));
  const due = Object.entries(topics).flatMap(([topicId, topic]): Refresh[] => {
    const room = roomOf.get(topicId);
    const confidence = room?.confidence ?? null;
    const last = [topic.updatedAt, room?.confidenceAt, room?.updatedAt]
      .filter((at) => at != null)
      .toSorted()
      .at(-1);
    if (topic.state !== 'done' || !last || (topic.known && confidence === null)) return [];
    const lastDay = dayOf(last);
    const weeks = confidence === null ? weeksUnsaid : weeksUntilRefresh[confidence];
    return addDays(lastDay, weeks * 7) <= today ? [{ topicId, confidence, lastDay }] : [];
  });
  return due.toSorted(
    (a, b) =>
      (a.confidence ?? 4) - (b.confidence ?? 4) ||
      daysBetween(b.lastDay, a.lastDay) ||
      (a.topicId < b.topicId ? -1 : 1),
  );
}
