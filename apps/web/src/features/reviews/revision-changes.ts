import type { Cover, Revision } from '@waymark/contract';
import { type ChangeObject, diffLines } from 'diff';

const plain = [
  'title',
  'summary',
  'build',
  'repoUrl',
  'repoPath',
  'demoUrl',
  'stack',
  'hours',
  'startedOn',
  'finishedOn',
  'briefId',
] as const satisfies readonly (keyof Revision)[];
export type PlainField = (typeof plain)[number];

export interface RevisionChanges {
  fields: { name: PlainField; before: string; after: string }[];
  /** By topic; `null` on the side on which it is not covered. */
  covers: { roadmap: string; topicId: string; before: string | null; after: string | null }[];
  /** Whole lines, in order; empty where nothing in it changed. */
  writeUp: ChangeObject<string>[];
}

const words = (value: Revision[PlainField]) => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));
const keyOf = ({ roadmap, topicId }: Cover) => `${roadmap}/${topicId}`;

/** What two revisions of a project say differently. */
export function revisionChanges(from: Revision, to: Revision): RevisionChanges {
  const covers = [...new Map([...from.covers, ...to.covers].map((cover) => [keyOf(cover), cover])).values()];
  const whereIn = (all: readonly Cover[], cover: Cover) =>
    all.find((each) => keyOf(each) === keyOf(cover))?.where ?? null;
  return {
    fields: plain
      .map((name) => ({ name, before: words(from[name]), after: words(to[name]) }))
      .filter(({ before, after }) => before !== after),
    covers: covers
      .map((cover) => ({
        roadmap: cover.roadmap,
        topicId: cover.topicId,
        before: whereIn(from.covers, cover),
        after: whereIn(to.covers, cover),
      }))
      .filter(({ before, after }) => before !== after),
    writeUp: from.writeUp === to.writeUp ? [] : diffLines(from.writeUp, to.writeUp),
  };
}
