import { queryOptions } from '@tanstack/react-query';
import type { IdentityPurpose } from '@waymark/contract';
import { call } from './call';
import { currentToken, refreshToken } from './token';

/** What I sign in by beside a password. There are a few at most, so they are one page. */
export const identitiesQuery = queryOptions({
  queryKey: ['identities'],
  queryFn: ({ signal }) => call('listIdentities', { query: { limit: 100 }, signal }),
});

interface Leaving {
  purpose: IdentityPurpose;
  /** A path of ours, to come back to. */
  next: string;
  staySignedIn?: boolean;
  invitation?: string | undefined;
}

/** Leaves for the provider. What follows happens on the page that it sends the browser back to. */
export async function goToProvider(provider: string, { invitation, ...leaving }: Leaving): Promise<void> {
  // Strangers may call it too, so no token is fetched for it: a member brings one that is fresh.
  if (leaving.purpose !== 'sign-in' && currentToken() === null) await refreshToken(null);
  const body = { ...leaving, ...(invitation !== undefined && { invitation }) };
  const { url } = await call('startIdentity', { params: { provider }, body });
  location.assign(url);
}
