import type { credentials } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { reply } from '../../http/reply.js';
import type { Handlers } from '../../http/route.js';
import { getAccount } from '../accounts/account-answer.js';
import { deviceCookie } from '../accounts/device-cookie.js';
import { emailKey } from '../accounts/email-key.js';
import type { Sessions } from '../accounts/sessions.js';
import { createSignIn } from '../accounts/sign-in.js';
import { createAddressLimits, createLinkLimit } from './address-limits.js';
import { askByAddress, requireMail } from './ask-by-address.js';
import { confirmEmailChange, requestEmailChange } from './change-email.js';
import { changePassword } from './change-password.js';
import { resetPassword } from './reset-password.js';
import { undoEmailChange } from './undo-email-change.js';
import { verifyEmail } from './verify-email.js';

const checkMail = { next: 'check-mail' } as const;

export function credentialsHandlers(deps: Deps, sessions: Sessions): Handlers<typeof credentials> {
  const limits = createAddressLimits(deps);
  const linkLimit = createLinkLimit(deps);
  const signIn = createSignIn(deps);

  return {
    async requestPasswordReset({ body, client, now }) {
      await askByAddress('reset', body.email, { deps, limits, client }, now);
      return checkMail;
    },

    async resetPassword({ body, client, now }) {
      await linkLimit.take(client.address);
      const { emailKey } = await resetPassword(deps, sessions, body, client, now);
      // Who reads the mail is no guesser: others' guesses do not keep this browser out.
      return reply(undefined, { setCookies: [deviceCookie(deps, emailKey, now)] });
    },

    async requestVerification({ body, client, now }) {
      await askByAddress('verify', body.email, { deps, limits, client }, now);
      return checkMail;
    },

    async verifyEmail({ body, client, now }) {
      await linkLimit.take(client.address);
      await verifyEmail(deps, signIn, body, client, now);
      return undefined;
    },

    async changePassword({ body, viewer, client, now }) {
      await changePassword(deps, { sessions, signIn }, body, { viewer, client }, now);
      return undefined;
    },

    async requestEmailChange({ body, viewer, client, now }) {
      requireMail(deps);
      const key = emailKey(body.email);
      const isMine = key === (await getAccount(viewer.id)).emailKey;
      if (!key || isMine) {
        const message = isMine ? 'This is your address already' : 'This does not look like an e-mail address';
        throw new Problem('invalid', { errors: [{ path: 'email', message }] });
      }
      await limits.take('change-email', client, key);
      await requestEmailChange(deps, viewer.id, { email: body.email, key }, client, now);
      return checkMail;
    },

    async confirmEmailChange({ body, client, now }) {
      await linkLimit.take(client.address);
      await confirmEmailChange(deps, body.token, client, now);
      return undefined;
    },

    async undoEmailChange({ body, client, now }) {
      await linkLimit.take(client.address);
      await undoEmailChange(deps, sessions, body.token, client, now);
      return undefined;
    },
  };
}
