import mongoose from 'mongoose';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import type { Client } from '../../http/route.js';
import type { Viewer } from '../../http/viewer.js';
import { getAccount } from '../accounts/account-answer.js';
import { Account } from '../accounts/accounts.model.js';
import type { Sessions } from '../accounts/sessions.js';
import type { SignIn } from '../accounts/sign-in.js';
import { requireStepUp } from '../accounts/step-up.js';
import { recordAudit } from '../instance/audit.model.js';
import { endLinks } from './links.js';
import { hashNewPassword } from './new-password.js';
import { tellOfNewPassword } from './reset-password.js';

interface Passwords {
  current?: string | undefined;
  password: string;
}

/**
 * By the current password, or by a step-up where there is none yet. Signs out everywhere else, and ends what somebody
 * else may have in hand: links to reset it, a change of address that waits.
 */
export async function changePassword(
  deps: Deps,
  { sessions, signIn }: { sessions: Sessions; signIn: SignIn },
  { current, password }: Passwords,
  { viewer, client }: { viewer: Viewer; client: Client },
  now: Date,
): Promise<void> {
  const account = await getAccount(viewer.id);
  let before = account.passwordHash;
  if (before === undefined) await requireStepUp(viewer, now);
  else if (current === undefined) throw missing();
  else {
    const trying = { email: account.email, password: current, client, refusedAs: 'step-up-refused' } as const;
    before = (await signIn(trying, now)).passwordHash;
  }
  const passwordHash = await hashNewPassword(deps, password, account);
  await transact(deps.connection, async () => {
    const { modifiedCount } = await Account.updateOne(
      { _id: account._id, passwordHash: before ?? mongoose.trusted({ $exists: false }) },
      { $set: { passwordHash }, $unset: { pendingEmail: 1 }, $inc: { version: 1 } },
    );
    // Somebody was faster, and what was current is not any more.
    if (modifiedCount === 0) throw new Problem('wrong-credentials');
    await endLinks(account._id, ['reset', 'change-email']);
    await sessions.endAll(viewer.id, viewer.sessionId);
    await tellOfNewPassword(deps, account, now);
    await recordAudit('password-changed', { actor: account._id, client }, now);
  });
  await sessions.endAll(viewer.id, viewer.sessionId);
}

function missing(): Problem {
  return new Problem('invalid', { errors: [{ path: 'current', message: 'Give the password that you have now' }] });
}
