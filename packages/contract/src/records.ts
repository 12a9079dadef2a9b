import { z } from 'zod';
import { endpoint, Instant, PageQuery, pageOf } from './endpoint.js';
import { Slug } from './roadmaps.js';

/** The name of a record in its address: 128 bits that nobody can guess. */
export const RecordKey = z.string().regex(/^[\w-]{16,64}$/, 'Not a record of ours');

/** A signed record, as its learner's list shows it. */
export const RecordCard = z.strictObject({
  key: RecordKey,
  roadmap: Slug,
  /** Of the roadmap, as it was called then. */
  title: z.string(),
  /** How many topics it says are confirmed. */
  topics: z.int(),
  issuedAt: Instant,
  withdrawnAt: Instant.nullable(),
});
export type RecordCard = z.infer<typeof RecordCard>;

/** Who a record is about, who signed it and what was confirmed by whom: what is in its signed text, in our own words. */
export const RecordFacts = z.strictObject({
  learner: z.string(),
  issuer: z.strictObject({ name: z.string(), url: z.string() }),
  roadmap: z.string(),
  issuedAt: Instant,
  topics: z.array(
    z.strictObject({
      title: z.string(),
      project: z.string(),
      url: z.string().nullable(),
      revision: z.int(),
      commit: z.string().nullable(),
      confirmedAt: Instant,
      /** `null`: the reviewer did not agree to be named. */
      reviewer: z.string().nullable(),
    }),
  ),
});
export type RecordFacts = z.infer<typeof RecordFacts>;

/**
 * What can be said of a text that claims to be a record. `valid`: signed here, and it stands. `withdrawn`: signed here, and
 * its learner took it back. `forgotten`: signed here, and the learner is no member any more. `changed`: not what was signed
 * here. `foreign`: no record of this instance.
 */
export const RecordStanding = z.enum(['valid', 'withdrawn', 'forgotten', 'changed', 'foreign']);
export type RecordStanding = z.infer<typeof RecordStanding>;

/** An Open Badges 3.0 credential in its JSON Web Token form. */
export const SignedRecord = z.string().max(200_000, 'This is longer than any record');

export const CheckedRecord = z.strictObject({ standing: RecordStanding, facts: RecordFacts.nullable() });
export type CheckedRecord = z.infer<typeof CheckedRecord>;

/** The public half of a key, RFC 7517. */
export const PublicJwk = z.strictObject({
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  kid: z.string(),
  alg: z.literal('RS256'),
  use: z.literal('sig'),
});
export type PublicJwk = z.infer<typeof PublicJwk>;

const KeyPath = z.strictObject({ key: RecordKey });

export const records = {
  listRecords: endpoint('listRecords', {
    summary: 'My signed records, the newest first',
    access: 'member',
    scope: 'progress:read',
    query: PageQuery,
    answer: pageOf(RecordCard),
    problems: [],
  }),
  issueRecord: endpoint('issueRecord', {
    summary: 'Have what is confirmed on a roadmap signed, as it is now',
    access: 'member',
    body: z.strictObject({ roadmap: Slug }),
    answer: RecordCard,
    statuses: [201],
    problems: ['not-found', 'nothing-confirmed', 'conflict'],
  }),
  withdrawRecord: endpoint('withdrawRecord', {
    summary: 'Take a record back: whoever checks it is told so',
    access: 'member',
    params: KeyPath,
    answer: RecordCard,
    problems: ['not-found'],
  }),
  // Before the address of a record, which it is not.
  listRecordKeys: endpoint('listRecordKeys', {
    summary: 'The public keys that records are signed with, RFC 7517',
    access: 'anyone',
    answer: z.strictObject({ keys: z.array(PublicJwk) }),
    problems: [],
  }),
  readWithdrawnList: endpoint('readWithdrawnList', {
    summary: 'Which records were taken back, for software elsewhere: a signed Bitstring Status List of the W3C',
    access: 'anyone',
    /** The number of the list, as a record names it. */
    params: z.strictObject({ list: z.coerce.number().int().min(1).max(1_000_000) }),
    streamed: 'credential',
    answer: SignedRecord,
    problems: ['not-found', 'too-many-requests'],
  }),
  readRecord: endpoint('readRecord', {
    summary: 'A record, for whoever has its address',
    access: 'anyone',
    params: KeyPath,
    answer: z.strictObject({ signed: SignedRecord, ...CheckedRecord.shape }),
    problems: ['not-found'],
  }),
  checkRecord: endpoint('checkRecord', {
    summary: 'Whether a text is a record that was signed here, and stands',
    access: 'anyone',
    idempotent: false,
    bodyLimit: 256 * 1024,
    body: z.strictObject({ signed: SignedRecord }),
    answer: CheckedRecord,
    problems: ['too-many-requests'],
  }),
};
