import type { Deps } from '../deps.js';
import { Account, searchKeysOf } from '../features/accounts/accounts.model.js';
import { handleFrom } from '../features/accounts/handles.js';
import { hashPassword } from '../features/accounts/passwords.js';
import { demoOwner, demoPassword } from './demo-people.js';

/** The owner of the demo, made as well in one that was filled before there were owners. */
export async function seedOwner({ env, keys, now }: Pick<Deps, 'env' | 'keys' | 'now'>): Promise<void> {
  const { name, email, zone: timeZone, before } = demoOwner;
  if (await Account.exists({ emailKey: email })) return;
  const passwordHash = await hashPassword(demoPassword, keys.pepper, env.bcryptCost);
  const createdAt = new Date(now().getTime() - before * 86_400_000);
  const names = { name, handle: handleFrom(name, 0), emailKey: email };
  const rest = { email, passwordHash, timeZone, role: 'owner', version: 1, createdAt, verifiedAt: createdAt } as const;
  await Account.create([{ ...names, searchKeys: searchKeysOf(names), ...rest }]);
}
