import type { MemberRow, members } from '@waymark/contract';
import type mongoose from 'mongoose';
import { Problem } from '../../http/problem.js';
import { type Reply, reply } from '../../http/reply.js';
import type { Call } from '../../http/route.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import type { Sessions } from '../accounts/sessions.js';
import { recordAudit } from '../instance/audit.model.js';
import { findMember, memberRows } from './member-row.js';
import { isOwner, whileKeepingAnOwner } from './owners.js';

type Changing = Pick<Call<typeof members.changeMember>, 'params' | 'body' | 'viewer' | 'client' | 'now'>;

/** What the request wants of the member and is not so yet, as an update with the lines that it writes to the log. */
interface Plan {
  update: mongoose.UpdateQuery<AccountRecord>;
  lines: [event: Parameters<typeof recordAudit>[0], detail: Record<string, string>][];
}

/** Changes a member in the transaction of the route. */
export async function changeMember(sessions: Sessions, changing: Changing): Promise<Reply<MemberRow>> {
  const { params, viewer, client, now } = changing;
  const after = await whileKeepingAnOwner(async () => {
    // The turn may have been waited for, behind somebody who took the role away.
    if (!(await isOwner(viewer.id))) throw new Problem('not-allowed');
    const before = await findMember(params.id, now);
    if (!before) throw new Problem('not-found');
    const { update, lines } = planOf(before, changing.body, now);
    for (const [event, detail] of lines) {
      await recordAudit(event, { actor: viewer.id, target: params.id, client, detail }, now);
    }
    if (lines.length === 0) return before;
    return Account.findOneAndUpdate({ _id: params.id }, update, { returnDocument: 'after' }).lean<AccountRecord>();
  });
  if (!after) throw new Problem('conflict');
  const endSessions = async () => {
    if (after.disabledAt) await sessions.endAll(params.id);
  };
  await endSessions();
  const [row] = await memberRows([after], now);
  if (!row) throw new Error('one account is one row');
  // Once more when it holds: a sign-in under way meanwhile could not know of it.
  return reply(row, { afterwards: endSessions });
}

function planOf(before: AccountRecord, { role, disabled, kept }: Changing['body'], now: Date): Plan {
  const set: Partial<AccountRecord> = {};
  const unset: Partial<Record<keyof AccountRecord, 1>> = {};
  const lines: Plan['lines'] = [];
  if (role !== undefined && role !== before.role) {
    set.role = role;
    lines.push(['role-changed', { role, was: before.role }]);
  }
  if (disabled === true && !before.disabledAt) {
    set.disabledAt = now;
    lines.push(['member-disabled', {}]);
  }
  if (disabled === false && before.disabledAt) {
    unset.disabledAt = 1;
    lines.push(['member-enabled', {}]);
  }
  if (kept && before.eraseAfter) {
    unset.eraseAfter = 1;
    lines.push(['account-kept', {}]);
  }
  return { update: { $set: set, $unset: unset, $inc: { version: 1 } }, lines };
}
