import type { TestApp } from './start.js';

/** A hash of every collection, but of the one that counts requests: equal means that nothing has changed. */
export async function contentsOf({ deps }: TestApp): Promise<Record<string, string>> {
  const hashed = await deps.connection.getClient().db(deps.connection.name).command({ dbHash: 1 });
  const { ratelimits: _, ...rest } = hashed.collections as Record<string, string>;
  if (!rest.accounts) throw new Error('nothing was hashed');
  return rest;
}
