import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call';
import { queryClient } from '../../api/query-client';
import { accountChanged } from '../../api/session';

export const twoFactorQuery = queryOptions({
  queryKey: ['two-factor'],
  queryFn: ({ signal }) => call('readTwoFactor', { signal }),
});

/** The account says whether there is one, too, and what is closed without it. */
export async function secondFactorChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: twoFactorQuery.queryKey });
  accountChanged(await call('readMe'));
}
