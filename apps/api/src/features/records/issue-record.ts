import { randomBytes } from 'node:crypto';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { getAccount } from '../accounts/account-answer.js';
import { gatherFacts } from './gather-facts.js';
import { takePlace } from './record-places.js';
import { SignedRecord, type SignedRecordRecord } from './records.model.js';
import { signCredential } from './sign-credential.js';
import { statusOf } from './withdrawn-list.js';
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
  const place = await takePlace();
  const credential = { ...writeCredential(facts, { id, subject }), credentialStatus: statusOf(deps, place) };
  const signed = await signCredential(deps, credential, 'JWT', now);
  const [made] = await SignedRecord.create([
    { _id: key, learnerId, roadmap: slug, issuedAt, withdrawnAt: null, place: place._id, facts, signed },
  ]);
  if (!made) throw new Error('the record was not kept');
  return made.toObject() as SignedRecordRecord;
}
