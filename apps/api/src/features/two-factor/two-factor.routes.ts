import type { twoFactor } from '@waymark/contract';
import mongoose from 'mongoose';
import QRCode from 'qrcode';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import type { Client, Handlers } from '../../http/route.js';
import { openSealed, sealText } from '../../seal.js';
import { getAccount } from '../accounts/account-answer.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import type { Sessions } from '../accounts/sessions.js';
import { Session } from '../accounts/sessions.model.js';
import { recordAudit } from '../instance/audit.model.js';
import { readSettings } from '../instance/settings.model.js';
import { letterTo, pageUrl } from '../mail/address-letter.js';
import { letters } from '../mail/letters.js';
import { queueLetter } from '../mail/queue-letter.js';
import { seedContext, wrongCode } from './check-second-factor.js';
import { mustHaveTwoFactor } from './needs-two-factor.js';
import { newRecoveryCodes, plainCode } from './recovery-codes.js';
import { secondFactorLimits } from './second-factor-limits.js';
import { addressOf, findStep, newSeed } from './totp.js';

const notOn = () => mongoose.trusted({ $exists: false });
const isOn = () => mongoose.trusted({ $exists: true });

export function twoFactorHandlers(deps: Deps, sessions: Sessions): Handlers<typeof twoFactor> {
  /** Tells the member, and the audit log, in the transaction around it. */
  async function tell(event: 'on' | 'off', account: AccountRecord, client: Client, now: Date) {
    const write = event === 'on' ? letters.twoFactorOn : letters.twoFactorOff;
    const url = pageUrl(deps, 'settings#two-factor');
    await queueLetter(deps, account.email, write({ ...(await letterTo(account)), url }), now);
    await recordAudit(`two-factor-${event}`, { actor: account._id, client }, now);
  }

  return {
    async readTwoFactor({ viewer }) {
      const account = await getAccount(viewer.id);
      const { confirmedAt, recoveryHashes = [] } = account.twoFactor ?? {};
      return {
        isOn: confirmedAt !== undefined,
        since: confirmedAt?.toISOString() ?? null,
        recoveryCodesLeft: confirmedAt ? recoveryHashes.length : 0,
        required: await mustHaveTwoFactor(account),
      };
    },

    async beginTwoFactor({ viewer }) {
      const { name: issuer } = await readAllowed();
      const { _id, email } = await getAccount(viewer.id);
      const secret = newSeed();
      const sealedSeed = sealText(deps.keys, seedContext(_id), secret);
      const { matchedCount } = await Account.updateOne(
        { _id, 'twoFactor.confirmedAt': notOn() },
        { $set: { twoFactor: { sealedSeed, lastStep: 0, recoveryHashes: [] } } },
      );
      if (matchedCount === 0) throw new Problem('two-factor-on');
      const uri = addressOf(secret, issuer, email);
      return { secret, uri, qrSvg: await QRCode.toString(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 }) };
    },

    async confirmTwoFactor({ body, viewer, client, now }) {
      await readAllowed();
      const account = await getAccount(viewer.id);
      const { _id, twoFactor } = account;
      if (twoFactor?.confirmedAt) throw new Problem('two-factor-on');
      const challenge = `${_id} ${client.address}`;
      await secondFactorLimits(deps).byChallenge.take(challenge);
      const seed = twoFactor && openSealed(deps.keys, seedContext(_id), twoFactor.sealedSeed);
      const step = seed && findStep(seed, plainCode(body.code), now);
      if (!twoFactor || step === undefined) throw wrongCode();
      const { recoveryCodes, recoveryHashes } = newRecoveryCodes();
      await transact(deps.connection, async () => {
        const { modifiedCount } = await Account.updateOne(
          { _id, 'twoFactor.sealedSeed': twoFactor.sealedSeed, 'twoFactor.confirmedAt': notOn() },
          {
            $set: {
              'twoFactor.confirmedAt': now,
              'twoFactor.lastStep': step,
              'twoFactor.recoveryHashes': recoveryHashes,
            },
            $inc: { version: 1 },
          },
        );
        if (modifiedCount === 0) throw new Problem('two-factor-on');
        await tell('on', account, client, now);
      });
      await secondFactorLimits(deps).byChallenge.giveBack(challenge);
      // They were held to the set-up alone, if the owner requires it: what is known of them is no longer so.
      for (const session of await Session.find({ accountId: _id }, { _id: 1 }).lean())
        sessions.forget(String(session._id));
      return { recoveryCodes };
    },

    async endTwoFactor({ viewer, client, now }) {
      const account = await getAccount(viewer.id);
      if (await mustHaveTwoFactor(account)) {
        throw new Problem('not-allowed', { detail: 'The owner of this Waymark asks for two-factor sign-in.' });
      }
      await transact(deps.connection, async () => {
        const change = { $unset: { twoFactor: 1 }, $inc: { version: 1 } } as const;
        const { modifiedCount } = await Account.updateOne(
          { _id: account._id, 'twoFactor.confirmedAt': isOn() },
          change,
        );
        if (modifiedCount === 1) await tell('off', account, client, now);
      });
      return undefined;
    },

    async renewRecoveryCodes({ viewer, client, now }) {
      const { recoveryCodes, recoveryHashes } = newRecoveryCodes();
      await transact(deps.connection, async () => {
        const { modifiedCount } = await Account.updateOne(
          { _id: viewer.id, 'twoFactor.confirmedAt': isOn() },
          { $set: { 'twoFactor.recoveryHashes': recoveryHashes } },
        );
        if (modifiedCount === 0) throw new Problem('not-found');
        await recordAudit('recovery-codes-renewed', { actor: viewer.id, client }, now);
      });
      return { recoveryCodes };
    },
  };
}

/** The settings, where the owner lets second factors be set up. Those that are on work on without. */
async function readAllowed() {
  const settings = await readSettings();
  if (settings.twoFactor !== 'off') return settings;
  throw new Problem('not-allowed', { detail: 'The owner of this Waymark has turned two-factor sign-in off.' });
}
