import type { NotificationKind } from '@waymark/contract';
import type { Deps } from '../../deps.js';

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
