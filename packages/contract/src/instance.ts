import { z } from 'zod';
import { cookieEndpoint, SecretToken, smallBody } from './accounts.js';
import { endpoint, Id, Instant, PageQuery, pageOf } from './endpoint.js';
import { auditEvents, blazes } from './instance.rules.js';
import { Words } from './values.js';

export const SignUpPolicy = z.strictObject({
  who: z.enum(['anyone', 'invited', 'domains']),
  /** For `domains`: whose addresses may sign up. Lower case, punycode. An invitation lets anyone in. */
  domains: z
    .array(
      z
        .string()
        .max(189)
        .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'A domain such as example.org'),
    )
    .max(100),
  /** The address is confirmed before the first sign-in. Always so with `domains`. */
  verifiedFirst: z.boolean(),
});
export type SignUpPolicy = z.infer<typeof SignUpPolicy>;

export const TwoFactorPolicy = z.enum(['off', 'optional', 'mentors-and-owners', 'everyone']);
export type TwoFactorPolicy = z.infer<typeof TwoFactorPolicy>;

export const Blaze = z.enum(blazes);

/** What anyone may know, and the client needs before anybody signed in. */
export const Instance = z.strictObject({
  name: z.string(),
  /** The owner's own sentence for strangers; may be empty. */
  welcome: z.string(),
  blaze: Blaze,
  signUp: SignUpPolicy.pick({ who: true, verifiedFirst: true }),
  twoFactor: TwoFactorPolicy,
  /** How letters leave: by mail, into the mailbox page of this machine, or not at all. */
  mail: z.enum(['smtp', 'mailbox', 'none']),
  providers: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  hasOwner: z.boolean(),
});
export type Instance = z.infer<typeof Instance>;

export const Settings = z.strictObject({
  name: Words(80).min(1, 'Give this Waymark a name'),
  welcome: Words(500),
  blaze: Blaze,
  signUp: SignUpPolicy,
  twoFactor: TwoFactorPolicy,
  version: z.int(),
});
export type Settings = z.infer<typeof Settings>;

export const SettingsChanges = Settings.omit({ version: true })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'Name at least one change')
  .meta({ minProperties: 1 });

export const AuditEvent = z.enum(auditEvents);

/** One line of the audit log. Names are as they are now; `null` where nobody, or nobody any more. */
export const AuditRow = z.strictObject({
  id: Id,
  at: Instant,
  event: AuditEvent,
  actor: z.strictObject({ id: Id, name: z.string() }).nullable(),
  target: z.strictObject({ id: Id, name: z.string() }).nullable(),
  /** Of the client, IPv6 by /64. Empty for what the server did itself. */
  address: z.string(),
  device: z.string(),
  /** A few facts, such as `{ role: 'owner' }`. Never a secret. */
  detail: z.record(z.string(), z.string()),
});
export type AuditRow = z.infer<typeof AuditRow>;

const AuditFilter = z.strictObject({
  event: AuditEvent.optional(),
  /** Actor or target. */
  account: Id.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

const count = z.int().nonnegative();

/** What the server does later by itself, such as `letter`: a kind of job. */
const JobKind = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z-]*$/, 'A kind such as letter');

/** The jobs of one kind that failed so often that nobody tries them any more. */
export const GivenUp = z.strictObject({
  kind: JobKind,
  count,
  /** When the first of them was given up. */
  since: Instant,
  /** The name of the latest one's error. Its words may be about somebody, and are kept nowhere. */
  lastFailure: z.string().nullable(),
});
export type GivenUp = z.infer<typeof GivenUp>;

export const Health = z.strictObject({
  version: z.string(),
  startedAt: Instant,
  now: Instant,
  node: z.string(),
  memoryBytes: count,
  /** The longest that the event loop was held up in the last minute, in milliseconds. */
  eventLoopDelayMs: z.number(),
  database: z.strictObject({
    version: z.string(),
    kind: z.enum(['embedded', 'own']),
    replicaSet: z.string(),
    dataBytes: count,
    /** Of the disk that the data folder is on; `null` with a database of one's own. */
    freeBytes: count.nullable(),
  }),
  counts: z.strictObject({ members: count, sessions: count, enrolments: count, projects: count, cohorts: count }),
  mail: z.strictObject({
    kind: z.enum(['smtp', 'mailbox', 'none']),
    waiting: count,
    failed: count,
    lastSentAt: Instant.nullable(),
    lastFailure: z.string().nullable(),
  }),
  jobs: z.strictObject({
    /** Due by now, and not done: more than a few for long means that they do not get on. */
    waiting: count,
    givenUp: z.array(GivenUp),
  }),
  keys: z.strictObject({ signingKeys: count, newestMadeAt: Instant.nullable() }),
  lastBackupAt: Instant.nullable(),
});
export type Health = z.infer<typeof Health>;

export const instance = {
  readLiveness: endpoint('readLiveness', {
    summary: 'The process runs',
    access: 'anyone',
    answer: z.strictObject({ status: z.literal('live') }),
    problems: [],
  }),
  readReadiness: endpoint('readReadiness', {
    summary: 'The instance can serve; 503 names what cannot',
    access: 'anyone',
    answer: z.strictObject({ status: z.literal('ready') }),
    problems: ['unavailable'],
  }),
  readInstance: endpoint('readInstance', {
    summary: 'What anyone may know of this instance',
    access: 'anyone',
    answer: Instance,
    problems: [],
  }),
  claimInstance: endpoint('claimInstance', {
    ...cookieEndpoint,
    summary: 'Become the first owner, by the link that the server printed',
    access: 'member',
    body: z.strictObject({ token: SecretToken }),
    answer: null,
    problems: ['link-ended', 'too-many-requests'],
  }),
  readSettings: endpoint('readSettings', {
    summary: 'The settings of the instance',
    access: 'owner',
    answer: Settings,
    problems: [],
  }),
  changeSettings: endpoint('changeSettings', {
    summary: 'Change the settings of the instance',
    access: 'owner',
    stepUp: true,
    ifMatch: true,
    bodyLimit: smallBody,
    body: SettingsChanges,
    answer: Settings,
    problems: ['no-mail'],
  }),
  readHealth: endpoint('readHealth', {
    summary: 'How the instance is',
    access: 'owner',
    answer: Health,
    problems: [],
  }),
  retryJobs: endpoint('retryJobs', {
    summary: 'Try the jobs of a kind again that were given up; says how many',
    access: 'owner',
    bodyLimit: smallBody,
    body: z.strictObject({ kind: JobKind }),
    answer: z.strictObject({ count }),
    problems: [],
  }),
  sendTestMail: endpoint('sendTestMail', {
    summary: 'Send a mail to my own address, to see that mail works',
    access: 'owner',
    idempotent: false,
    statuses: [202],
    answer: z.strictObject({ to: z.string() }),
    problems: ['no-mail', 'too-many-requests'],
  }),
  listAudit: endpoint('listAudit', {
    summary: 'The audit log, newest first; kept for 180 days',
    access: 'owner',
    query: PageQuery.extend(AuditFilter.shape),
    answer: pageOf(AuditRow),
    problems: [],
  }),
  exportAudit: endpoint('exportAudit', {
    summary: 'The audit log as CSV',
    access: 'owner',
    stepUp: true,
    streamed: 'csv',
    query: AuditFilter,
    answer: z.string(),
    problems: [],
  }),
};
