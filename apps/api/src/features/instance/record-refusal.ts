import { recordAuditOnce } from './audit.model.js';

const hourMs = 3_600_000;

/** A member asked for what is the owner's. One line per member and hour, so that nobody fills the log with it. */
export async function recordRefusal(
  accountId: string,
  asked: string,
  client: { address: string; device: string },
  now: Date,
): Promise<void> {
  const hour = Math.floor(now.getTime() / hourMs);
  await recordAuditOnce(`${accountId} ${hour}`, 'access-refused', { actor: accountId, client, detail: { asked } }, now);
}
