import { isPaused, type ToldAttention, toldAttention, toldOn } from '@waymark/contract';
import type { GrantRecord } from './grants.model.js';

type Row = Pick<GrantRecord, 'entry' | 'quieted'>;

const all = ({ entry, quieted = [] }: Row) => entry.attention && toldAttention(entry.attention, quieted);

/** What a row says on `today`; `null`: none of it is shared. */
export const told = {
  /** To its mentor. */
  toMentor(row: Row, today: string): ToldAttention[] | null {
    const found = all(row);
    return found && toldOn(found, today, row.entry.pauses ?? []);
  },

  /** To its learner: from the day on which it holds, with the day on which the mentor reads of it. */
  ofLearner(row: Row, today: string): ToldAttention[] | null {
    const found = all(row);
    if (!found || isPaused(row.entry.pauses ?? [], today)) return found && [];
    return found.filter(({ since }) => since <= today);
  },
};
