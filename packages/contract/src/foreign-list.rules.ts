import { foreignNames } from './foreign-names.rules.js';
import type { TopicChange, TopicProgress } from './progress.js';
import type { Roadmap } from './roadmaps.js';

/** What another tracker says of a way: ids of its own, or `slug@id`. */
export type ForeignState = 'done' | 'learning' | 'skipped';
export type ForeignList = Readonly<Record<ForeignState, readonly string[]>>;

const states: readonly ForeignState[] = ['done', 'learning', 'skipped'];
const mostIds = 2000;
const longestId = 200;

/** The lists, where this is a file of them: each is a list of short texts, one of them at least is there, no id is twice. */
export function readForeignList(value: unknown): ForeignList | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const given = value as Record<string, unknown>;
  const lists = states.map((state) => given[state] ?? []);
  if (!states.some((state) => Array.isArray(given[state]))) return null;
  if (!lists.every((list) => Array.isArray(list) && list.every((id) => typeof id === 'string'))) return null;
  const seen = new Set<string>();
  const once = (lists as string[][]).map((list) =>
    list.filter((id) => {
      const isNew = id.trim() !== '' && id.length <= longestId && seen.size < mostIds && !seen.has(id);
      if (isNew) seen.add(id);
      return isNew;
    }),
  );
  const [done = [], learning = [], skipped = []] = once;
  return { done, learning, skipped };
}

/** Words that say nothing of what a topic is about. */
const fillers = new Set(
  'a an the of to in on for and or with what is are how do does it they its your you about learn learning basic basics intro introduction fundamentals overview work works'.split(
    ' ',
  ),
);

function singular(word: string): string {
  if (word.length <= 3) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^sj]s$/.test(word) ? word.slice(0, -1) : word;
}

/** A name without case, accents, dashes, plurals, filler words and the differences of British and American spelling. */
export function foldName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll('c++', 'cplusplus')
    .replaceAll('c#', 'csharp');
  const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
  const telling = words.filter((word) => !fillers.has(word));
  return (telling.length > 0 ? telling : words)
    .map(singular)
    .join('')
    .replaceAll('ization', 'isation')
    .replaceAll('modeling', 'modelling');
}

export interface ForeignMatch {
  /** As it stands in the file. */
  id: string;
  state: ForeignState;
  /** `null`: nothing of this roadmap is called so, or more than one thing is. */
  topicId: string | null;
}

/** Every name that a topic of this roadmap goes by, folded; one that two of them share is nobody's. */
function namesOf(roadmap: Roadmap): Map<string, string | null> {
  const names = new Map<string, string | null>();
  const add = (name: string, id: string) => {
    const folded = foldName(name);
    names.set(folded, (names.get(folded) ?? id) === id && names.get(folded) !== null ? id : null);
  };
  for (const { id, title } of roadmap.topics) {
    add(id, id);
    add(title, id);
  }
  for (const [former, id] of Object.entries(roadmap.aliases)) add(former, id);
  return names;
}

/** What each id of the lists means here: by the name of the topic, one that it had, or one that it goes by elsewhere. */
export function matchForeign(roadmap: Roadmap, list: ForeignList): ForeignMatch[] {
  const names = namesOf(roadmap);
  const known = new Map(roadmap.topics.flatMap(({ id, skill }) => [[skill, id] as const, [id, id] as const]));
  const ids = new Set(roadmap.topics.map(({ id }) => id));
  const find = (foreign: string): string | null => {
    const name = foreign.split('@')[0] || foreign;
    if (ids.has(name)) return name;
    // Before the plurals are gone HTTPS and HTTP are two things.
    const exact = foreignNames.get(name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
    const folded = foldName(name);
    return known.get(exact ?? '') ?? names.get(folded) ?? known.get(foreignNames.get(folded) ?? '') ?? null;
  };
  return states.flatMap((state) => list[state].map((id) => ({ id, state, topicId: find(id) })));
}

const rank = { not_started: 0, skipped: 1, learning: 2, done: 3 } as const;

export interface ForeignChanges {
  topics: Record<string, TopicChange>;
  /** How many topics are as far already, or further, here. */
  same: number;
}

/**
 * What taking the lists changes: nothing that is further along here goes back, and of two ids that mean one topic the
 * further one holds. `known`: what is done was done before day one, so neither pace nor calendar knows of it.
 */
export function foreignChanges(
  matches: readonly Pick<ForeignMatch, 'state' | 'topicId'>[],
  topics: Readonly<Record<string, Pick<TopicProgress, 'state'>>>,
  known: boolean,
): ForeignChanges {
  const wanted = new Map<string, ForeignState>();
  for (const { topicId, state } of matches) {
    if (topicId === null) continue;
    const before = wanted.get(topicId);
    if (!before || rank[state] > rank[before]) wanted.set(topicId, state);
  }
  const changes = [...wanted].filter(([id, state]) => rank[state] > rank[topics[id]?.state ?? 'not_started']);
  const entries = changes.map(([id, state]): [string, TopicChange] => [
    id,
    state === 'done' && known ? { state, known: true } : { state },
  ]);
  return { topics: Object.fromEntries(entries), same: wanted.size - changes.length };
}
