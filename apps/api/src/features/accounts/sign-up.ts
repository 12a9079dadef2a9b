import type { SignUp } from '@waymark/contract';
import type { z } from 'zod';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import type { Client } from '../../http/route.js';
import type { AddressLimits } from '../credentials/address-limits.js';
import { queueRequest } from '../credentials/ask-by-address.js';
import { sendVerifyLink } from '../credentials/send-link.js';
import { readSettings } from '../instance/settings.model.js';
import { mailKind } from '../mail/queue-letter.js';
import { takeInvitation } from '../members/use-invitation.js';
import type { AccountRecord } from './accounts.model.js';
import { checkSignUpPolicy, isVerifiedFirst } from './check-sign-up-policy.js';
import { emailKey } from './email-key.js';
import { isDuplicate, makeAccount, untilHandleIsFree } from './make-account.js';
import { hashPassword, refusePassword } from './passwords.js';

type Input = z.output<typeof SignUp>;

/**
 * Makes the account, or throws `invalid`, `sign-up-closed`, `link-ended` or `email-taken`. Where the address has to be
 * confirmed first the answer is `undefined` for every address: whether it has an account is looked up later.
 */
export async function signUp(
  deps: Deps,
  limits: AddressLimits,
  input: Input,
  client: Client,
  now: Date,
): Promise<AccountRecord | undefined> {
  const key = checkInput(input);
  const settings = await readSettings();
  checkSignUpPolicy(settings, key, input.invitation !== undefined);
  if (isVerifiedFirst(settings)) await checkLetter(deps, limits, key, client);
  const passwordHash = await hashPassword(input.password, deps.keys.pepper, deps.env.bcryptCost);
  const { name, email, timeZone, invitation } = input;
  const newcomer = { name, email, timeZone, passwordHash };
  try {
    return await untilHandleIsFree((attempt) =>
      transact(deps.connection, async () => {
        const isProved = invitation !== undefined && (await takeInvitation(invitation, key, now)).provesEmail;
        if (isProved) return makeAccount({ ...newcomer, emailKey: key, verifiedAt: now }, attempt, now);
        if (isVerifiedFirst(settings)) {
          await queueRequest({ kind: 'sign-up', emailKey: key, newcomer }, client, now);
          return undefined;
        }
        const account = await makeAccount({ ...newcomer, emailKey: key }, attempt, now);
        if (mailKind(deps.env) !== 'none') await sendVerifyLink(deps, account, now);
        return account;
      }),
    );
  } catch (error) {
    if (!isDuplicate(error, 'emailKey')) throw error;
    const message = 'There is an account with this address. Sign in, or use another.';
    throw new Problem('email-taken', { errors: [{ path: 'email', message }] });
  }
}

/** The e-mail key, or `invalid` with all that is wrong. */
function checkInput({ name, email, password }: Input): string {
  const key = emailKey(email);
  const refusal = refusePassword(password, [name, email.split('@')[0] ?? '']);
  const errors = [
    ...(key ? [] : [{ path: 'email', message: 'This does not look like an e-mail address' }]),
    ...(refusal ? [{ path: 'password', message: refusal }] : []),
  ];
  if (!key || errors.length > 0) throw new Problem('invalid', { errors });
  return key;
}

/** Nobody could ever come in where no letter can leave, and no mailbox is there to be flooded. */
async function checkLetter(deps: Deps, limits: AddressLimits, key: string, client: Client): Promise<void> {
  if (mailKind(deps.env) === 'none') {
    const detail = 'Addresses have to be confirmed here, but no mail can be sent. Tell the owner of this Waymark.';
    throw new Problem('sign-up-closed', { detail });
  }
  await limits.take('sign-up', client, key);
}
