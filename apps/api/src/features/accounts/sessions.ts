import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import type { Client } from '../../http/route.js';
import { type Admission, signAccessToken, type Viewer } from '../../http/viewer.js';
import { accessSeconds } from '../../key-ring.js';
import { readSettings } from '../instance/settings.model.js';
import { needsTwoFactor } from '../two-factor/needs-two-factor.js';
import { Account, type AccountRecord } from './accounts.model.js';
import { endReusedSession } from './end-reused-session.js';
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

export interface Sessions extends Pick<Admission, 'findSession'> {
  start(accountId: string, device: string, staySignedIn: boolean, now: Date): Promise<Tokens>;
  /** A new pair for the cookie's token; `undefined` when it is not taken (any more). */
  refresh(client: Client, now: Date): Promise<Tokens | undefined>;
  end(sessionId: string, accountId: string): Promise<boolean>;
  /** `undefined` when the cookie holds no token of ours; else whose session it was, unless that had ended before. */
  endByCookie(cookies: ReadonlyMap<string, string>): Promise<{ accountId: string | undefined } | undefined>;
  /** All of a member's sessions, but for the one to keep; tells how many. */
  endAll(accountId: string, keep?: string): Promise<number>;
  /** Forgets what is known of a session: it is looked up at its next request. */
  forget(sessionId: string): void;
  /** What changed elsewhere is not known: every session is looked up at its next request. */
  forgetAll(): void;
}

/** Idle and whole lifetime: 14 and 30 days, or 12 and 24 hours without "stay signed in". */
function ends(staySignedIn: boolean, createdAt: Date, now: Date): { idleEndsAt: Date; endsAt: Date } {
  const endsAt = new Date(createdAt.getTime() + (staySignedIn ? 30 * day : day));
  const idle = new Date(now.getTime() + (staySignedIn ? 14 * day : 12 * hour));
  return { idleEndsAt: idle < endsAt ? idle : endsAt, endsAt };
}

type Standing = Pick<Viewer, 'needsTwoFactor'>;

/** Most instances require it of nobody, and then the account need not be read. */
async function lacksSecondFactor(accountId: string): Promise<boolean> {
  const { twoFactor: policy } = await readSettings();
  if (policy === 'off' || policy === 'optional') return false;
  const account = await Account.findById(accountId, { role: 1, twoFactor: 1 }).lean<AccountRecord>();
  return account !== null && needsTwoFactor(account, policy);
}

export function createSessions(deps: Deps): Sessions {
  const { env } = deps;
  // The signing keys change while the process lives: they are read in their place.
  const refreshKey = deps.keys.refresh;
  const cache = new Map<string, { accountId: string | undefined; standing: Standing; until: number }>();
  // Moves on with whatever is forgotten: what was read before that may be over, and is not kept.
  let turn = 0;

  function forget(sessionId: string): void {
    turn += 1;
    cache.delete(sessionId);
  }

  function tokens(session: SessionRecord, now: Date): Tokens {
    const id = String(session._id);
    const token = refreshToken(id, session.generation, refreshKey);
    return {
      accessToken: signAccessToken(deps.keys, { id: String(session.accountId), sessionId: id }, now),
      expiresIn: accessSeconds,
      setCookies: [sessionCookie(env, token, session.staySignedIn ? session.endsAt : undefined)],
    };
  }

  async function remove(filter: mongoose.QueryFilter<SessionRecord>): Promise<number> {
    const found = await Session.find(filter, { _id: 1 }).lean();
    const { deletedCount } = await Session.deleteMany({ _id: mongoose.trusted({ $in: found.map(({ _id }) => _id) }) });
    for (const { _id } of found) forget(String(_id));
    return deletedCount;
  }

  return {
    async findSession(sessionId, accountId, now) {
      const known = cache.get(sessionId);
      if (known && known.until > now.getTime()) return known.accountId === accountId ? known.standing : undefined;
      if (!mongoose.isObjectIdOrHexString(sessionId)) return undefined;
      const asked = turn;
      const session = await Session.findOne(
        { _id: sessionId, idleEndsAt: mongoose.trusted({ $gt: now }) },
        { accountId: 1 },
      ).lean();
      const owner = session ? String(session.accountId) : undefined;
      const standing = { needsTwoFactor: owner !== undefined && (await lacksSecondFactor(owner)) };
      // Oldest first out: a Map keeps the order in which keys came.
      if (cache.size >= mostCached) for (const oldest of [...cache.keys()].slice(0, 1000)) cache.delete(oldest);
      if (asked === turn) cache.set(sessionId, { accountId: owner, standing, until: now.getTime() + cacheMs });
      return owner === accountId ? standing : undefined;
    },

    forget,

    forgetAll() {
      turn += 1;
      cache.clear();
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

    async refresh(client, now) {
      const sent = readRefreshToken(client.cookies.get(cookieName(env)) ?? '', refreshKey);
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
      await endReusedSession(deps, current, client, now);
      forget(sent.family);
      return undefined;
    },

    async end(sessionId, accountId) {
      return (await remove({ _id: sessionId, accountId })) > 0;
    },

    async endByCookie(cookies) {
      const sent = readRefreshToken(cookies.get(cookieName(env)) ?? '', refreshKey);
      if (!sent) return undefined;
      const ended = await Session.findOneAndDelete({ _id: sent.family }).lean();
      forget(sent.family);
      return { accountId: ended ? String(ended.accountId) : undefined };
    },

    async endAll(accountId, keep) {
      return remove(keep === undefined ? { accountId } : { accountId, _id: mongoose.trusted({ $ne: keep }) });
    },
  };
}
