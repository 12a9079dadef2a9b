import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import type { Client } from '../../http/route.js';
import { getAccount } from '../accounts/account-answer.js';
import { isDuplicate } from '../accounts/make-account.js';
import { recordAudit } from '../instance/audit.model.js';
import { letterTo, pageUrl } from '../mail/address-letter.js';
import { letters } from '../mail/letters.js';
import { queueLetter } from '../mail/queue-letter.js';
import { Identity } from './identities.model.js';
import { keepIdentity } from './keep-identity.js';
import type { Proved, Provider } from './provider.js';

interface Linking {
  provider: Provider;
  proved: Proved;
  accountId: string;
  client: Client;
}

/** Makes the identity a way in to the account; one that is so already stays as it is. Throws `identity-taken`. */
export async function linkIdentity(
  deps: Deps,
  { provider, proved, accountId, client }: Linking,
  now: Date,
): Promise<void> {
  const account = await getAccount(accountId);
  try {
    await transact(deps.connection, async () => {
      await keepIdentity(provider, proved, account._id, now);
      await recordAudit('identity-linked', { actor: account._id, client, detail: { provider: provider.id } }, now);
      const url = pageUrl(deps, 'settings#identities');
      const letter = letters.identityLinked({ ...(await letterTo(account)), url, provider: provider.name });
      await queueLetter(deps, account.email, letter, now);
    });
  } catch (error) {
    if (!isDuplicate(error, 'subject')) throw error;
    const isOwn = await Identity.exists({ provider: provider.id, subject: proved.subject, accountId: account._id });
    if (!isOwn)
      throw new Problem('identity-taken', { detail: 'Sign in by it to see whose it is, and unlink it there.' });
  }
}
