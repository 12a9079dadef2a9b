import type { Account as AccountAnswer, accounts } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { pageOfAll } from '../../http/cursor.js';
import { createLimiter } from '../../http/limits.js';
import { Problem } from '../../http/problem.js';
import { reply } from '../../http/reply.js';
import type { Handlers } from '../../http/route.js';
import { checkVersion } from '../../http/version.js';
import { refused } from '../../http/viewer.js';
import { renameInRosters } from '../mentoring/grants.model.js';
import { Account, type AccountRecord } from './accounts.model.js';
import { exportEverything } from './export-everything.js';
import { endedCookie } from './session-cookie.js';
import type { Sessions } from './sessions.js';
import { Session } from './sessions.model.js';
import { createSignIn } from './sign-in.js';
import { signUp } from './sign-up.js';
import { requireStepUp } from './step-up.js';

const graceDays = 7;

export function accountAnswer(account: AccountRecord): AccountAnswer {
  const { _id, name, handle, email, timeZone, role, version, createdAt } = account;
  return { id: String(_id), name, handle, email, timeZone, role, version, createdAt: createdAt.toISOString() };
}

async function getAccount(id: string): Promise<AccountRecord> {
  const account = await Account.findOne({ _id: id }).lean<AccountRecord>();
  if (!account) throw new Problem('not-signed-in');
  return account;
}

export function accountsHandlers(deps: Deps, sessions: Sessions): Handlers<typeof accounts> {
  const limit = (name: string, tries: number, seconds: number) =>
    createLimiter(deps.connection, name, Math.ceil(tries * deps.env.rateLimitFactor), seconds);
  // A class behind one address signs up within an hour.
  const signUps = limit('sign-up', 60, 3600);
  const refreshes = limit('refresh', 120, 60);
  const signIn = createSignIn(deps, limit('sign-in-address', 100, 900), limit('sign-in-account', 10, 900));

  return {
    async signUp({ body, client, now }) {
      await signUps.take(client.address);
      const account = await signUp(deps, body, now);
      const { setCookies, ...tokens } = await sessions.start(
        String(account._id),
        client.device,
        body.staySignedIn,
        now,
      );
      return reply({ account: accountAnswer(account), ...tokens }, { setCookies });
    },

    async signIn({ body, client, now }) {
      const account = await signIn(body.email, body.password, client.address);
      const { setCookies, ...tokens } = await sessions.start(
        String(account._id),
        client.device,
        body.staySignedIn,
        now,
      );
      return reply({ account: accountAnswer(account), ...tokens }, { setCookies });
    },

    async refreshSession({ client, now }) {
      await refreshes.take(client.address);
      const tokens = await sessions.refresh(client.cookies, now);
      if (!tokens) throw new Problem('not-signed-in', { headers: { 'Set-Cookie': endedCookie(deps.env) } });
      const { setCookies, ...answer } = tokens;
      return reply(answer, { setCookies });
    },

    // By the cookie, since the access token may be over; by the token, since what is no browser may have no cookie.
    async signOut({ client, findViewer }) {
      const viewer = await findViewer();
      const hadCookie = await sessions.endByCookie(client.cookies);
      if (viewer) await sessions.end(viewer.sessionId, viewer.id);
      else if (!hadCookie) throw refused();
      return reply(undefined, { setCookies: [endedCookie(deps.env)] });
    },

    async stepUp({ body, viewer, client, now }) {
      const { email } = await getAccount(viewer.id);
      await signIn(email, body.password, client.address);
      await Session.updateOne({ _id: viewer.sessionId, accountId: viewer.id }, { $set: { provedAt: now } });
      return undefined;
    },

    async listSessions({ query, viewer, now }) {
      // There are twenty at most.
      const found = await Session.find({ accountId: viewer.id, idleEndsAt: mongoose.trusted({ $gt: now }) })
        .sort({ lastUsedAt: -1, _id: -1 })
        .lean();
      const items = found.map(({ _id, device, createdAt, lastUsedAt }) => ({
        id: String(_id),
        device,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt.toISOString(),
        current: String(_id) === viewer.sessionId,
      }));
      return pageOfAll(items, query, ({ id }) => id);
    },

    async endSession({ params, viewer }) {
      if (!(await sessions.end(params.id, viewer.id))) throw new Problem('not-found');
      return undefined;
    },

    async readMe({ viewer }) {
      const account = await getAccount(viewer.id);
      return reply(accountAnswer(account), { version: account.version });
    },

    async changeMe({ body, viewer, ifMatch }) {
      const before = await getAccount(viewer.id);
      checkVersion(ifMatch, before.version, () => accountAnswer(before));
      try {
        const after = await Account.findOneAndUpdate(
          { _id: viewer.id, version: ifMatch },
          { $set: body, $inc: { version: 1 } },
          { returnDocument: 'after' },
        ).lean<AccountRecord>();
        if (!after) throw new Problem('conflict');
        if (after.name !== before.name) await renameInRosters(viewer.id, after.name);
        return reply(accountAnswer(after), { version: after.version });
      } catch (error) {
        if ((error as { code?: unknown }).code !== 11000) throw error;
        throw new Problem('handle-taken', { errors: [{ path: 'handle', message: 'Somebody has it. Take another.' }] });
      }
    },

    async deleteMe({ viewer, now }) {
      await requireStepUp(viewer, now);
      const eraseAfter = new Date(now.getTime() + graceDays * 86_400_000);
      await Account.updateOne({ _id: viewer.id }, { $set: { eraseAfter }, $inc: { version: 1 } });
      await sessions.endAll(viewer.id);
      return reply(undefined, { setCookies: [endedCookie(deps.env)] });
    },

    async exportMe({ viewer, now }) {
      await requireStepUp(viewer, now);
      const headers = { 'Content-Disposition': 'attachment; filename="waymark-export.json"' };
      return reply(exportEverything(deps, accountAnswer(await getAccount(viewer.id)), now), { headers });
    },
  };
}
