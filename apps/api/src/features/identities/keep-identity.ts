import type mongoose from 'mongoose';
import { Identity } from './identities.model.js';
import type { Proved, Provider } from './provider.js';

const longestLabel = 120;

/** In the transaction around it. Fails with a duplicate where the identity is somebody's. */
export async function keepIdentity(
  { id: provider }: Pick<Provider, 'id'>,
  { subject, label }: Proved,
  accountId: mongoose.Types.ObjectId,
  now: Date,
): Promise<void> {
  // What others wrote is shown to its owner alone; control characters would still make it lie about itself.
  const plain = label.slice(0, longestLabel).replace(/[\p{C}]/gu, '');
  await Identity.create([{ accountId, provider, subject, label: plain, linkedAt: now }]);
}
