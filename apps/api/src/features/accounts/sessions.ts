import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { accessSeconds, type SessionCheck, signAccessToken } from '../../http/viewer.js';
import { readRefreshToken, refreshToken } from './refresh-token.js';
import { cookieName, sessionCookie } from './session-cookie.js';
import { Session, type SessionRecord } from './sessions.model.js';

const hour = 3_600_000;
const day = 24 * hour;
const cacheMs = 5000;
const graceMs = 30_000;
const mostCached = 10_000;
const mostPerAccount = 20;

/** What a session gives to its client: the access token in the answer, the refresh token in the cookie. */
export interface Tokens {
  accessToken: string;
  expiresIn: number;
  setCookies: string[];
}

export interface Sessions extends SessionCheck {
  start(accountId: string, device: string, staySignedIn: boolean, now: Date): Promise<Tokens>;
  /** A new pair for the cookie's token; `undefined` when it is not taken (any more). */
  refresh(cookies: ReadonlyMap<string, string>, now: Date): Promise<Tokens | undefined>;
  end(sessionId: string, accountId: string): Promise<boolean>;
  /** `false` when the cookie holds no token of ours; `true` also when its session ended before. */
  endByCookie(cookies: ReadonlyMap<string, string>): Promise<boolean>;
  endAll(accountId: string): Promise<void>;
}

/** Idle and whole lifetime: 14 and 30 days, or 12 and 24 hours without "stay signed in". */
function ends(staySignedIn: boolean, createdAt: Date, now: Date): { idleEndsAt: Date; endsAt: Date } {
  const endsAt = new Date(createdAt.getTime() + (staySignedIn ? 30 * day : day));
  const idle = new Date(now.getTime() + (staySignedIn ? 14 * day : 12 * hour));
  return { idleEndsAt: idle < endsAt ? idle : endsAt, endsAt };
}

export function createSessions(deps: Deps): Sessions {
  const { env, keys } = deps;
  const cache = new Map<string, { accountId: string | undefined; until: number }>();

  function tokens(session: SessionRecord, now: Date): Tokens {
    const id = String(session._id);
    const token = refreshToken(id, session.generation, keys.refresh);
    return {
      accessToken: signAccessToken(keys, { id: String(session.accountId), sessionId: id }, now),
      expiresIn: accessSeconds,
      setCookies: [sessionCookie(env, token, session.staySignedIn ? session.endsAt : undefined)],
    };
  }

  async function remove(filter: mongoose.QueryFilter<SessionRecord>): Promise<number> {
    const found = await Session.find(filter, { _id: 1 }).lean();
    const { deletedCount } = await Session.deleteMany({ _id: mongoose.trusted({ $in: found.map(({ _id }) => _id) }) });
    for (const { _id } of found) cache.delete(String(_id));
    return deletedCount;
  }

  return {
    async isLive(sessionId, accountId, now) {
      const known = cache.get(sessionId);
      if (known && known.until > now.getTime()) return known.accountId === accountId;
      if (!mongoose.isObjectIdOrHexString(sessionId)) return false;
      const session = await Session.findOne(
        { _id: sessionId, idleEndsAt: mongoose.trusted({ $gt: now }) },
        { accountId: 1 },
      ).lean();
      const owner = session ? String(session.accountId) : undefined;
      // Oldest first out: a Map keeps the order in which keys came.
      if (cache.size >= mostCached) for (const oldest of [...cache.keys()].slice(0, 1000)) cache.delete(oldest);
      cache.set(sessionId, { accountId: owner, until: now.getTime() + cacheMs });
      return owner === accountId;
    },

    async start(accountId, device, staySignedIn, now) {
      const session = await Session.create({
        accountId,
        generation: 0,
        rotatedAt: now,
        device,
        staySignedIn,
        createdAt: now,
        lastUsedAt: now,
        provedAt: now,
        ...ends(staySignedIn, now, now),
      });
      const extra = await Session.find({ accountId }, { _id: 1 })
        .sort({ lastUsedAt: -1, _id: -1 })
        .skip(mostPerAccount)
        .lean();
      if (extra.length > 0) await remove({ _id: mongoose.trusted({ $in: extra.map(({ _id }) => _id) }) });
      return tokens(session.toObject(), now);
    },

    async refresh(cookies, now) {
      const sent = readRefreshToken(cookies.get(cookieName(env)) ?? '', keys.refresh);
      if (!sent) return undefined;
      const live = { _id: sent.family, idleEndsAt: mongoose.trusted({ $gt: now }) };
      const before = await Session.findOne(live).lean<SessionRecord>();
      if (!before) return undefined;
      const rotated = await Session.findOneAndUpdate(
        { ...live, generation: sent.generation },
        {
          $inc: { generation: 1 },
          $set: { rotatedAt: now, lastUsedAt: now, ...ends(before.staySignedIn, before.createdAt, now) },
        },
        { returnDocument: 'after' },
      ).lean<SessionRecord>();
      if (rotated) return tokens(rotated, now);
      const current = await Session.findOne(live).lean<SessionRecord>();
      if (!current) return undefined;
      // Three tabs, or an answer that was lost: for 30 seconds the one before gets the same successor.
      const isPredecessor = current.generation === sent.generation + 1;
      if (isPredecessor && now.getTime() - current.rotatedAt.getTime() <= graceMs) return tokens(current, now);
      // Anything older is a copy in other hands, or ours after it was copied: nobody keeps it.
      await remove({ _id: current._id });
      deps.log.warn({ event: 'refresh-token-reused', accountId: String(current.accountId) }, 'session ended');
      return undefined;
    },

    async end(sessionId, accountId) {
      return (await remove({ _id: sessionId, accountId })) > 0;
    },

    async endByCookie(cookies) {
      const sent = readRefreshToken(cookies.get(cookieName(env)) ?? '', keys.refresh);
      if (sent) await remove({ _id: sent.family });
      return sent !== undefined;
    },

    async endAll(accountId) {
      await remove({ accountId });
    },
  };
}
