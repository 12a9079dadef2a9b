import type { About, NotificationKind } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { reviewsTold } from './about-review.js';
import { projectsTold, topicsTold } from './about-talk.js';
import { idsOf, type NotificationRecord } from './notifications.model.js';

/** A thing that members are told about, as a list and a letter name it. */
export interface Subject {
  title: string;
  /** The page of the web client on which to act, without the leading slash. */
  path(kind: NotificationKind, readerId: string): string;
}

/** How things of one kind are found again. */
export interface AboutKind {
  /** Those of these ids that are there still, by id. */
  find(ids: readonly string[], deps: Pick<Deps, 'roadmaps'>): Promise<ReadonlyMap<string, Subject>>;
  /** What stands beside the title in a letter: a roadmap, mostly. Asked once per letter and thing. */
  findAside(id: string, deps: Pick<Deps, 'roadmaps'>): Promise<string | null>;
  /** Whether a member may see it at this moment: asked before a letter leaves. */
  maySee(id: string, memberId: string): Promise<boolean>;
}

const abouts: Readonly<Record<About['kind'], AboutKind>> = {
  review: reviewsTold,
  topic: topicsTold,
  project: projectsTold,
};

/** The stored key, taken apart. */
export function aboutOf(key: string): About {
  const at = key.indexOf(':');
  return { kind: key.slice(0, at) as About['kind'], id: key.slice(at + 1) };
}

export const kindOf = (key: string): AboutKind => abouts[aboutOf(key).kind];

/** What these are about, by stored key; one read for each kind. */
export async function findSubjects(
  deps: Pick<Deps, 'roadmaps'>,
  told: readonly Pick<NotificationRecord, 'about'>[],
): Promise<ReadonlyMap<string, Subject>> {
  const keys = told.map(({ about }) => about);
  const found = new Map<string, Subject>();
  for (const [kind, about] of Object.entries(abouts) as [About['kind'], AboutKind][]) {
    const ids = idsOf(kind, keys);
    if (ids.length === 0) continue;
    for (const [id, subject] of await about.find(ids, deps)) found.set(`${kind}:${id}`, subject);
  }
  return found;
}
