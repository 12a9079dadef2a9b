import { useSyncExternalStore } from 'react';

const wide = () => matchMedia('(min-width: 1000px)');

function subscribe(listener: () => void): () => void {
  const query = wide();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether there is room for a topic beside the map. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => wide().matches);
}
