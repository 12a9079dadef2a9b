import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import type { Client } from '../../http/route.js';
import { recordAudit } from '../instance/audit.model.js';
import { letterTo, pageUrl } from '../mail/address-letter.js';
import { letters } from '../mail/letters.js';
import { queueLetter } from '../mail/queue-letter.js';
import { Account, type AccountRecord } from './accounts.model.js';
import { Session, type SessionRecord } from './sessions.model.js';

/**
 * An old token came: it is a copy in other hands, or ours after it was copied. Nobody keeps the session, and the member
 * is told. Of many that come at once one does all of it.
 */
export async function endReusedSession(deps: Deps, session: SessionRecord, client: Client, now: Date): Promise<void> {
  const { _id, accountId, device } = session;
  const isOurs = await transact(deps.connection, async () => {
    const { deletedCount } = await Session.deleteOne({ _id });
    if (deletedCount === 0) return false;
    await recordAudit('refresh-token-reused', { actor: accountId, client, detail: { session: device } }, now);
    const account = await Account.findById(accountId).lean<AccountRecord>();
    if (!account) return true;
    const url = pageUrl(deps, 'settings#sessions');
    await queueLetter(deps, account.email, letters.sessionEnded({ ...(await letterTo(account)), url, device }), now);
    return true;
  });
  if (isOurs) deps.log.warn({ event: 'refresh-token-reused', accountId: String(accountId) }, 'session ended');
}
