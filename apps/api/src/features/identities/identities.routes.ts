import type { identities } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { pageOfAll } from '../../http/cursor.js';
import { createLimiter } from '../../http/limits.js';
import { Problem } from '../../http/problem.js';
import type { Handlers } from '../../http/route.js';
import type { Sessions } from '../accounts/sessions.js';
import { finishIdentity } from './finish-identity.js';
import { Identity, type IdentityRecord } from './identities.model.js';
import { createProviders } from './providers.js';
import { startIdentity } from './start-identity.js';
import { unlinkIdentity } from './unlink-identity.js';

export function identitiesHandlers(deps: Deps, sessions: Sessions): Handlers<typeof identities> {
  // A class behind one address comes by one provider at the same time.
  const starts = createLimiter(deps, 'identity-start', 100, 900);
  const finishes = createLimiter(deps, 'identity-finish', 200, 900);
  const providers = createProviders(deps);

  const getProvider = (id: string) => {
    const provider = providers.get(id);
    if (!provider) throw new Problem('not-found', { detail: 'Nobody signs in by that here.' });
    return provider;
  };

  return {
    async startIdentity(call) {
      const provider = getProvider(call.params.provider);
      await starts.take(call.client.address);
      return startIdentity(deps, provider, call);
    },

    async finishIdentity(call) {
      const provider = getProvider(call.params.provider);
      await finishes.take(call.client.address);
      return finishIdentity(deps, sessions, provider, call);
    },

    async listIdentities({ query, viewer }) {
      // There are a few at most.
      const found = await Identity.find({ accountId: viewer.id }).sort({ _id: 1 }).lean<IdentityRecord[]>();
      const items = found.map(({ _id, provider, label, linkedAt }) => ({
        id: String(_id),
        provider,
        providerName: providers.get(provider)?.name ?? provider,
        label,
        linkedAt: linkedAt.toISOString(),
      }));
      return pageOfAll(items, query, ({ id }) => id);
    },

    async unlinkIdentity({ params, viewer, client, now }) {
      const usable = [...providers.keys()];
      await unlinkIdentity({ id: params.id, accountId: viewer.id, usable, client }, now);
      return undefined;
    },
  };
}
