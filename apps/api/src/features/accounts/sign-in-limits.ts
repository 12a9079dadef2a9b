import type { Deps } from '../../deps.js';
import { createLimiter } from '../../http/limits.js';
import type { Client } from '../../http/route.js';
import { findDevice } from './device-cookie.js';

const minutes15 = 900;

export interface Try {
  /** It was right: it does not count. `isHalf`: a code follows, or came along, which has tries of its own. */
  wasRight(isHalf: boolean): Promise<void>;
}

/**
 * Guessing is slowed per client address, per account and address, and per account over all addresses. A device on
 * which somebody signed in to the account before has tries of its own instead: whatever others do, they cannot keep
 * its owner out.
 */
export function createSignInLimits(deps: Deps) {
  const limit = (name: string, tries: number) => createLimiter(deps, name, tries, minutes15);
  const byDevice = limit('sign-in-device', 10);
  const byAddress = limit('sign-in-address', 100);
  const byBoth = limit('sign-in-account', 10);
  const byAccount = limit('sign-in-anywhere', 100);

  /** Counts one try, or throws `too-many-requests`. Whether there is such an account makes no difference. */
  return async (client: Pick<Client, 'address' | 'cookies'>, key: string | undefined, now: Date): Promise<Try> => {
    const device = key && findDevice(deps, client.cookies, key, now);
    if (device) {
      await byDevice.take(device);
      return { wasRight: () => byDevice.forget(device) };
    }
    const both = `${client.address} ${key ?? 'none'}`;
    await byAddress.take(client.address);
    await byBoth.take(both);
    if (key) await byAccount.take(key);
    return {
      async wasRight(isHalf) {
        await byBoth.forget(both);
        if (key) await byAccount.giveBack(key);
        if (isHalf) await byAddress.giveBack(client.address);
      },
    };
  };
}
