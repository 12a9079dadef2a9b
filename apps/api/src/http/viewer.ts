import { randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Keys } from '../keys.js';
import { Problem } from './problem.js';

/** Who asks: what the access token proves, checked against the session. */
export interface Viewer {
  id: string;
  sessionId: string;
}

/** What `http/` needs to know of sessions; the accounts feature provides it. */
export interface SessionCheck {
  /** `false` once the session has ended: at most five seconds late. */
  isLive(sessionId: string, accountId: string, now: Date): Promise<boolean>;
}

export const accessSeconds = 600;
const issuer = 'waymark';
const audience = 'waymark-api';

/** Signs an access token of ten minutes. It holds no role, e-mail or consent: those are looked up. */
export function signAccessToken(keys: Keys, viewer: Viewer, now: Date): string {
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

/** The viewer of an `Authorization: Bearer …` header; `undefined` where it proves nobody. */
export async function findViewer(
  header: string | undefined,
  keys: Keys,
  sessions: SessionCheck,
  now: Date,
): Promise<Viewer | undefined> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header ?? '')?.[1];
  if (!token || token.length > 2048) return undefined;
  const viewer = verify(token, keys, now);
  return viewer && (await sessions.isLive(viewer.sessionId, viewer.id, now)) ? viewer : undefined;
}

function verify(token: string, keys: Keys, now: Date): Viewer | undefined {
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
