import { queryOptions } from '@tanstack/react-query';
import type { Instance } from '@waymark/contract';
import { useSyncExternalStore } from 'react';
import { call } from './call';
import { queryClient } from './query-client';

const staleTime = 5 * 60_000;

/** What anyone may know of this Waymark: its name and look, who may sign up, and how. */
export const instanceQuery = queryOptions({
  queryKey: ['instance'],
  queryFn: () => call('readInstance'),
  staleTime,
  gcTime: Number.POSITIVE_INFINITY,
});

/** Reads it anew, for when the owner has changed it. What could not be read stays as it was. */
export async function readInstanceAgain(age = 0): Promise<void> {
  await queryClient.fetchQuery({ ...instanceQuery, staleTime: age }).catch(() => {});
}

function subscribe(listener: () => void): () => void {
  void readInstanceAgain(staleTime);
  return queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (query.queryKey[0] !== 'instance') return;
    // Whoever signs out takes all that was read along, also what belongs to everybody.
    if (type === 'removed') void readInstanceAgain();
    listener();
  });
}

/**
 * As `useQuery(instanceQuery)` has it, `undefined` until it is known. The frame of every page needs it, and by this
 * the first load does without the whole of `useQuery`.
 */
export function useInstance(): Instance | undefined {
  return useSyncExternalStore(subscribe, () => queryClient.getQueryData(instanceQuery.queryKey));
}

export type Look = Pick<Instance, 'name' | 'blaze' | 'welcome'>;

// public/theme.js reads it before the first paint, so that no colour changes under its reader's eyes.
const storageKey = 'waymark:look';
const builtIn: Look = { name: 'Waymark', blaze: 'amber', welcome: '' };

function keptLook(): Look {
  try {
    return { ...builtIn, ...(JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Look>) };
  } catch {
    return builtIn;
  }
}

let kept = keptLook();

/** The instance's name and look: as this device last knew them, until the server has answered. */
export function useLook(): Look {
  return useInstance() ?? kept;
}

/** Puts it on the page, and keeps it for the next load. */
export function showLook({ name, blaze, welcome }: Look): void {
  kept = { name, blaze, welcome };
  document.documentElement.dataset.blaze = blaze;
  try {
    localStorage.setItem(storageKey, JSON.stringify(kept));
  } catch {
    // It cannot be kept: the next load shows it a moment later.
  }
}
