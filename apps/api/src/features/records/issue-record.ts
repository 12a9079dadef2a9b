import { randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { getAccount } from '../accounts/account-answer.js';
import { gatherFacts } from './gather-facts.js';
import { findSigningKey } from './record-keys.js';
import { SignedRecord, type SignedRecordRecord } from './records.model.js';
import { writeCredential } from './write-credential.js';

const mostRecords = 100;

/** Signs what is confirmed on a roadmap at this moment, in the caller's transaction. */
export async function issueRecord(deps: Deps, learnerId: string, slug: string, now: Date): Promise<SignedRecordRecord> {
  const roadmap = deps.roadmaps.get(slug);
  if (!roadmap) throw new Problem('not-found');
  if ((await SignedRecord.countDocuments({ learnerId }, { limit: mostRecords })) >= mostRecords) {
    throw new Problem('conflict', { detail: `There are ${mostRecords} records already, which is all that are kept.` });
  }
  const { name } = await getAccount(learnerId);
  // A token counts in whole seconds, and says the same in both its places.
  const issuedAt = new Date(Math.floor(now.getTime() / 1000) * 1000);
  const facts = await gatherFacts(deps, { id: learnerId, name }, roadmap, issuedAt);
  if (facts.topics.length === 0) throw new Problem('nothing-confirmed');
  const key = randomBytes(16).toString('base64url');
  const id = `${deps.env.publicUrl}/records/${key}`;
  // Of this record alone: two records of one learner need not be known to be of the same one.
  const subject = `urn:uuid:${crypto.randomUUID()}`;
  const { jwk, privateKey } = await findSigningKey(deps, now);
  const claims = { iss: facts.issuer.url, jti: id, sub: subject, nbf: issuedAt.getTime() / 1000 };
  // The payload is the credential itself, and the header carries the key: Open Badges 3.0, 8.2.
  const { kid, kty, n, e } = jwk;
  const signed = jwt.sign({ ...writeCredential(facts, { id, subject }), ...claims }, privateKey, {
    algorithm: 'RS256',
    noTimestamp: true,
    header: { alg: 'RS256', typ: 'JWT', kid, jwk: { kty, n, e } } as jwt.JwtHeader,
  });
  const [made] = await SignedRecord.create([
    { _id: key, learnerId, roadmap: slug, issuedAt, withdrawnAt: null, facts, signed },
  ]);
  if (!made) throw new Error('the record was not kept');
  return made.toObject() as SignedRecordRecord;
}
