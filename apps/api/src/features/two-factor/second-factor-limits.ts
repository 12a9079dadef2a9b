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
  const limit = (name: string, tries: number, minutes: number) =>
    createLimiter(deps.connection, name, Math.ceil(tries * deps.env.rateLimitFactor), minutes * minute);
  const limits = { byChallenge: limit('code-challenge', 5, 5), byAccount: limit('code-account', 10, 15) };
  made.set(deps, limits);
  return limits;
}
