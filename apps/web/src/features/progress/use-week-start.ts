import { weekStartOf } from '@waymark/contract/rules';
import { useSession } from '../../api/session';

/** The day on which my weeks begin, 1 for Monday to 7 for Sunday: as my account says, else as my browser's locale has it. */
export function useWeekStart(): number {
  const { account } = useSession();
  return account?.weekStartsOn ?? weekStartOf(navigator.language);
}
