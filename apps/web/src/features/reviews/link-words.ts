import type { LinkHealth } from '@waymark/contract';
import { linksText as text } from './links.text';

export interface LinkWords {
  tone: 'good' | 'quiet' | 'alarm';
  state: string;
  /** What to do about it. */
  advice: string | null;
}

/** What there is to say of a link: nothing is said before somebody looked. */
export function linkWords({ state, graceUntil }: LinkHealth, isChecking: boolean, now: Date): LinkWords {
  switch (state) {
    case null:
      return { tone: 'quiet', state: isChecking ? text.states.checking : text.states.unknown, advice: null };
    case 'alive':
      return { tone: 'good', state: text.states.alive, advice: null };
    case 'unclear':
      return { tone: 'quiet', state: text.states.unclear, advice: text.unclear };
    case 'not-public':
      return { tone: 'alarm', state: text.states['not-public'], advice: text.notPublic };
    case 'dead': {
      const isOver = graceUntil !== null && new Date(graceUntil) <= now;
      return { tone: 'alarm', state: text.states.dead, advice: isOver ? text.deadOver : text.dead };
    }
  }
}
