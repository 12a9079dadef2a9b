import { createHash } from 'node:crypto';
import type { Status } from '@waymark/contract';
import mongoose from 'mongoose';
import { transact } from '../database/transact.js';
import { Problem } from './problem.js';
import { Reply } from './reply.js';

/** What an `Idempotency-Key` was answered with. Written in the same transaction as its effect. */
interface OperationRecord {
  /** `<account>:<key>`: one member's key says nothing about another's. */
  _id: string;
  fingerprint: string;
  status: number;
  version?: number;
  body: string;
  /** The ids in its path and its answer: whom and what it is about. Missing in those from before that was kept. */
  names?: string[];
  /** What it was about may not be seen any more: it was done, and its answer is gone. */
  isForgotten?: boolean;
  at: Date;
}

const keptSeconds = 30 * 86_400;

const operationSchema = new mongoose.Schema<OperationRecord>(
  {
    _id: { type: String, required: true },
    fingerprint: { type: String, required: true },
    status: { type: Number, required: true },
    version: Number,
    body: { type: String, default: '' },
    names: { type: [String], default: undefined },
    isForgotten: Boolean,
    at: { type: Date, required: true },
  },
  { collection: 'operations', versionKey: false },
);
// Sweeps what nobody can be retrying any more.
operationSchema.index({ at: 1 }, { expireAfterSeconds: keptSeconds });

export const Operation = mongoose.model('Operation', operationSchema);

/** One write of one member, as the record knows it. */
export interface OperationId {
  accountId: string;
  key: string;
  fingerprint: string;
  path: string;
}

/** The key of the header, or a `bad-request`. */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (/^[\x21-\x7e]{8,128}$/.test(header)) return header;
  throw new Problem('bad-request', { detail: 'An Idempotency-Key has 8 to 128 printable characters, such as a UUID.' });
}

export function fingerprintOf(method: string, path: string, ifMatch: string | undefined, body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([method, path, ifMatch ?? null, body ?? null]))
    .digest('base64url');
}

/**
 * Runs `work` in a transaction, at most once per key: the same request again gets the first one's answer,
 * another request under the same key gets `key-reused`. Without a key it just runs.
 */
export function runOnce<T>(
  connection: mongoose.Connection,
  operation: OperationId | undefined,
  now: Date,
  work: () => Promise<Reply<T>>,
): Promise<Reply<T>> {
  return transact(connection, async () => {
    if (!operation) return work();
    const _id = `${operation.accountId}:${operation.key}`;
    const before = await Operation.findById(_id).lean<OperationRecord>();
    if (before) return replay<T>(before, operation.fingerprint);
    const answer = await work();
    const { status = 200, version } = answer.more;
    const body = answer.body === undefined ? '' : JSON.stringify(answer.body);
    await Operation.create([
      {
        ...{ _id, fingerprint: operation.fingerprint, status, body, at: now },
        ...(version !== undefined && { version }),
        names: namesIn(`${operation.path} ${body}`),
      },
    ]);
    return answer;
  });
}

const mostNames = 100;

function namesIn(text: string): string[] {
  return [...new Set(text.match(/\b[0-9a-f]{24}\b/g))].slice(0, mostNames);
}

/** Of what these did, nothing that names one of those is answered again: what they see of them was closed. */
export async function forgetAnswers(accountIds: readonly unknown[], names: readonly unknown[]): Promise<void> {
  for (const accountId of accountIds) {
    await Operation.updateMany(
      // Every key of a member begins with their id and a colon; a semicolon is the character after it.
      {
        _id: mongoose.trusted({ $gte: `${accountId}:`, $lt: `${accountId};` }),
        names: mongoose.trusted({ $in: names.map(String) }),
      },
      { $set: { isForgotten: true }, $unset: { body: 1 } },
    );
  }
}

function replay<T>(before: OperationRecord, fingerprint: string): Reply<T> {
  if (before.fingerprint !== fingerprint) {
    throw new Problem('key-reused', { detail: 'Use a new Idempotency-Key for a new request.' });
  }
  if (before.isForgotten) throw new Problem('not-found');
  const body = (before.body === '' ? undefined : JSON.parse(before.body)) as T;
  const { status, version } = before;
  return new Reply(body, { status: status as Status, ...(version !== undefined && { version }) });
}
