import type { Answer, Endpoints } from '@waymark/contract';

export type Invitation = Answer<Endpoints['listInvitations']>['items'][number];
export type InvitationState = 'open' | 'used' | 'ended' | 'revoked';

/** What was decided wins over what was used up, and that over what time did. */
export function invitationState(
  { revokedAt, usesLeft, expiresAt }: Pick<Invitation, 'revokedAt' | 'usesLeft' | 'expiresAt'>,
  now: Date,
): InvitationState {
  if (revokedAt) return 'revoked';
  if (usesLeft <= 0) return 'used';
  return new Date(expiresAt) <= now ? 'ended' : 'open';
}
