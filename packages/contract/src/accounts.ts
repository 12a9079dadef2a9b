import { z } from 'zod';
import { endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';

/** Control and bidirectional characters make a name lie about itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const unsafeCharacters = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

export const Name = z
  .string()
  .trim()
  .min(1, 'Tell us what to call you')
  .max(80, 'At most 80 characters')
  .refine((name) => !unsafeCharacters.test(name), 'Leave out control characters');

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

export const Account = z.strictObject({
  id: Id,
  name: z.string(),
  handle: z.string(),
  email: z.string(),
  timeZone: z.string(),
  role: z.enum(['member', 'owner']),
  createdAt: Instant,
  version: z.int(),
});
export type Account = z.infer<typeof Account>;

export const SignUp = z.strictObject({
  name: Name,
  email: Email,
  password: NewPassword,
  timeZone: TimeZone.default('UTC'),
  staySignedIn: z.boolean().default(true),
});

/** The password is held to no rule here: a wrong one is a wrong one, whatever its length. */
export const SignIn = z.strictObject({
  email: z.string().max(254),
  password: z.string().max(1024),
  code: z.string().max(32).optional(),
  staySignedIn: z.boolean().default(true),
});

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
  .strictObject({ name: Name, handle: Handle, timeZone: TimeZone })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'Name at least one change');

const smallBody = 16 * 1024;
const cookieEndpoint = { cookies: true, idempotent: false, bodyLimit: smallBody } as const;

export const accounts = {
  signUp: endpoint('signUp', {
    ...cookieEndpoint,
    summary: 'Make an account and sign in',
    access: 'anyone',
    body: SignUp,
    answer: SignedIn,
    statuses: [201],
    problems: ['email-taken', 'too-many-requests'],
  }),
  signIn: endpoint('signIn', {
    ...cookieEndpoint,
    summary: 'Sign in',
    access: 'anyone',
    body: SignIn,
    answer: SignedIn,
    statuses: [201],
    problems: ['wrong-credentials', 'too-many-requests'],
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
    summary: 'Give the password again for what needs it',
    access: 'member',
    idempotent: false,
    bodyLimit: smallBody,
    body: z.strictObject({ password: z.string().max(1024) }),
    answer: null,
    problems: ['wrong-credentials', 'too-many-requests'],
  }),
  endSession: endpoint('endSession', {
    summary: 'Sign out elsewhere',
    access: 'member',
    idempotent: false,
    params: IdPath,
    answer: null,
    problems: ['not-found'],
  }),
  readMe: endpoint('readMe', { summary: 'My account', access: 'member', answer: Account, problems: [] }),
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
    stepUp: true,
    answer: null,
    problems: [],
  }),
  exportMe: endpoint('exportMe', {
    summary: 'Everything that is mine, as one JSON document',
    access: 'member',
    stepUp: true,
    streamed: true,
    answer: z.record(z.string(), z.unknown()),
    problems: [],
  }),
};
