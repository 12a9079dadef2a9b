import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import type { Client } from '../../http/route.js';
import type { Viewer } from '../../http/viewer.js';
import { makeLink } from '../credentials/links.js';
import { recordAudit } from '../instance/audit.model.js';
import { pageUrl } from '../mail/address-letter.js';
import { mailKind } from '../mail/queue-letter.js';
import { findMember } from './member-row.js';

/**
 * A link to a new password that the owner hands over: only where no mail server is named, since the mailbox page is out of
 * reach in a container, and never without a trace.
 */
export async function makeResetLink(
  { connection, env }: Pick<Deps, 'connection' | 'env'>,
  { memberId, viewer, client }: { memberId: string; viewer: Viewer; client: Client },
  now: Date,
): Promise<{ url: string; expiresAt: string }> {
  return transact(connection, async () => {
    const member = await findMember(memberId, now);
    if (!member) throw new Problem('not-found');
    if (mailKind(env) === 'smtp') throw new Problem('mail-works');
    const { token, expiresAt } = await makeLink({ kind: 'reset', accountId: member._id }, now);
    await recordAudit('reset-link-made', { actor: viewer.id, target: member._id, client }, now);
    return { url: pageUrl({ env }, 'reset', token), expiresAt: expiresAt.toISOString() };
  });
}
