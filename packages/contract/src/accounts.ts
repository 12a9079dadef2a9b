import { z } from 'zod';
import { endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Digest, Weekly } from './notifications.js';
import { Email, Handle, Name, NewPassword, TimeZone, WeekStart } from './values.js';

export const Role = z.enum(['member', 'owner']);
export type Role = z.infer<typeof Role>;

export const Account = z.strictObject({
  id: Id,
  name: z.string(),
  handle: z.string(),
  email: z.string(),
  timeZone: z.string(),
  /** `null`: as the browser's locale has it. */
  weekStartsOn: WeekStart.nullish(),
  /** How often letters about reviews come. */
  digest: Digest.optional(),
  /** Of what a weekly letter tells; missing: none comes. */
  weekly: Weekly.optional(),
  role: Role,
  /** The address was confirmed by a link sent there. */
  isVerified: z.boolean(),
  /** The address that waits to be confirmed, where a change was asked for. */
  pendingEmail: z.string().nullable(),
  /** `false`: signs in by a provider alone. */
  hasPassword: z.boolean(),
  hasTwoFactor: z.boolean(),
  /** The owner requires a second factor and there is none yet: little else is open until it is set up. */
  needsTwoFactor: z.boolean(),
  createdAt: Instant,
  version: z.int(),
});
export type Account = z.infer<typeof Account>;

/** Of a link: 256 bits as base64url. Any text is taken here; one that is none of ours is a `link-ended`. */
export const SecretToken = z.string().min(1).max(128);

/** Where the owner asks for a verified address first: the same for a known and an unknown address. */
export const CheckMail = z.strictObject({ next: z.literal('check-mail') });

export const SignUp = z.strictObject({
  name: Name,
  email: Email,
  password: NewPassword,
  timeZone: TimeZone.default('UTC'),
  staySignedIn: z.boolean().default(true),
  /** Of an invitation's link. */
  invitation: SecretToken.optional(),
});

/** The password is held to no rule here: a wrong one is a wrong one, whatever its length. */
export const SignIn = z.strictObject({
  email: z.string().max(254),
  password: z.string().max(1024),
  code: z.string().max(32).optional(),
  staySignedIn: z.boolean().default(true),
});

/** One of them: the password, or a code of the second factor. */
export const StepUp = z
  .strictObject({ password: z.string().max(1024), code: z.string().max(32) })
  .partial()
  .refine(({ password, code }) => (password === undefined) !== (code === undefined), 'Give the password, or a code')
  .meta({ minProperties: 1, maxProperties: 1 });

/** `expiresIn`: seconds. */
export const AccessToken = z.strictObject({ accessToken: z.string(), expiresIn: z.int() });
export const SignedIn = z.strictObject({ account: Account, accessToken: z.string(), expiresIn: z.int() });
export type SignedIn = z.infer<typeof SignedIn>;

export const Session = z.strictObject({
  id: Id,
  device: z.string(),
  createdAt: Instant,
  lastUsedAt: Instant,
  current: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const AccountChanges = z
  .strictObject({
    name: Name,
    handle: Handle,
    timeZone: TimeZone,
    weekStartsOn: WeekStart.nullable(),
    digest: Digest,
    weekly: Weekly,
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'Name at least one change')
  .meta({ minProperties: 1 });

/** Bytes. */
export const smallBody = 16 * 1024;
/** For what looks at cookies or sets them, or is called by who is nobody yet. */
export const cookieEndpoint = { cookies: true, idempotent: false, bodyLimit: smallBody } as const;

export const accounts = {
  signUp: endpoint('signUp', {
    ...cookieEndpoint,
    summary: 'Make an account and sign in',
    access: 'anyone',
    body: SignUp,
    answer: z.union([SignedIn, CheckMail]),
    statuses: [201, 202],
    problems: ['email-taken', 'sign-up-closed', 'link-ended', 'too-many-requests'],
  }),
  signIn: endpoint('signIn', {
    ...cookieEndpoint,
    summary: 'Sign in',
    access: 'anyone',
    body: SignIn,
    answer: SignedIn,
    statuses: [201],
    problems: [
      'wrong-credentials',
      'code-required',
      'wrong-code',
      'email-unverified',
      'account-disabled',
      'too-many-requests',
    ],
  }),
  refreshSession: endpoint('refreshSession', {
    ...cookieEndpoint,
    summary: 'A new access token for the session in the cookie',
    access: 'anyone',
    answer: AccessToken,
    problems: ['not-signed-in', 'too-many-requests'],
  }),
  listSessions: endpoint('listSessions', {
    summary: 'Where I am signed in',
    access: 'member',
    beforeTwoFactor: true,
    query: PageQuery,
    answer: pageOf(Session),
    problems: [],
  }),
  signOut: endpoint('signOut', {
    ...cookieEndpoint,
    summary: 'Sign out here: ends the session of the cookie, and that of the access token',
    access: 'anyone',
    answer: null,
    problems: ['not-signed-in'],
  }),
  stepUp: endpoint('stepUp', {
    summary: 'Give the password, or a code, again for what needs it',
    access: 'member',
    idempotent: false,
    bodyLimit: smallBody,
    beforeTwoFactor: true,
    body: StepUp,
    answer: null,
    problems: ['wrong-credentials', 'wrong-code', 'too-many-requests'],
  }),
  endSessions: endpoint('endSessions', {
    ...cookieEndpoint,
    summary: 'Sign out everywhere else, or everywhere',
    access: 'member',
    beforeTwoFactor: true,
    query: z.strictObject({ also: z.literal('here').optional() }),
    answer: null,
    problems: [],
  }),
  endSession: endpoint('endSession', {
    summary: 'Sign out elsewhere',
    access: 'member',
    beforeTwoFactor: true,
    idempotent: false,
    params: IdPath,
    answer: null,
    problems: ['not-found'],
  }),
  readMe: endpoint('readMe', {
    summary: 'My account',
    access: 'member',
    scope: 'profile:read',
    beforeTwoFactor: true,
    answer: Account,
    problems: [],
  }),
  changeMe: endpoint('changeMe', {
    summary: 'Change my profile',
    access: 'member',
    ifMatch: true,
    bodyLimit: smallBody,
    body: AccountChanges,
    answer: Account,
    problems: ['handle-taken'],
  }),
  deleteMe: endpoint('deleteMe', {
    ...cookieEndpoint,
    summary: 'Delete my account: signed out at once, erased after seven days',
    access: 'member',
    beforeTwoFactor: true,
    stepUp: true,
    answer: null,
    problems: ['last-owner'],
  }),
  keepAccount: endpoint('keepAccount', {
    ...cookieEndpoint,
    summary: 'Keep an account that was to be erased, by the link that was mailed',
    access: 'anyone',
    body: z.strictObject({ token: SecretToken }),
    answer: null,
    problems: ['link-ended', 'too-many-requests'],
  }),
  exportMe: endpoint('exportMe', {
    summary: 'Everything that is mine, as one JSON document',
    access: 'member',
    stepUp: true,
    streamed: 'json',
    answer: z.record(z.string(), z.unknown()),
    problems: [],
  }),
};
