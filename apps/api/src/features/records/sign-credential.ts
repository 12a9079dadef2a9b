import jwt from 'jsonwebtoken';
import type { Deps } from '../../deps.js';
import { findSigningKey } from './record-keys.js';

interface Credential {
  id: string;
  issuer: string | { id: string };
  validFrom: string;
  validUntil?: string;
  credentialSubject: { id: string };
}

const seconds = (at: string) => Math.floor(Date.parse(at) / 1000);

/**
 * A credential as a token: the payload is the credential itself, and the header carries the key (Open Badges 3.0, 8.2).
 * What a token's own claims say is said in the credential too, and is the same.
 */
export async function signCredential(
  deps: Pick<Deps, 'keys'>,
  credential: Credential,
  typ: 'JWT' | 'vc+jwt',
  now: Date,
): Promise<string> {
  const { id, issuer, validFrom, validUntil, credentialSubject } = credential;
  const { jwk, privateKey } = await findSigningKey(deps, now);
  const claims = {
    iss: typeof issuer === 'string' ? issuer : issuer.id,
    jti: id,
    sub: credentialSubject.id,
    nbf: seconds(validFrom),
    ...(validUntil && { exp: seconds(validUntil) }),
  };
  const { kid, kty, n, e } = jwk;
  return jwt.sign({ ...credential, ...claims }, privateKey, {
    algorithm: 'RS256',
    noTimestamp: true,
    header: { alg: 'RS256', typ, kid, jwk: { kty, n, e } } as jwt.JwtHeader,
  });
}
