import { createHash, createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { PublicJwk } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { openSealed, sealText } from '../../seal.js';
import { RecordKey, type RecordKeyRecord } from './record-keys.model.js';

const context = (kid: string) => `record key ${kid}`;

export function publicJwk({ _id, n, e }: RecordKeyRecord): PublicJwk {
  return { kty: 'RSA', n, e, kid: _id, alg: 'RS256', use: 'sig' };
}

/** Every key that records were ever signed with, the newest first. */
export async function findPublicKeys(): Promise<PublicJwk[]> {
  const found = await RecordKey.find({}, { sealed: 0 }).sort({ madeAt: -1, _id: 1 }).lean<RecordKeyRecord[]>();
  return found.map(publicJwk);
}

/** RSA, since RS256 is what everybody who reads Open Badges can check. */
async function makeKey({ keys }: Pick<Deps, 'keys'>, now: Date): Promise<RecordKeyRecord> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 3072 });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const kid = createHash('sha256')
    .update(JSON.stringify({ e, kty: 'RSA', n }))
    .digest('base64url');
  const sealed = sealText(keys, context(kid), privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  return { _id: kid, n, e, sealed, madeAt: now };
}

/**
 * The key that signs. The first record makes it; two made at the same time are both good, and the newest signs on. One that
 * another `keys.json` sealed signs no more, but what it signed is still checked.
 */
export async function findSigningKey(
  deps: Pick<Deps, 'keys'>,
  now: Date,
): Promise<{ jwk: PublicJwk; privateKey: KeyObject }> {
  const found = await RecordKey.findOne().sort({ madeAt: -1, _id: 1 }).lean<RecordKeyRecord>();
  const opened = found && open(deps, found);
  if (found && opened) return { jwk: publicJwk(found), privateKey: opened };
  const made = await makeKey(deps, now);
  await RecordKey.create([made]);
  return { jwk: publicJwk(made), privateKey: createPrivateKey(openSealed(deps.keys, context(made._id), made.sealed)) };
}

function open({ keys }: Pick<Deps, 'keys'>, { _id, sealed }: RecordKeyRecord): KeyObject | undefined {
  try {
    return createPrivateKey(openSealed(keys, context(_id), sealed));
  } catch {
    return undefined;
  }
}
