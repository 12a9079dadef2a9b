import type { ToldAttention } from './attention.js';
import type { Change, ChangeKind, ChangesSince } from './changes.js';
import { addDays, daysBetween } from './days.rules.js';
import type { Consent } from './grants.js';
import { quietPatience } from './mentoring.rules.js';
import type { TopicProgress } from './progress.js';

/** Of each kind so many are told; the rest is counted. */
export const mostChanges = 20;

type Named = { id: string; title: string };

/** What is known of a learner, as far as they share it: `null`, or nothing in a list, is what they do not. */
export interface ChangeFacts {
  topics: Readonly<Record<string, TopicProgress>> | null;
  /** The state of a topic before the first act on it that came in since then, whenever it was done. */
  before: ReadonlyMap<string, string>;
  /** When a topic came to be shown, or confirmed. */
  proofs: readonly { topicId: string; to: 'shown' | 'confirmed'; at: string }[];
  projects: readonly { project: Named; from: string | null; to: string; at: string }[];
  asked: readonly { reviewId: string; project: Named; at: string }[];
  answered: readonly { reviewId: string; project: Named; decision: string; at: string }[];
  /** What the learner asked help with: a topic, or a project. */
  help: readonly { topicId: string | null; project: Named | null; at: string }[];
  /** How often the learner spoke on a topic since then, and when last. */
  comments: readonly { topicId: string; count: number; at: string }[];
  /** The notes that are shared: when they came to be, and when they were last written. */
  notes: readonly { topicId: string; sharedAt: string; writtenAt: string }[];
  attention: readonly ToldAttention[] | null;
  /** Ascending. */
  activeDays: readonly string[] | null;
}

const nothing = { topicId: null, project: null, reviewId: null, from: null, to: null };
const startOf = (day: string) => `${day}T00:00:00.000Z`;

type Found = Pick<Change, 'kind' | 'at'> & Partial<Change>;

function changeOf(found: Found): Change {
  const subject = found.reviewId ?? found.project?.id ?? found.topicId ?? '';
  return { ...nothing, key: [found.kind, subject, found.to ?? '', found.at].join(':'), ...found };
}

function topicChanges({ topics, before }: ChangeFacts, since: string): Found[] {
  return Object.entries(topics ?? {}).flatMap(([topicId, { state, updatedAt }]) => {
    // What was done offline before then, and came in after it, is news as well.
    const isNews = before.has(topicId) || (updatedAt !== null && updatedAt > since);
    const from = before.get(topicId) ?? 'not_started';
    if (!updatedAt || !isNews || from === state) return [];
    return [{ kind: 'topic' as const, at: updatedAt, topicId, from, to: state }];
  });
}

function noteChanges({ notes }: ChangeFacts, since: string): Found[] {
  return notes.flatMap(({ topicId, sharedAt, writtenAt }) => {
    const at = sharedAt > writtenAt ? sharedAt : writtenAt;
    return at > since ? [{ kind: 'note' as const, at, topicId, to: sharedAt > since ? 'shared' : 'changed' }] : [];
  });
}

/** The first days on which somebody was there again after they were away for longer than is usual for them. */
function comebacks(activeDays: readonly string[], sinceDay: string): Found[] {
  return activeDays.flatMap((day, place) => {
    const before = activeDays[place - 1];
    if (!before || day <= sinceDay) return [];
    if (daysBetween(before, day) <= quietPatience(activeDays.slice(0, place))) return [];
    return [{ kind: 'came-back' as const, at: startOf(day), from: before, to: day }];
  });
}

/**
 * What is not as it was at `since` (an instant), by kind, the last first: the one rule of what a mentor is told, and of
 * what stands on the sheet for a meeting. `isFirst`: whatever needs attention is news.
 */
export function changesSince(facts: ChangeFacts, since: string, { isFirst = false } = {}): ChangesSince['parts'] {
  const sinceDay = since.slice(0, 10);
  const after = <T extends { at: string }>(all: readonly T[]) => all.filter(({ at }) => at > since);
  const isHeld = (topicId: string, to: string) => {
    const proof = facts.topics?.[topicId]?.proof;
    return proof === to || (to === 'shown' && proof === 'confirmed');
  };
  const help = after(facts.help);
  const isAsked = ({ reason, topicId, project }: ToldAttention) =>
    reason === 'asked-for-help' && help.some((each) => each.topicId === topicId && each.project?.id === project?.id);
  const attention = (facts.attention ?? []).filter((each) => (isFirst || each.toldFrom > sinceDay) && !isAsked(each));
  const found: Record<ChangeKind, Found[]> = {
    topic: topicChanges(facts, since),
    proof: after(facts.proofs)
      .filter(({ topicId, to }) => isHeld(topicId, to))
      .map((each) => ({ kind: 'proof', ...each })),
    project: after(facts.projects)
      .filter(({ from, to }) => from !== to)
      .map((each) => ({ kind: 'project', ...each })),
    'review-asked': after(facts.asked).map((each) => ({ kind: 'review-asked', ...each })),
    'review-answered': after(facts.answered).map(({ decision, ...each }) => ({
      kind: 'review-answered',
      ...each,
      to: decision,
    })),
    help: help.map((each) => ({ kind: 'help', ...each })),
    comment: after(facts.comments).map(({ count, ...each }) => ({ kind: 'comment', ...each, to: String(count) })),
    note: noteChanges(facts, since),
    attention: attention.map(({ key, reason, topicId, project, toldFrom }) => ({
      kind: 'attention',
      key: `attention:${key}`,
      at: startOf(toldFrom),
      topicId,
      project: project ?? null,
      to: reason,
    })),
    'came-back': comebacks(facts.activeDays ?? [], sinceDay),
  };
  return Object.entries(found).flatMap(([kind, all]) => {
    const sorted = all.map(changeOf).sort((a, b) => (`${a.at} ${a.key}` > `${b.at} ${b.key}` ? -1 : 1));
    const items = sorted.slice(0, mostChanges);
    return items.length > 0 ? [{ kind: kind as ChangeKind, items, more: all.length - items.length }] : [];
  });
}

/** What a mentor must be let see to read of it. */
export function scopeOfChange({ kind, project, to }: Pick<Change, 'kind' | 'project' | 'to'>): keyof Consent {
  if (kind === 'came-back' || (kind === 'attention' && to === 'quiet')) return 'activity';
  if (kind === 'note') return 'notes';
  return project === null ? 'progress' : 'projects';
}

/** What it is about: of two that are about the same, the later says it all. */
export function subjectOfChange({ kind, key, topicId, project, reviewId }: Change): string {
  return kind === 'attention' ? key : [kind, topicId, project?.id, reviewId].join(':');
}

/** The days that acts are looked for in: somebody’s day can lie a day before that of UTC. */
export const firstDayAfter = (since: string): string => addDays(since.slice(0, 10), -1);
