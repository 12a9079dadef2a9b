import { startTransition, useOptimistic } from 'react';
import { useSearchParams } from 'react-router';

/**
 * What the address asks for, and the way to ask for something else in its place. The router changes the address in a
 * transition, which may take its time; a field that is drawn from the address would lose what is typed meanwhile, so what
 * is asked for shows at once.
 */
export function useSearch(): [asked: URLSearchParams, ask: (next: URLSearchParams) => void] {
  const [search, setSearch] = useSearchParams();
  const [asked, show] = useOptimistic(search);
  const ask = (next: URLSearchParams) =>
    startTransition(() => {
      show(next);
      setSearch(next, { replace: true, preventScrollReset: true });
    });
  return [asked, ask];
}
