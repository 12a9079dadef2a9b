import type { Change, ChangesSince } from './changes.js';
import { scopeOfChange, subjectOfChange } from './changes.rules.js';
import type { Consent } from './grants.js';
import { mostLines } from './meeting-limits.rules.js';
import type { MeetingLine } from './meetings.js';

type Kept = Omit<MeetingLine, 'isCarried'> & { isCarried?: boolean | undefined };

const lineOf = (change: Change): MeetingLine => ({
  ...{ id: change.key, isDone: false, text: null, change, by: null, isCarried: false },
});

/** Whether a mentor with this consent may read it; `null`: its learner, who may. */
export function seesLine({ change }: Pick<MeetingLine, 'change'>, consent: Consent | null): boolean {
  return change === null || consent === null || consent[scopeOfChange(change)];
}

/**
 * What is to be talked about: what was kept, in its order, and behind it what changed and was not removed. Of what has
 * changed once more, and nobody ticked, only the later is left.
 */
export function agendaOf(
  kept: readonly Kept[],
  changes: ChangesSince['parts'],
  removed: readonly string[],
): { lines: MeetingLine[]; more: number } {
  const found = changes.flatMap(({ items }) => items);
  const ids = new Set(kept.map(({ id }) => id));
  const away = new Set(removed);
  const later = new Map(found.map((change) => [subjectOfChange(change), change.key]));
  const isPast = ({ isDone, change, id }: Kept) => {
    const newest = !isDone && change ? later.get(subjectOfChange(change)) : undefined;
    return newest !== undefined && newest !== id;
  };
  const stay = kept.filter((line) => !isPast(line)).map((line) => ({ isCarried: false, ...line }) as MeetingLine);
  const fresh = found.filter(({ key }) => !ids.has(key) && !away.has(key)).map(lineOf);
  const all = [...stay, ...fresh];
  const uncounted = changes.reduce((sum, { more }) => sum + more, 0);
  return { lines: all.slice(0, mostLines), more: Math.max(all.length - mostLines, 0) + uncounted };
}
