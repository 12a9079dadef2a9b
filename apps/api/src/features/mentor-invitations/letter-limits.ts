import {
  asksPerDay,
  lettersPerAddress,
  lettersPerDay,
  lettersPerMailbox,
  rosterLettersPerDay,
} from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { createLimiter, type Limiter } from '../../http/limits.js';

const day = 86_400;

export interface LetterLimits {
  /** One letter that a member has sent to an address: by the sender, by both, and by the mailbox. */
  takeLetter(memberId: string, emailKey: string): Promise<void>;
  /** A learner's ask, which may be one. */
  takeAsk(learnerId: string): Promise<void>;
  /** By the list of a cohort. */
  roster: Limiter;
}

/** The same for every address, whoever has it: what is refused says nothing but how much was sent. */
export function createLetterLimits(deps: Pick<Deps, 'connection' | 'env'>): LetterLimits {
  const bySender = createLimiter(deps, 'mentor-letters', lettersPerDay, day);
  const byBoth = createLimiter(deps, 'mentor-letters-by-to', lettersPerAddress, day);
  const byMailbox = createLimiter(deps, 'mentor-letters-to', lettersPerMailbox, day);
  const asks = createLimiter(deps, 'mentor-asks', asksPerDay, day);
  return {
    async takeLetter(memberId, emailKey) {
      await byBoth.take(`${memberId} ${emailKey}`);
      await byMailbox.take(emailKey);
      await bySender.take(memberId);
    },
    takeAsk: (learnerId) => asks.take(learnerId),
    roster: createLimiter(deps, 'roster-letters', rosterLettersPerDay, day),
  };
}
