import { type accessTokens, scopes } from '@waymark/contract';
import mongoose from 'mongoose';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { pageOfAll } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import type { Handlers } from '../../http/route.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import { hashToken } from '../credentials/links.js';
import { recordAudit } from '../instance/audit.model.js';
import { letterTo, pageUrl } from '../mail/address-letter.js';
import { letters } from '../mail/letters.js';
import { queueLetter } from '../mail/queue-letter.js';
import { accessTokenAnswer } from './access-token-answer.js';
import { AccessToken, type AccessTokenRecord } from './access-tokens.model.js';
import { newAccessToken } from './new-access-token.js';

const mostPerMember = 20;
const dayMs = 86_400_000;

export function accessTokensHandlers(deps: Deps): Handlers<typeof accessTokens> {
  async function sendLetter(account: AccountRecord, token: string, now: Date): Promise<void> {
    const url = pageUrl(deps, 'settings#access-tokens');
    await queueLetter(deps, account.email, letters.accessTokenMade({ ...(await letterTo(account)), token, url }), now);
  }

  return {
    async listAccessTokens({ query, viewer, now }) {
      const found = await AccessToken.find(living(viewer.id, now)).sort({ _id: -1 }).lean<AccessTokenRecord[]>();
      return pageOfAll(found.map(accessTokenAnswer), query, ({ id }) => id);
    },

    async createAccessToken({ body, viewer, client, now }) {
      const token = newAccessToken();
      const made = {
        accountId: new mongoose.Types.ObjectId(viewer.id),
        name: body.name,
        hash: hashToken(token),
        // Each once, in the order in which they are always listed.
        scopes: scopes.filter((scope) => body.scopes.includes(scope)),
        createdAt: now,
        expiresAt: new Date(now.getTime() + body.expiresInDays * dayMs),
      };
      const row = await transact(deps.connection, async () => {
        // Two that are made at once meet here, and the second counts with the first among them.
        const change = { $inc: { accessTokensMade: 1 } };
        const account = await Account.findOneAndUpdate({ _id: viewer.id }, change).lean<AccountRecord>();
        if (!account) throw new Problem('not-signed-in');
        if ((await AccessToken.countDocuments(living(viewer.id, now))) >= mostPerMember) {
          throw new Problem('conflict', {
            detail: `There are ${mostPerMember} already. End one that you do not need.`,
          });
        }
        const [saved] = await AccessToken.create([made]);
        if (!saved) throw new Error('the token was not saved');
        await sendLetter(account, made.name, now);
        await recordAudit(
          'access-token-made',
          { actor: viewer.id, client, detail: { scopes: made.scopes.join(' ') } },
          now,
        );
        return accessTokenAnswer(saved);
      });
      return { token, row };
    },

    async endAccessToken({ params, viewer, client, now }) {
      const ended = await AccessToken.findOneAndDelete({ _id: params.id, ...living(viewer.id, now) }).lean();
      if (!ended) throw new Problem('not-found');
      await recordAudit(
        'access-token-ended',
        { actor: viewer.id, client, detail: { scopes: ended.scopes.join(' ') } },
        now,
      );
      return undefined;
    },
  };
}

function living(accountId: string, now: Date) {
  return { accountId, expiresAt: mongoose.trusted({ $gt: now }) };
}
