import { randomBytes } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { MongoMemoryReplSet } from 'mongodb-memory-server-core';
import type { TestProject } from 'vitest/node';
import { findMongod } from '../src/database/embedded/find-mongod.js';
import { TRANSACTION_LIFETIME } from '../src/database/embedded/start-mongod.js';
import { readEnv } from '../src/env.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the replica set that serves the whole run. */
    mongodbUri: string;
    /** What the names of this run's databases begin with. */
    databasePrefix: string;
  }
}

/** One mongod for the run: the one of MONGODB_URI, or a real one of our own whose data goes away with it. */
export default async function startMongodForTests(project: TestProject): Promise<() => Promise<void>> {
  const env = readEnv({ ...process.env, WAYMARK_MODE: undefined });
  const databasePrefix = `waymark-test-${randomBytes(4).toString('hex')}`;
  project.provide('databasePrefix', databasePrefix);
  if (env.mongodbUri) {
    project.provide('mongodbUri', env.mongodbUri);
    return () => dropDatabases(env.mongodbUri ?? '', databasePrefix);
  }
  const { binary } = await findMongod(env);
  const systemBinary = binary === 'mongod' ? await onSearchPath() : binary;
  // The library warns about each version that is not its own default.
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = 'false';
  const server = await MongoMemoryReplSet.create({
    replSet: { count: 1, storageEngine: 'wiredTiger', ip: '127.0.0.1', args: ['--setParameter', TRANSACTION_LIFETIME] },
    binary: { systemBinary },
  });
  project.provide('mongodbUri', server.getUri());
  return async () => {
    await server.stop();
  };
}

async function onSearchPath(): Promise<string> {
  const { delimiter, join } = await import('node:path');
  const { existsSync } = await import('node:fs');
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, 'mongod')).find((file) => existsSync(file)) ?? 'mongod';
}

async function dropDatabases(uri: string, prefix: string): Promise<void> {
  const client = await MongoClient.connect(uri);
  const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
  for (const { name } of databases) if (name.startsWith(prefix)) await client.db(name).dropDatabase();
  await client.close();
}
