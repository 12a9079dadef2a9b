import type { Deps } from '../deps.js';
import { Account } from '../features/accounts/accounts.model.js';
import { makeAccount } from '../features/accounts/make-account.js';
import { hashPassword } from '../features/accounts/passwords.js';
import { demoOwner, demoPassword } from './demo-people.js';

/** The owner of the demo, made as well in one that was filled before there were owners. */
export async function seedOwner({ env, keys, now }: Pick<Deps, 'env' | 'keys' | 'now'>): Promise<void> {
  const { name, email, zone: timeZone, before } = demoOwner;
  if (await Account.exists({ emailKey: email })) return;
  const passwordHash = await hashPassword(demoPassword, keys.pepper, env.bcryptCost);
  const createdAt = new Date(now().getTime() - before * 86_400_000);
  const owner = { name, email, emailKey: email, timeZone, passwordHash, verifiedAt: createdAt };
  const { _id } = await makeAccount(owner, 0, createdAt);
  await Account.updateOne({ _id }, { $set: { role: 'owner' } });
}
