import type { ToldAttention } from '@waymark/contract';
import { daysBetween, stuckDays } from '@waymark/contract/rules';
import { learnerDashboardText as text } from './learner-dashboard.text';

/** The topics that stand still, each with for how long: as the list of what needs attention has it. */
export function stuckNotes(attention: readonly ToldAttention[] | null, today: string): Map<string, string> {
  const stuck = (attention ?? []).filter(({ reason }) => reason === 'stuck');
  return new Map(
    stuck.flatMap(({ topicId, since }) =>
      topicId ? [[topicId, text.stuck(daysBetween(since, today) + stuckDays)] as const] : [],
    ),
  );
}
