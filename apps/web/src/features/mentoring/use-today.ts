import { dayIn } from '@waymark/contract/rules';
import { useZone } from '../../ui/dates';

/** The day that it is where the member lives. */
export function useToday(): string {
  return dayIn(useZone(), new Date());
}
