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
  /** Where several processes see the same: an id that all of them make, and the second one is refused (11000). */
  id?: mongoose.Types.ObjectId;
  /** Who did it. */
  actor?: mongoose.Types.ObjectId | string;
  /** Whom it was done to, where that is somebody else. */
  target?: mongoose.Types.ObjectId | string;
  client?: Pick<Client, 'address' | 'device'>;
  detail?: Record<string, string>;
}

/** Writes one line, in the transaction around it where there is one. Never a secret, never what a learner wrote. */
export async function recordAudit(event: AuditEventName, happened: Happened, now: Date): Promise<void> {
  const { id, actor, target, client, detail } = happened;
  await Audit.create([
    {
      ...(id && { _id: id }),
      at: now,
      event,
      ...(actor && { actorId: actor }),
      ...(target && { targetId: target }),
      address: client?.address ?? '',
      device: client?.device.slice(0, 200) ?? '',
      detail: detail ?? {},
    },
  ]);
}
