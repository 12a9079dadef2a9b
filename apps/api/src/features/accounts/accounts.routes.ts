import type { accounts } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { pageOfAll } from '../../http/cursor.js';
import { createLimiter } from '../../http/limits.js';
import { Problem } from '../../http/problem.js';
import { reply } from '../../http/reply.js';
import type { Handlers } from '../../http/route.js';
import { checkVersion } from '../../http/version.js';
import { refused } from '../../http/viewer.js';
import { createAddressLimits, createLinkLimit } from '../credentials/address-limits.js';
import { recordAudit } from '../instance/audit.model.js';
import { renameInRosters } from '../mentoring/grants.model.js';
import { moveLetter, moveWeekly } from '../notifications/letter-due.js';
import { useCode } from '../two-factor/check-second-factor.js';
import { accountAnswer, getAccount } from './account-answer.js';
import { Account, type AccountRecord, searchKeysOf } from './accounts.model.js';
import { deleteAccount, keepAccount } from './delete-account.js';
import { enter } from './enter.js';
import { exportEverything } from './export-everything.js';
import { isDuplicate } from './make-account.js';
import { endedCookie } from './session-cookie.js';
import type { Sessions } from './sessions.js';
import { Session } from './sessions.model.js';
import { createSignIn } from './sign-in.js';
import { signUp } from './sign-up.js';

export function accountsHandlers(deps: Deps, sessions: Sessions): Handlers<typeof accounts> {
  // A class behind one address signs up within an hour.
  const signUps = createLimiter(deps, 'sign-up', 60, 3600);
  const refreshes = createLimiter(deps, 'refresh', 120, 60);
  const signIn = createSignIn(deps);
  const addressLimits = createAddressLimits(deps);
  const linkLimit = createLinkLimit(deps);

  return {
    async signUp({ body, client, now }) {
      await signUps.take(client.address);
      const account = await signUp(deps, addressLimits, body, client, now);
      if (!account) return reply({ next: 'check-mail' } as const, { status: 202 });
      return enter(deps, sessions, { account, client, staySignedIn: body.staySignedIn, by: 'sign-up' }, now);
    },

    async signIn({ body, client, now }) {
      const { email, password, code, staySignedIn } = body;
      const trying = { email, password, client, hasCode: code !== undefined, refusedAs: 'sign-in-refused' } as const;
      const account = await signIn(trying, now);
      return enter(deps, sessions, { account, client, staySignedIn, code, by: 'password' }, now);
    },

    async refreshSession({ client, now }) {
      await refreshes.take(client.address);
      const tokens = await sessions.refresh(client, now);
      if (!tokens) throw new Problem('not-signed-in', { headers: { 'Set-Cookie': endedCookie(deps.env) } });
      const { setCookies, ...answer } = tokens;
      return reply(answer, { setCookies });
    },

    // By the cookie, since the access token may be over; by the token, since what is no browser may have no cookie.
    async signOut({ client, findViewer, now }) {
      const viewer = await findViewer();
      const byCookie = await sessions.endByCookie(client.cookies);
      if (!viewer && !byCookie) throw refused();
      const isEnded = viewer && (await sessions.end(viewer.sessionId, viewer.id));
      const actor = byCookie?.accountId ?? (isEnded ? viewer.id : undefined);
      // Out already: nothing happened.
      if (actor) await recordAudit('signed-out', { actor, client }, now);
      return reply(undefined, { setCookies: [endedCookie(deps.env)] });
    },

    async stepUp({ body, viewer, client, now }) {
      const account = await getAccount(viewer.id);
      if (body.password === undefined) await useCode(deps, account, body.code ?? '', client, now);
      else await signIn({ email: account.email, password: body.password, client, refusedAs: 'step-up-refused' }, now);
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

    async endSessions({ query, viewer, client, now }) {
      const ended = await sessions.endAll(viewer.id, query.also === 'here' ? undefined : viewer.sessionId);
      const detail = { ended: String(ended), also: query.also ?? 'nothing' };
      if (ended > 0) await recordAudit('sessions-ended', { actor: viewer.id, client, detail }, now);
      return reply(undefined, query.also === 'here' ? { setCookies: [endedCookie(deps.env)] } : {});
    },

    async endSession({ params, viewer, client, now }) {
      if (!(await sessions.end(params.id, viewer.id))) throw new Problem('not-found');
      await recordAudit('sessions-ended', { actor: viewer.id, client, detail: { ended: '1' } }, now);
      return undefined;
    },

    async readMe({ viewer }) {
      const answer = await accountAnswer(await getAccount(viewer.id));
      // The owner's policy is in the answer and not in its version: who is held by it is told anew each time.
      return answer.needsTwoFactor ? answer : reply(answer, { version: answer.version });
    },

    async changeMe({ body, viewer, ifMatch, now }) {
      const before = await getAccount(viewer.id);
      const current = await accountAnswer(before);
      checkVersion(ifMatch, before.version, () => current);
      try {
        const after = await Account.findOneAndUpdate(
          { _id: viewer.id, version: ifMatch },
          {
            $set: {
              ...body,
              searchKeys: searchKeysOf({
                ...before,
                name: body.name ?? before.name,
                handle: body.handle ?? before.handle,
              }),
            },
            $inc: { version: 1 },
          },
          { returnDocument: 'after' },
        ).lean<AccountRecord>();
        if (!after) throw new Problem('conflict');
        if (after.digest !== before.digest || after.timeZone !== before.timeZone) await moveLetter(after, now);
        if (after.weekly !== before.weekly || after.timeZone !== before.timeZone) await moveWeekly(after, now);
        if (after.name !== before.name) await renameInRosters(viewer.id, after.name);
        return reply(await accountAnswer(after), { version: after.version });
      } catch (error) {
        if (!isDuplicate(error, 'handle')) throw error;
        throw new Problem('handle-taken', { errors: [{ path: 'handle', message: 'Somebody has it. Take another.' }] });
      }
    },

    async deleteMe({ viewer, client, now }) {
      await deleteAccount(deps, sessions, viewer.id, client, now);
      return reply(undefined, { setCookies: [endedCookie(deps.env)] });
    },

    async keepAccount({ body, client, now }) {
      await linkLimit.take(client.address);
      await keepAccount(deps, body.token, client, now);
      return undefined;
    },

    async exportMe({ viewer, now }) {
      const headers = { 'Content-Disposition': 'attachment; filename="waymark-export.json"' };
      return reply(exportEverything(deps, await accountAnswer(await getAccount(viewer.id)), now), { headers });
    },
  };
}
