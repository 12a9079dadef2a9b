import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import { recordAudit } from './audit.model.js';

const hourMs = 3_600_000;

/** A member asked for what is the owner's. One line per member and hour, so that nobody fills the log with it. */
export async function recordRefusal(
  accountId: string,
  asked: string,
  client: { address: string; device: string },
  now: Date,
): Promise<void> {
  const hour = Math.floor(now.getTime() / hourMs);
  const name = createHash('sha256').update(`access-refused ${accountId} ${hour}`).digest();
  const id = new mongoose.Types.ObjectId(name.subarray(0, 12));
  try {
    await recordAudit('access-refused', { id, actor: accountId, client, detail: { asked } }, now);
  } catch (error) {
    // The line of this hour is there.
    if ((error as { code?: unknown }).code !== 11000) throw error;
  }
}
