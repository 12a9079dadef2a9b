import type { PublicPage } from '@waymark/contract';
import { useCallback, useEffect, useState } from 'react';
import { call } from '../../api/call';
import { ProblemError } from '../../api/problem';

export type Reading =
  | { status: 'loading' }
  | { status: 'missing' }
  | { status: 'failed'; failure: unknown }
  | { status: 'read'; page: PublicPage };

/** An address that is no handle is as empty as one that nobody has. */
const isMissing = (error: unknown) => error instanceof ProblemError && [400, 404].includes(error.status);

/** Asked by hand, since a stranger's first load has no room for a cache that one page never uses. */
export function usePublicPage(handle: string): Reading & { retry: () => void } {
  const [reading, setReading] = useState<Reading>({ status: 'loading' });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is the reason
  useEffect(() => {
    const controller = new AbortController();
    setReading({ status: 'loading' });
    call('readPublicPage', { params: { handle }, signal: controller.signal }).then(
      (page) => setReading({ status: 'read', page }),
      (failure: unknown) => {
        if (controller.signal.aborted) return;
        setReading(isMissing(failure) ? { status: 'missing' } : { status: 'failed', failure });
      },
    );
    return () => controller.abort();
  }, [handle, tries]);
  const retry = useCallback(() => setTries((count) => count + 1), []);
  return { ...reading, retry };
}
