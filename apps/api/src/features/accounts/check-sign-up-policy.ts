import type { Settings } from '@waymark/contract';
import { Problem } from '../../http/problem.js';

type Policy = Pick<Settings, 'signUp'>;

/** Passes where the owner lets this address in; an invitation lets anyone in. Else throws `sign-up-closed`. */
export function checkSignUpPolicy({ signUp }: Policy, emailKey: string, hasInvitation: boolean): void {
  if (signUp.who === 'anyone' || hasInvitation) return;
  if (signUp.who === 'domains' && signUp.domains.includes(domainOf(emailKey))) return;
  const detail =
    signUp.who === 'domains'
      ? 'Only addresses of certain domains may sign up. Ask the owner of this Waymark for an invitation.'
      : 'Ask the owner of this Waymark for an invitation.';
  throw new Problem('sign-up-closed', { detail });
}

/** Nobody comes in before their address is confirmed. Always so with domains: an address proves nothing by itself. */
export function isVerifiedFirst({ signUp }: Policy): boolean {
  return signUp.verifiedFirst || signUp.who === 'domains';
}

/** A listed domain lets nobody in from below it: `a@mail.example.org` is not of `example.org`. */
function domainOf(emailKey: string): string {
  return emailKey.slice(emailKey.lastIndexOf('@') + 1);
}
