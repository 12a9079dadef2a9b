import type { RoomMark } from '@waymark/contract';

/** Each thing by itself, the later operation wins; what stays as it is, is the same object. */
export function joinMarks(mine: readonly RoomMark[], theirs: readonly RoomMark[]): RoomMark[] {
  const joined = new Map(mine.map((mark) => [mark.key, mark]));
  for (const mark of theirs) {
    const before = joined.get(mark.key);
    const isLater = !before || mark.at > before.at || (mark.at === before.at && mark.operation > before.operation);
    const since = Math.min(mark.since, before?.since ?? mark.since);
    if (isLater) joined.set(mark.key, { ...mark, since });
  }
  return [...joined.values()];
}

/**
 * Two notes on one topic, of which neither is lost: where one holds the other it is enough, else the file's stands
 * below mine, under a line that says from when it is.
 */
export function joinNotes(mine: string, theirs: string, day: string): string {
  if (theirs.trim() === '' || mine.includes(theirs)) return mine;
  if (mine.trim() === '' || theirs.includes(mine)) return theirs;
  return `${mine}\n\n---\n\nFrom a file, as it was on ${day}:\n\n${theirs}`;
}
