import type { Deps } from '../../deps.js';
import { createLimiter, type Limiter } from '../../http/limits.js';

/** Of pages and badges, by address: far from what a class behind one reads, and from what makes a list of members. */
export function createVisitLimit(deps: Pick<Deps, 'connection' | 'env'>): Limiter {
  return createLimiter(deps, 'public-page', 300, 60);
}
