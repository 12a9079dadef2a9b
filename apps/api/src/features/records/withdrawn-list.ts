import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Deps } from '../../deps.js';
import { findPlacesOver, placesOfList } from './record-places.js';
import type { RecordPlaceRecord } from './record-places.model.js';
import { signCredential } from './sign-credential.js';

/** How long software elsewhere may go by what it was told. */
export const listFreshSeconds = 300;
// Long enough to outlast an instance that is down for a night, and too short to show an old list for long.
const validHours = 24;
// A checker's clock may be a little slow.
const slackMs = 300_000;

const addressOf = ({ env }: Pick<Deps, 'env'>, list: number) => `${env.publicUrl}/api/records/withdrawn/${list}`;

/** Where other software sees whether a record was taken back: a Bitstring Status List entry, W3C. */
export function statusOf(deps: Pick<Deps, 'env'>, { list, index }: RecordPlaceRecord) {
  const address = addressOf(deps, list);
  return {
    id: `${address}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential: address,
  };
}

/** One bit for each place, the first bit of a byte first; gzip, base64url, and `u` for that (multibase). */
async function encode(over: readonly number[]): Promise<string> {
  const bits = Buffer.alloc(placesOfList / 8);
  for (const index of over) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
  return `u${(await promisify(gzip)(bits)).toString('base64url')}`;
}

/** A list of withdrawn records as it is now, signed. It has places and nothing of whose they are. */
export async function writeWithdrawnList(deps: Pick<Deps, 'env' | 'keys'>, list: number, now: Date): Promise<string> {
  const id = addressOf(deps, list);
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: deps.env.publicUrl,
    validFrom: new Date(now.getTime() - slackMs).toISOString(),
    validUntil: new Date(now.getTime() + validHours * 3_600_000).toISOString(),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: await encode(await findPlacesOver(list)),
      ttl: listFreshSeconds * 1000,
    },
  };
  return signCredential(deps, credential, 'vc+jwt', now);
}
