import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import type { Client } from '../../http/route.js';
import { emailKey } from '../accounts/email-key.js';
import { mailKind } from '../mail/queue-letter.js';
import type { AddressLimits } from './address-limits.js';
import { AddressRequest, type AddressRequestKind, type AddressRequestRecord } from './address-requests.model.js';

/** Where no letter can leave, none is promised; the same for every address. */
export function requireMail(deps: Pick<Deps, 'env'>): void {
  if (mailKind(deps.env) !== 'none') return;
  throw new Problem('no-mail', { detail: 'Ask the owner of this Waymark for a link.' });
}

/** Writes down what was asked, and no more: the same work for an address that somebody has and for any other. */
export async function askByAddress(
  kind: Exclude<AddressRequestKind, 'sign-up'>,
  email: string,
  { deps, limits, client }: { deps: Pick<Deps, 'env'>; limits: AddressLimits; client: Client },
  now: Date,
): Promise<void> {
  requireMail(deps);
  const key = emailKey(email) ?? '';
  await limits.take(kind, client, key);
  await queueRequest({ kind, emailKey: key }, client, now);
}

/** In the transaction around it where there is one. */
export async function queueRequest(
  request: Pick<AddressRequestRecord, 'kind' | 'emailKey' | 'newcomer'>,
  { address, device }: Pick<Client, 'address' | 'device'>,
  now: Date,
): Promise<void> {
  await AddressRequest.create([{ ...request, at: now, address, device }]);
}
