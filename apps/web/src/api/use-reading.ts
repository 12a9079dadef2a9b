import { useCallback, useEffect, useState } from 'react';
import { ProblemError } from './problem';

export type Reading<T> =
  | { status: 'loading' }
  | { status: 'missing' }
  | { status: 'failed'; failure: unknown }
  | { status: 'read'; answer: T };

/** An address that cannot be right is as empty as one at which nothing is. */
const isMissing = (error: unknown) => error instanceof ProblemError && [400, 404].includes(error.status);

/**
 * Reads what a stranger's page shows, anew where `key` is another. By hand, since a first load has no room for a cache that
 * such a page never uses.
 */
export function useReading<T>(
  read: (signal: AbortSignal) => Promise<T>,
  key: string,
): Reading<T> & { retry: () => void } {
  const [reading, setReading] = useState<Reading<T>>({ status: 'loading' });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is a reason, and so is another try
  useEffect(() => {
    const controller = new AbortController();
    setReading({ status: 'loading' });
    read(controller.signal).then(
      (answer) => setReading({ status: 'read', answer }),
      (failure: unknown) => {
        if (controller.signal.aborted) return;
        setReading(isMissing(failure) ? { status: 'missing' } : { status: 'failed', failure });
      },
    );
    return () => controller.abort();
  }, [key, tries]);
  const retry = useCallback(() => setTries((count) => count + 1), []);
  return { ...reading, retry };
}
