import { z } from 'zod';
import { endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';

/** Control and bidirectional characters make a name lie about itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const unsafeCharacters = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** A text of one line that shows what it is. */
const oneLine = (text: string) => !unsafeCharacters.test(text);
const leaveOut = 'Leave out control characters';

export const Name = z
  .string()
  .trim()
  .min(1, 'Tell us what to call you')
  .max(80, 'At most 80 characters')
  .refine(oneLine, leaveOut);

/** Some words on one line; may be empty. `longest`: characters. */
export function Words(longest: number) {
  return z.string().trim().max(longest, `At most ${longest} characters`).refine(oneLine, leaveOut);
}

/** `https://…/u/:handle`. Lower case, 3–30 characters. */
export const Handle = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{1,28})[a-z0-9]$/, 'Use 3 to 30 small letters, digits and hyphens');

/** The local part is printable ASCII; the domain may be international and is stored as punycode. */
export const Email = z
  .string()
  .max(254, 'At most 254 characters')
  .regex(/^[\x21-\x3f\x41-\x7e]{1,64}@[^\s@]{1,189}$/, 'This does not look like an e-mail address');

/** Nothing is trimmed or changed. The API also refuses the commonest ones and the account's own words. */
export const NewPassword = z.string().min(8, 'At least 8 characters').max(128, 'At most 128 characters');

/** An IANA time zone that this server knows. */
export const TimeZone = z
  .string()
  .max(64)
  .refine((zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  }, 'Not a time zone that we know, such as Europe/Berlin');

/** The day on which weeks begin: 1 for Monday to 7 for Sunday. */
export const WeekStart = z.int().min(1, 'From 1, Monday').max(7, 'To 7, Sunday');

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
  .strictObject({ name: Name, handle: Handle, timeZone: TimeZone, weekStartsOn: WeekStart.nullable() })
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
