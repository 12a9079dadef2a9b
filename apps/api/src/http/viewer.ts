import { randomBytes } from 'node:crypto';
import type { Scope } from '@waymark/contract';
import jwt from 'jsonwebtoken';
import { accessSeconds } from '../key-ring.js';
import type { Keys } from '../keys.js';
import { Problem } from './problem.js';

/** Who asks: what the access token proves, checked against the session; or whose personal access token it is. */
export interface Viewer {
  id: string;
  /** Of a personal access token: that token's id, which is no session's. */
  sessionId: string;
  /** The owner requires a second factor of this member, who has none yet: little is open. */
  needsTwoFactor: boolean;
  /** Set with a personal access token alone: what it may do. */
  scopes?: readonly Scope[];
}

/** What `http/` needs to know of members, sessions and tokens; the features provide it. */
export interface Admission {
  /** `undefined` once the session has ended: at most five seconds late. */
  findSession(sessionId: string, accountId: string, now: Date): Promise<Pick<Viewer, 'needsTwoFactor'> | undefined>;
  /** Whose personal access token this text is. */
  findTokenHolder(text: string, now: Date): Promise<Viewer | undefined>;
  isOwner(accountId: string): Promise<boolean>;
  /** Somebody asked for `asked`, an endpoint that is the owner's, and was told no. */
  recordRefusal(
    accountId: string,
    asked: string,
    client: { address: string; device: string },
    now: Date,
  ): Promise<void>;
  /** The password, or a code, was given in this session in the last ten minutes. */
  hasProved(viewer: Viewer, now: Date): Promise<boolean>;
}

const issuer = 'waymark';
const audience = 'waymark-api';

/** Signs an access token of ten minutes. It holds no role, e-mail or consent: those are looked up. */
export function signAccessToken(keys: Keys, viewer: Pick<Viewer, 'id' | 'sessionId'>, now: Date): string {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return jwt.sign({ sid: viewer.sessionId, iat: issuedAt, exp: issuedAt + accessSeconds }, keys.signing.key, {
    algorithm: 'HS256',
    header: { alg: 'HS256', typ: 'at+jwt', kid: keys.signing.kid },
    subject: viewer.id,
    issuer,
    audience,
    jwtid: randomBytes(12).toString('base64url'),
  });
}

/** One and the same answer to every token that is not taken. */
export function refused(): Problem {
  return new Problem('not-signed-in', { headers: { 'WWW-Authenticate': 'Bearer' } });
}

/** Not a JWT: it is looked up. The prefix lets scanners of secrets find one that leaked. */
export const accessTokenPrefix = 'waymark_';

/** The viewer of an `Authorization: Bearer …` header; `undefined` where it proves nobody. */
export async function findViewer(
  header: string | undefined,
  keys: Keys,
  admission: Admission,
  now: Date,
): Promise<Viewer | undefined> {
  const token = /^Bearer ([\w-]+(?:\.[\w-]+\.[\w-]+)?)$/i.exec(header ?? '')?.[1];
  if (!token || token.length > 2048) return undefined;
  if (token.startsWith(accessTokenPrefix)) return admission.findTokenHolder(token, now);
  const proved = verify(token, keys, now);
  const standing = proved && (await admission.findSession(proved.sessionId, proved.id, now));
  return standing && { ...proved, ...standing };
}

function verify(token: string, keys: Keys, now: Date): Pick<Viewer, 'id' | 'sessionId'> | undefined {
  try {
    const unverified = jwt.decode(token, { complete: true });
    if (unverified?.header.typ !== 'at+jwt') return undefined;
    const key = keys.verifying.get(unverified.header.kid ?? '');
    if (!key) return undefined;
    const payload = jwt.verify(token, key, {
      algorithms: ['HS256'],
      issuer,
      audience,
      clockTimestamp: Math.floor(now.getTime() / 1000),
    });
    if (typeof payload === 'string' || typeof payload.sub !== 'string' || typeof payload.sid !== 'string')
      return undefined;
    return { id: payload.sub, sessionId: payload.sid };
  } catch {
    return undefined;
  }
}
