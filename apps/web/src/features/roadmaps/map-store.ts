import { useCallback, useSyncExternalStore } from 'react';
import { noSelection, type Selection } from './selection';

/** What changes often and concerns few topics at a time. */
export interface Attention {
  /** The one topic of the map that the Tab key stops at; arrows move on from there. */
  stop: string | null;
  /** The topic or choice that is open beside the map. */
  openId: string | null;
  selection: Selection;
}

export interface MapStore {
  get: () => Attention;
  set: (change: Partial<Attention>) => void;
  subscribe: (listener: () => void) => () => void;
}

/** Kept outside of React's state, so that a topic is drawn again when its own part changes, and no other is. */
export function createMapStore(): MapStore {
  let now: Attention = { stop: null, openId: null, selection: noSelection };
  const listeners = new Set<() => void>();
  return {
    get: () => now,
    set(change) {
      now = { ...now, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** `read` gives a primitive, or the same object until it changes. */
export function useAttention<T>(store: MapStore, read: (now: Attention) => T): T {
  return useSyncExternalStore(
    useCallback((listener: () => void) => store.subscribe(listener), [store]),
    () => read(store.get()),
  );
}
