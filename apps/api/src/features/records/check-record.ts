import { createPublicKey } from 'node:crypto';
import type { CheckedRecord } from '@waymark/contract';
import jwt from 'jsonwebtoken';
import type { Deps } from '../../deps.js';
import { Account } from '../accounts/accounts.model.js';
import { publicJwk } from './record-keys.js';
import { RecordKey, type RecordKeyRecord } from './record-keys.model.js';
import { SignedRecord, type SignedRecordRecord } from './records.model.js';

const foreign: CheckedRecord = { standing: 'foreign', facts: null };
const changed: CheckedRecord = { standing: 'changed', facts: null };

/** What a token's part says, believed by nobody yet; nothing where it is no JSON object. */
function readUnproven(part = ''): Record<string, unknown> {
  try {
    return Object(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
  } catch {
    return {};
  }
}

/** The same bits can be written as base64url in several ways; only one of them is what was signed. */
function isCanonical(signed: string): boolean {
  return signed.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
}

/** Whose standing it is: a member who is shut out or leaving vouches for nothing, and a record of theirs is not shown. */
async function standingOf(record: SignedRecordRecord | null): Promise<CheckedRecord> {
  const owner = record && (await Account.findOne({ _id: record.learnerId }, { eraseAfter: 1, disabledAt: 1 }).lean());
  if (!record || !owner || owner.eraseAfter || owner.disabledAt) return { standing: 'forgotten', facts: null };
  if (record.withdrawnAt) return { standing: 'withdrawn', facts: null };
  return { standing: 'valid', facts: record.facts };
}

/** Whether a text was signed here and stands. What its own header says of keys is not believed. */
export async function checkRecord({ env }: Pick<Deps, 'env'>, text: string, now: Date): Promise<CheckedRecord> {
  const signed = text.trim();
  const [header, payload] = signed.split('.');
  const { kid } = readUnproven(header);
  const { iss, jti } = readUnproven(payload);
  const key = typeof kid === 'string' ? await RecordKey.findById(kid).lean<RecordKeyRecord>() : null;
  if (!key) return iss === env.publicUrl ? changed : foreign;
  try {
    const { n, e, kty } = publicJwk(key);
    jwt.verify(signed, createPublicKey({ key: { n, e, kty }, format: 'jwk' }), {
      algorithms: ['RS256'],
      clockTimestamp: now.getTime() / 1000,
      clockTolerance: 60,
    });
  } catch {
    return changed;
  }
  if (!isCanonical(signed)) return changed;
  return standingOf(await SignedRecord.findById(String(jti).split('/').at(-1)).lean<SignedRecordRecord>());
}

/** The record at an address, as who has the address may see it. */
export async function findRecord(key: string): Promise<(CheckedRecord & { signed: string }) | undefined> {
  const record = await SignedRecord.findById(key).lean<SignedRecordRecord>();
  const checked = await standingOf(record);
  if (!record || checked.standing === 'forgotten') return undefined;
  return { ...checked, signed: checked.standing === 'valid' ? record.signed : '' };
}
