import type { RosterFilter, RosterRow } from '@waymark/contract';
import { csvRecord } from '../../http/csv.js';
import { listLearners } from './list-learners.js';

const columns: Record<string, (row: RosterRow) => string | number | null | undefined> = {
  name: ({ learner }) => learner.name,
  handle: ({ learner }) => learner.handle,
  roadmap: ({ roadmap }) => roadmap,
  cohort: ({ cohort }) => cohort?.name,
  done: ({ counts }) => counts?.done,
  shown: ({ counts }) => counts?.shown,
  confirmed: ({ counts }) => counts?.confirmed,
  required: ({ counts }) => counts?.required,
  percent: ({ counts }) => counts?.percent,
  lastActive: ({ lastActiveDay }) => lastActiveDay,
  attention: ({ attention }) =>
    attention
      ?.map(({ reason, since, topicId, project }) => `${reason} ${topicId ?? project?.title ?? ''} since ${since}`)
      .map((text) => text.replace('  ', ' '))
      .join('; '),
};
const rowsAtOnce = 200;

/**
 * A mentor's roster as CSV. Each page is read when the client has taken the one before, by the grants as they are then:
 * whoever ends theirs is in no page that follows.
 */
export async function* exportLearners(
  mentorId: string,
  filter: RosterFilter,
  { today, now }: { today: string; now: Date },
): AsyncGenerator<string> {
  yield csvRecord(Object.keys(columns));
  let cursor: string | undefined;
  do {
    const page = await listLearners(mentorId, { ...filter, limit: rowsAtOnce, cursor }, { today, now, as: 'export' });
    yield page.items.map((row) => csvRecord(Object.values(columns).map((read) => String(read(row) ?? '')))).join('');
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
