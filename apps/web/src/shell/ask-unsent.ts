import { outboxOf } from '../api/outbox-of';
import { notify } from '../ui/toast';
import { alongside } from './alongside.text';

const text = alongside.unsent;

/** Says what is not sent yet, and asks whether to sign out all the same. `false`: there is nothing. */
export function askUnsent(account: string, leave: () => void): boolean {
  const outbox = outboxOf(account);
  const count = outbox.waiting().length + outbox.unmerged().length;
  if (count > 0) notify({ text: text.text(count), tone: 'alarm', action: { label: text.leave, run: leave } });
  return count > 0;
}
