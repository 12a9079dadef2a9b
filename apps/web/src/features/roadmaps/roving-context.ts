import { createContext, use } from 'react';

/** The one topic of the map that the Tab key stops at; arrows move on from there. */
export const RovingContext = createContext<string | null>(null);

export function useTabIndex(id: string): 0 | -1 {
  return use(RovingContext) === id ? 0 : -1;
}
