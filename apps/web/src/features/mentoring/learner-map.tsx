import { lazy, Suspense } from 'react';
import { Skeleton } from '../../ui/skeleton';
import type { LearnerMapProps } from './learner-map.page';

const Loaded = lazy(async () => ({ default: (await import('./learner-map.page')).LearnerMap }));

/** Its own piece of the script, as on the roadmap's page: what stands above it does not wait for it. */
export function LearnerMap(props: LearnerMapProps) {
  return (
    <Suspense fallback={<Skeleton lines={6} height={48} />}>
      <Loaded {...props} />
    </Suspense>
  );
}
