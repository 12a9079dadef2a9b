/** How long an invitation by mail, and a learner's ask, can be answered. */
export const invitationDays = 14;
export const askDays = 30;

/** Letters that one mentor may have sent in a day: written one by one, and by the lists of their cohorts. */
export const lettersPerDay = 200;
export const rosterLettersPerDay = 5000;

/** Letters of this kind that one address gets of one sender in a day, and of all of them. */
export const lettersPerAddress = 3;
export const lettersPerMailbox = 20;

/** What a learner may ask in a day. */
export const asksPerDay = 20;

export const invitationStates = ['open', 'accepted', 'declined', 'revoked', 'expired'] as const;
export type InvitationState = (typeof invitationStates)[number];
export const invitationActs = ['accept', 'decline', 'revoke', 'resend', 'expire'] as const;
export type InvitationAct = (typeof invitationActs)[number];

/** What follows from an act on an open one; what was answered or taken back stays so. */
const afterOpen: Readonly<Record<InvitationAct, InvitationState>> = {
  accept: 'accepted',
  decline: 'declined',
  revoke: 'revoked',
  resend: 'open',
  expire: 'expired',
};

/** Who invites can still take back, or send anew, what nobody answered in time; nobody can answer it. */
const lateActs: readonly InvitationAct[] = ['revoke', 'resend', 'expire'];

/** How it stands at this moment: that its time is over is nowhere written when it happens. */
export function invitationState(invitation: { state: InvitationState; expiresAt: Date }, now: Date): InvitationState {
  return invitation.state === 'open' && invitation.expiresAt <= now ? 'expired' : invitation.state;
}

/** The state after an act; `null`: it cannot be done any more. The same for invitations, and for what a learner asks. */
export function invitationAfter(act: InvitationAct, state: InvitationState): InvitationState | null {
  if (state === 'open') return act === 'expire' ? null : afterOpen[act];
  return state === 'expired' && lateActs.includes(act) ? afterOpen[act] : null;
}

/** A code as it is compared: case, spaces and hyphens do not matter. `null`: no code of ours looks like that. */
export function readJoinCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  return /^[A-Z0-9]{10}$/.test(code) ? code : null;
}

/** Whom a learner asks, as typed: `@handle`, a handle, or an address; `null`: neither. */
export function readAsked(typed: string): { kind: 'handle' | 'email'; value: string } | null {
  const text = typed.trim();
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return { kind: 'email', value: text };
  const handle = text.replace(/^@/, '').toLowerCase();
  return /^[a-z0-9][a-z0-9-]{1,28}[a-z0-9]$/.test(handle) ? { kind: 'handle', value: handle } : null;
}
