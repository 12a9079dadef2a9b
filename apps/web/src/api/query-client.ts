import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem';

/** What the server decided does not change by asking again. */
function isWorthAnotherTry(failures: number, error: Error): boolean {
  const passing = error instanceof ProblemError && (error.status === 0 || error.status >= 500);
  return passing && failures < 2;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, gcTime: 30 * 60_000, retry: isWorthAnotherTry },
    // `call` repeats writes itself, each with one key.
    mutations: { retry: false, networkMode: 'always' },
  },
});
