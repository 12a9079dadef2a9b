import type { Roadmap, TopicState } from '@waymark/contract';
import { createContext, type MouseEvent, use } from 'react';
import type { MapStore } from './map-store';
import type { TopicNode } from './way-view';

/**
 * What every topic on the map needs, and what stays the same object while the learner acts: so that an act draws the
 * topics anew that it changed, and not all of them.
 */
export interface MapFrame {
  roadmap: Roadmap;
  store: MapStore;
  /** The marks on the map are a learner's own. */
  isMine: boolean;
  canAct: boolean;
  /** The learner wants to see no estimates. */
  hidesHours: boolean;
  shownIn: ReadonlyMap<string, number>;
  unread?: ReadonlyMap<string, number> | undefined;
  /** The marks are somebody else's, and what there is to say of a topic comes before all else. */
  theirs?: { notes: ReadonlyMap<string, string> } | undefined;
  /** Where a topic or choice opens; `null`: it is only read. */
  pathTo: (node: { kind: 'topic' | 'choice'; id: string }) => string | null;
  /** Opens a topic or choice beside the map, or selects it where the click asks for that. */
  click: (node: { kind: 'topic' | 'choice'; id: string }, event: MouseEvent) => void;
  /** Done; and again: as it was before. */
  tap: (node: TopicNode) => void;
  /** As one act. `ids` of choices and what is so already are left out. */
  set: (ids: readonly string[], state: TopicState, known?: boolean) => void;
  /** The same to all that is selected, which is let go of then. */
  setSelected: (state: TopicState, known?: boolean) => void;
  /** In or out of the selection. */
  toggle: (id: string) => void;
  /** All of them in, or all of them out. */
  toggleAll: (ids: readonly string[]) => void;
  /** A range as the map is drawn, from where one began or from `from`. */
  extend: (from: string | null, to: string) => void;
  /** Puts the focus on the map again, where it was last. */
  toMap: () => void;
}

export const FrameContext = createContext<MapFrame | null>(null);

export function useFrame(): MapFrame {
  const frame = use(FrameContext);
  if (!frame) throw new Error('A part of the map stands outside of it');
  return frame;
}
