import type { AuditEventName } from '@waymark/contract/rules';
import { plural } from '../../text/plural';

type Detail = Readonly<Record<string, string>>;
/** `who` did it, to `whom`: names as they stand in a sentence. */
type Sentence = (who: string, whom: string, detail: Detail) => string;

const invited = ({ by, uses }: Detail) =>
  by === 'mail' ? 'by mail' : `by a link for ${plural(Number(uses ?? 1), 'person', 'people')}`;
const words: Record<string, string> = {
  name: 'the name',
  welcome: 'the welcome sentence',
  blaze: 'the colour of the marks',
  signUp: 'who may sign up',
  domains: 'the domains of sign-up',
  verifiedFirst: 'whether an address is confirmed first',
  twoFactor: 'the two-factor policy',
};
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `fields: "name, signUp"`, as the server writes it, in the words of the settings page. */
function changedPlaces({ fields = '' }: Detail): string {
  const places = fields.split(/[\s,]+/).filter(Boolean);
  return places.length > 0 ? list.format(places.map((place) => words[place] ?? place)) : 'the settings';
}

function wayIn({ by }: Detail): string {
  if (!by || by === 'password' || by === 'sign-up') return '';
  return ` by ${by}`;
}

/** Without an address in it somebody was meant who has an account: `who`, though perhaps it was not them. */
function refusedSignIn(who: string, _: string, { reason, address }: Detail): string {
  if (reason === 'disabled') return `${who} could not sign in, since the account is disabled.`;
  if (reason === 'unverified') return `${who} could not sign in before confirming the address.`;
  if (address) return `Somebody tried to sign in with an address that nobody has here, ${address}.`;
  return `A sign-in as ${who} was refused.`;
}

/** A missing event does not compile. */
export const auditEventText: Record<AuditEventName, { label: string; sentence: Sentence }> = {
  'signed-up': { label: 'Signed up', sentence: (who, _, detail) => `${who} made an account${wayIn(detail)}.` },
  'signed-in': { label: 'Signed in', sentence: (who, _, detail) => `${who} signed in${wayIn(detail)}.` },
  'sign-in-refused': {
    label: 'Sign-in refused',
    sentence: refusedSignIn,
  },
  'code-refused': {
    label: 'Second factor refused',
    sentence: (who) => `${who} gave a wrong code of the second factor.`,
  },
  'signed-out': { label: 'Signed out', sentence: (who) => `${who} signed out.` },
  'sessions-ended': {
    label: 'Sessions ended',
    sentence: (who, whom) => (whom ? `${who} signed ${whom} out everywhere.` : `${who} signed out elsewhere.`),
  },
  'refresh-token-reused': {
    label: 'Copied session ended',
    sentence: (who) => `A session of ${who} was used from two places, so it was ended.`,
  },
  'step-up-refused': {
    label: 'Confirmation refused',
    sentence: (who) => `${who} was asked to confirm by password or code, and gave a wrong one.`,
  },
  'email-verified': { label: 'Address confirmed', sentence: (who) => `${who} confirmed the e-mail address.` },
  'email-change-asked': {
    label: 'Other address asked for',
    sentence: (who) => `${who} asked for another e-mail address.`,
  },
  'email-changed': { label: 'Address changed', sentence: (who) => `${who} changed the e-mail address.` },
  'email-change-undone': {
    label: 'Address taken back',
    sentence: (who) => `${who} took the old e-mail address back, and was signed out everywhere.`,
  },
  'password-reset-asked': {
    label: 'Password forgotten',
    sentence: (who, whom) => `A link for a new password was asked for ${whom || who}.`,
  },
  'password-reset': { label: 'Password reset', sentence: (who) => `${who} set a new password by a link.` },
  'password-changed': { label: 'Password changed', sentence: (who) => `${who} changed the password.` },
  'two-factor-on': { label: 'Two-factor on', sentence: (who) => `${who} switched two-factor sign-in on.` },
  'two-factor-off': { label: 'Two-factor off', sentence: (who) => `${who} switched two-factor sign-in off.` },
  'recovery-code-used': {
    label: 'Recovery code used',
    sentence: (who, _, { left }) =>
      `${who} signed in with a recovery code${left ? `; ${plural(Number(left), 'is', 'are')} left` : ''}.`,
  },
  'recovery-codes-renewed': { label: 'Recovery codes renewed', sentence: (who) => `${who} made new recovery codes.` },
  'identity-linked': {
    label: 'Provider linked',
    sentence: (who, _, { provider = 'a provider' }) => `${who} linked a sign-in by ${provider}.`,
  },
  'identity-unlinked': {
    label: 'Provider unlinked',
    sentence: (who, _, { provider = 'a provider' }) => `${who} unlinked the sign-in by ${provider}.`,
  },
  'access-token-made': {
    label: 'Access token made',
    sentence: (who, _, { scopes }) => `${who} made a personal access token${scopes ? ` for ${scopes}` : ''}.`,
  },
  'access-token-ended': { label: 'Access token ended', sentence: (who) => `${who} ended a personal access token.` },
  'access-refused': {
    label: 'Access refused',
    sentence: (who, _, { asked }) =>
      `${who} asked for what is the owner’s${asked ? ` (${asked})` : ''} and was refused.`,
  },
  'account-deleted': {
    label: 'Account deleted',
    sentence: (who) => `${who} deleted the account. It is erased after seven days.`,
  },
  'account-kept': {
    label: 'Account kept',
    sentence: (who, whom) => (whom ? `${who} kept the account of ${whom}.` : `${who} kept the account after all.`),
  },
  'account-erased': {
    label: 'Account erased',
    sentence: () => 'An account that was deleted was erased, with everything in it.',
  },
  'data-exported': { label: 'Data downloaded', sentence: (who) => `${who} downloaded everything of their own.` },
  'owner-claimed': { label: 'Owner claimed', sentence: (who) => `${who} became the owner by the link of the server.` },
  'role-changed': {
    label: 'Role changed',
    sentence: (who, whom, { role }) =>
      role === 'owner' ? `${who} made ${whom || 'a member'} an owner.` : `${who} made ${whom || 'an owner'} a member.`,
  },
  'member-disabled': { label: 'Member disabled', sentence: (who, whom) => `${who} disabled ${whom || 'a member'}.` },
  'member-enabled': {
    label: 'Member enabled',
    sentence: (who, whom) => `${who} let ${whom || 'a member'} in again.`,
  },
  'reset-link-made': {
    label: 'Reset link made',
    sentence: (who, whom) => `${who} made a link by which ${whom || 'a member'} can set a new password.`,
  },
  'invitation-made': {
    label: 'Invitation made',
    sentence: (who, _, detail) => `${who} made an invitation ${invited(detail)}.`,
  },
  'invitation-revoked': { label: 'Invitation revoked', sentence: (who) => `${who} took an invitation back.` },
  'settings-changed': {
    label: 'Settings changed',
    sentence: (who, _, detail) => `${who} changed ${changedPlaces(detail)} of this Waymark.`,
  },
  'audit-exported': { label: 'Audit log downloaded', sentence: (who) => `${who} downloaded the audit log.` },
  'keys-rotated': { label: 'Keys rotated', sentence: () => 'The server made a new signing key.' },
  'backup-made': { label: 'Backup made', sentence: () => 'A backup was made.' },
  'jobs-retried': {
    label: 'Jobs tried again',
    sentence: (who, _, { kind, count }) =>
      `${who} had jobs tried again that were given up${kind ? `: ${count} of the kind ${kind}` : ''}.`,
  },
  restored: { label: 'Restored', sentence: () => 'This Waymark was restored from a backup.' },
};

export const auditText = {
  lead: 'What happened with accounts and with this Waymark. Kept for 180 days; nobody can change a line. Days are counted in UTC.',
  event: 'What happened',
  anyEvent: 'Everything',
  from: 'From',
  to: 'Until',
  only: (name: string) => `Only what ${name} did, or what was done to them.`,
  everybody: 'Show everybody',
  thisMember: 'this member',
  download: 'Download as CSV',
  downloaded: 'The audit log is downloaded.',
  table: 'The audit log, newest first',
  when: 'When',
  what: 'What',
  where: 'From where',
  server: 'the server',
  none: 'Nothing of the kind happened in these days',
  found: (count: number, more: boolean) => `${plural(count, 'line', 'lines')}${more ? ' so far' : ''}`,
  wrongDays: 'The first day comes after the last one.',
  somebody: 'Somebody',
} as const;
