import { call } from '../../api/call';
import { accountChanged } from '../../api/session';

/** After a change that the answer does not show: the member's account as the server has it now. */
export async function refreshAccount(): Promise<void> {
  try {
    accountChanged(await call('readMe'));
  } catch {
    // The change itself has happened. What is shown here is as old as before, until the next look.
  }
}
