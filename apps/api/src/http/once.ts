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
      { _id, fingerprint: operation.fingerprint, status, ...(version !== undefined && { version }), body, at: now },
    ]);
    return answer;
  });
}

function replay<T>(before: OperationRecord, fingerprint: string): Reply<T> {
  if (before.fingerprint !== fingerprint) {
    throw new Problem('key-reused', { detail: 'Use a new Idempotency-Key for a new request.' });
  }
  const body = (before.body === '' ? undefined : JSON.parse(before.body)) as T;
  const { status, version } = before;
  return new Reply(body, { status: status as Status, ...(version !== undefined && { version }) });
}
