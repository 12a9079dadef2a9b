import { z } from 'zod';
import { cookieEndpoint, Role, SecretToken } from './accounts.js';
import { endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Email, Words } from './values.js';

/** `active` are all who may sign in, `unverified` those of them whose address nobody has confirmed. */
export const MemberState = z.enum(['active', 'unverified', 'disabled', 'leaving']);

/** What an owner sees of a member: nothing of what they learn or build. */
export const MemberRow = z.strictObject({
  id: Id,
  name: z.string(),
  handle: z.string(),
  email: z.string(),
  role: Role,
  isVerified: z.boolean(),
  hasTwoFactor: z.boolean(),
  createdAt: Instant,
  /** By the sessions that still are; `null` without any. */
  lastUsedAt: Instant.nullable(),
  disabledAt: Instant.nullable(),
  /** To be erased then, unless it is kept. */
  eraseAfter: Instant.nullable(),
});
export type MemberRow = z.infer<typeof MemberRow>;

export const Invitation = z.strictObject({
  id: Id,
  /** Where it was mailed to; `null` for a link that is handed on. */
  email: z.string().nullable(),
  note: z.string(),
  uses: z.int(),
  usesLeft: z.int(),
  createdAt: Instant,
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
  madeBy: z.string().nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

export const members = {
  listMembers: endpoint('listMembers', {
    summary: 'The members, by name; `q` is the beginning of a name, handle or address',
    access: 'owner',
    query: PageQuery.extend({
      q: z.string().max(100).optional(),
      role: Role.optional(),
      state: MemberState.optional(),
    }),
    answer: pageOf(MemberRow),
    problems: [],
  }),
  readMember: endpoint('readMember', {
    summary: 'One member',
    access: 'owner',
    params: IdPath,
    answer: MemberRow,
    problems: ['not-found'],
  }),
  changeMember: endpoint('changeMember', {
    summary: 'Make an owner of a member or the other way round, disable, enable, or keep who was to be erased',
    access: 'owner',
    stepUp: true,
    params: IdPath,
    body: z
      .strictObject({ role: Role, disabled: z.boolean(), kept: z.literal(true) })
      .partial()
      .refine((changes) => Object.keys(changes).length > 0, 'Name at least one change')
      .meta({ minProperties: 1 }),
    answer: MemberRow,
    problems: ['not-found', 'last-owner'],
  }),
  endMemberSessions: endpoint('endMemberSessions', {
    summary: 'Sign a member out everywhere',
    access: 'owner',
    params: IdPath,
    answer: null,
    problems: ['not-found'],
  }),
  makeResetLink: endpoint('makeResetLink', {
    summary:
      'A one-time link for a member who forgot the password, where no mail server is named; the audit log names it',
    access: 'owner',
    stepUp: true,
    idempotent: false,
    params: IdPath,
    answer: z.strictObject({ url: z.url(), expiresAt: Instant }),
    statuses: [201],
    problems: ['not-found', 'mail-works'],
  }),
  listInvitations: endpoint('listInvitations', {
    summary: 'The invitations, newest first',
    access: 'owner',
    query: PageQuery,
    answer: pageOf(Invitation),
    problems: [],
  }),
  createInvitation: endpoint('createInvitation', {
    summary: 'Invite by mail, or by a link that is shown this once',
    access: 'owner',
    idempotent: false,
    body: z.strictObject({
      email: Email.optional(),
      note: Words(200).default(''),
      uses: z.int().min(1).max(1000).default(1),
      expiresInDays: z.int().min(1).max(90).default(7),
    }),
    answer: z.strictObject({ invitation: Invitation, url: z.url().nullable() }),
    statuses: [201],
    problems: ['no-mail', 'too-many-requests'],
  }),
  revokeInvitation: endpoint('revokeInvitation', {
    summary: 'Take an invitation back',
    access: 'owner',
    params: IdPath,
    answer: null,
    problems: ['not-found'],
  }),
  previewInvitation: endpoint('previewInvitation', {
    ...cookieEndpoint,
    summary: 'Who invites, and to what, by the token of the link',
    access: 'anyone',
    body: z.strictObject({ token: SecretToken }),
    answer: z.strictObject({ instance: z.string(), from: z.string().nullable(), email: z.string().nullable() }),
    problems: ['link-ended', 'too-many-requests'],
  }),
};
