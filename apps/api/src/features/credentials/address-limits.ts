import type { Deps } from '../../deps.js';
import { createLimiter, type Limiter } from '../../http/limits.js';
import type { Client } from '../../http/route.js';

type Limiting = Pick<Deps, 'connection' | 'env'>;

export interface AddressLimits {
  /** Counts one letter of this kind to an address: to flood somebody's mailbox is an attack, too. */
  take(kind: string, client: Pick<Client, 'address'>, emailKey: string): Promise<void>;
}

/**
 * Per client address, and per address that a letter may go to. The second is over sooner than the shortest link:
 * who asks for too many in a stranger's name leaves one in that mailbox that still holds, and locks nobody out.
 */
export function createAddressLimits(deps: Limiting): AddressLimits {
  const byClient = createLimiter(deps, 'letters-from', 60, 3600);
  const byAddress = createLimiter(deps, 'letters-to', 3, 900);
  return {
    async take(kind, client, emailKey) {
      await byClient.take(client.address);
      await byAddress.take(`${kind} ${emailKey}`);
    },
  };
}

/** Of links that were followed. None can be guessed, but a wrong one costs a look-up. */
export function createLinkLimit(deps: Limiting): Limiter {
  return createLimiter(deps, 'links', 100, 900);
}
