import { createHash } from 'node:crypto';
import type { AuditEventName } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Client } from '../../http/route.js';

/** One line of the audit log. Append-only: nothing in Waymark changes or deletes one; the database forgets it in time. */
export interface AuditRecord {
  _id: mongoose.Types.ObjectId;
  at: Date;
  event: AuditEventName;
  actorId?: mongoose.Types.ObjectId;
  targetId?: mongoose.Types.ObjectId;
  address: string;
  device: string;
  detail: Record<string, string>;
}

const keptSeconds = 180 * 86_400;

const auditSchema = new mongoose.Schema<AuditRecord>(
  {
    at: { type: Date, required: true },
    event: { type: String, required: true },
    actorId: mongoose.Schema.Types.ObjectId,
    targetId: mongoose.Schema.Types.ObjectId,
    address: { type: String, default: '' },
    device: { type: String, default: '' },
    detail: { type: mongoose.Schema.Types.Mixed, default: {} },
  },
  { collection: 'audit', versionKey: false, minimize: false },
);
// Newest first, and forgotten after 180 days.
auditSchema.index({ at: -1, _id: -1 });
auditSchema.index({ at: 1 }, { expireAfterSeconds: keptSeconds });
// Filtered by what happened, by who did it, by whom it was done to.
auditSchema.index({ event: 1, at: -1, _id: -1 });
auditSchema.index({ actorId: 1, at: -1, _id: -1 });
auditSchema.index({ targetId: 1, at: -1, _id: -1 });

const changes = ['updateOne', 'updateMany', 'replaceOne', 'findOneAndUpdate', 'findOneAndReplace'] as const;
const deletions = ['deleteOne', 'deleteMany', 'findOneAndDelete'] as const;
auditSchema.pre([...changes, ...deletions], () => {
  throw new Error('the audit log is append-only');
});

export const Audit = mongoose.model('Audit', auditSchema);

interface Happened {
  /** Who did it. */
  actor?: mongoose.Types.ObjectId | string;
  /** Whom it was done to, where that is somebody else. */
  target?: mongoose.Types.ObjectId | string;
  client?: Pick<Client, 'address' | 'device'>;
  detail?: Record<string, string>;
}

/** Writes one line, in the transaction around it where there is one. Never a secret, never what a learner wrote. */
export async function recordAudit(event: AuditEventName, happened: Happened, now: Date): Promise<void> {
  await Audit.create([lineOf(event, happened, now)]);
}

/**
 * Writes one line, unless there is one of that name: all who see the same make the same id of it, and one of them gets
 * its line written. Not in a transaction, which the second one would end.
 */
export async function recordAuditOnce(
  name: string,
  event: AuditEventName,
  happened: Happened,
  now: Date,
): Promise<void> {
  const digest = createHash('sha256').update(`${event} ${name}`).digest();
  const _id = new mongoose.Types.ObjectId(digest.subarray(0, 12));
  try {
    await Audit.create([{ _id, ...lineOf(event, happened, now) }]);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 11000) throw error;
  }
}

function lineOf(event: AuditEventName, { actor, target, client, detail }: Happened, now: Date) {
  return {
    at: now,
    event,
    ...(actor && { actorId: actor }),
    ...(target && { targetId: target }),
    address: client?.address ?? '',
    device: client?.device.slice(0, 200) ?? '',
    detail: detail ?? {},
  };
}
