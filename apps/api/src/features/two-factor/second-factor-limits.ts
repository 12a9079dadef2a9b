import type { Deps } from '../../deps.js';
import { createLimiter, type Limiter } from '../../http/limits.js';

const minute = 60;

interface SecondFactorLimits {
  /** By account and client address. */
  byChallenge: Limiter;
  byAccount: Limiter;
}

const made = new WeakMap<Deps, SecondFactorLimits>();

/** The one pair of an instance: every door that asks for a code counts into the same. */
export function secondFactorLimits(deps: Deps): SecondFactorLimits {
  const before = made.get(deps);
  if (before) return before;
  const limits = {
    byChallenge: createLimiter(deps, 'code-challenge', 5, 5 * minute),
    byAccount: createLimiter(deps, 'code-account', 10, 15 * minute),
  };
  made.set(deps, limits);
  return limits;
}
