import { findTokenHolder } from './features/access-tokens/find-token-holder.js';
import type { Sessions } from './features/accounts/sessions.js';
import { hasProved } from './features/accounts/step-up.js';
import { recordRefusal } from './features/instance/record-refusal.js';
import { isOwner } from './features/members/owners.js';
import type { Admission } from './http/viewer.js';

/** Assembly only: what the features know of who asks, as `http/` wants to be told. */
export function createAdmission(sessions: Sessions): Admission {
  return {
    findSession: sessions.findSession,
    findTokenHolder,
    hasProved,
    isOwner,
    recordRefusal,
  };
}
