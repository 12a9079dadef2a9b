import { useMutation } from '@tanstack/react-query';
import type { Account, Digest, Weekly } from '@waymark/contract';
import { call } from '../../api/call';
import { isProblem } from '../../api/problem';
import { accountChanged } from '../../api/session';

type Letters = { digest: Digest } | { weekly: Weekly };

/** Nothing else of the account is changed by it, so whatever was saved elsewhere meanwhile stays. */
async function save({ version }: Account, body: Letters): Promise<Account> {
  try {
    return await call('changeMe', { body, ifMatch: version });
  } catch (error) {
    const current = isProblem(error, 'stale') ? (error.current as Account | null) : null;
    if (!current) throw error;
    return call('changeMe', { body, ifMatch: current.version });
  }
}

/** Which letters come, saved at once. */
export function useSaveLetters(account: Account, then: () => void) {
  return useMutation({
    mutationFn: (letters: Letters) => save(account, letters),
    onSuccess: (saved) => {
      accountChanged(saved);
      then();
    },
  });
}
