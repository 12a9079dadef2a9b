import type { SignUp } from '@waymark/contract';
import mongoose from 'mongoose';
import type { z } from 'zod';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { Account, type AccountRecord } from './accounts.model.js';
import { emailKey } from './email-key.js';
import { handleFrom } from './handles.js';
import { hashPassword, refusePassword } from './passwords.js';

function isDuplicate(error: unknown, field: string): boolean {
  if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== 11000) return false;
  return Object.hasOwn(error.keyPattern ?? {}, field);
}

/** Makes the account, or throws `invalid` or `email-taken`. */
export async function signUp(deps: Deps, input: z.output<typeof SignUp>, now: Date): Promise<AccountRecord> {
  const key = emailKey(input.email);
  const password = refusePassword(input.password, [input.name, input.email.split('@')[0] ?? '']);
  const errors = [
    ...(key ? [] : [{ path: 'email', message: 'This does not look like an e-mail address' }]),
    ...(password ? [{ path: 'password', message: password }] : []),
  ];
  if (!key || errors.length > 0) throw new Problem('invalid', { errors });
  const passwordHash = await hashPassword(input.password, deps.keys.pepper, deps.env.bcryptCost);
  for (let attempt = 0; ; attempt += 1) {
    try {
      const account = await Account.create({
        name: input.name,
        handle: handleFrom(input.name, attempt),
        email: input.email,
        emailKey: key,
        passwordHash,
        timeZone: input.timeZone,
        role: 'member',
        version: 1,
        createdAt: now,
      });
      return account.toObject();
    } catch (error) {
      if (isDuplicate(error, 'emailKey')) {
        const message = 'There is an account with this address. Sign in, or use another.';
        throw new Problem('email-taken', { errors: [{ path: 'email', message }] });
      }
      if (!isDuplicate(error, 'handle') || attempt >= 5) throw error;
    }
  }
}
