import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import type { Client } from '../../http/route.js';
import { Account } from '../accounts/accounts.model.js';
import { linkEnded, useLink } from '../credentials/links.js';
import { hasOwner, whileKeepingAnOwner } from '../members/owners.js';
import { recordAudit } from './audit.model.js';

/** Makes the first owner of whoever has the link that the start printed. Where there is an owner, the link has ended. */
export async function claimInstance(
  deps: Pick<Deps, 'connection'>,
  claiming: { accountId: string; token: string; client: Client },
  now: Date,
): Promise<void> {
  const { accountId, token, client } = claiming;
  await transact(deps.connection, () =>
    whileKeepingAnOwner(async () => {
      if (await hasOwner()) throw linkEnded();
      await useLink('claim', token, now);
      await Account.updateOne({ _id: accountId }, { $set: { role: 'owner' }, $inc: { version: 1 } });
      await recordAudit('owner-claimed', { actor: accountId, client }, now);
    }),
  );
}
