import type { TestApp } from './start.js';

/** A hash of every collection, but of the one that counts requests: equal means that nothing has changed. */
export async function contentsOf({ deps }: TestApp): Promise<Record<string, string>> {
  const { collections } = (await deps.connection.db?.command({ dbHash: 1 })) as { collections: Record<string, string> };
  const { ratelimits: _, ...rest } = collections;
  return rest;
}
