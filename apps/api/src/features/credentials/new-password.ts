import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import type { AccountRecord } from '../accounts/accounts.model.js';
import { hashPassword, refusePassword } from '../accounts/passwords.js';

/** The hash of a password that this member may have; throws `invalid`, beside its field, where they may not. */
export async function hashNewPassword(
  { keys, env }: Pick<Deps, 'keys' | 'env'>,
  password: string,
  { name, email }: Pick<AccountRecord, 'name' | 'email'>,
): Promise<string> {
  const refusal = refusePassword(password, [name, email.split('@')[0] ?? '']);
  if (refusal) throw new Problem('invalid', { errors: [{ path: 'password', message: refusal }] });
  return hashPassword(password, keys.pepper, env.bcryptCost);
}
