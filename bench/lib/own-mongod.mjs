import { MongoMemoryReplSet } from 'mongodb-memory-server-core';
import { findMongod } from '../../apps/api/dist/database/embedded/find-mongod.js';
import { readEnv } from '../../apps/api/dist/env.js';

/** A mongod that a benchmark fills by hand; its data goes away with it. */
export async function startOwnMongod() {
  const { binary } = await findMongod(readEnv({ ...process.env, WAYMARK_MODE: undefined }));
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = 'false';
  return MongoMemoryReplSet.create({
    replSet: { count: 1, storageEngine: 'wiredTiger', ip: '127.0.0.1' },
    binary: { systemBinary: binary },
  });
}
