import { MongoMemoryServer } from 'mongodb-memory-server-core';
import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { testDatabaseUri } from '../../test/name-database.js';
import { readEnv } from '../env.js';
import { connectDatabase } from './connect.js';
import { findMongod } from './embedded/find-mongod.js';

it('connects to a replica set, with both of the second walls up', async () => {
  const connection = await connectDatabase(testDatabaseUri());
  await connection.collection('walls').insertOne({});
  expect(mongoose.get('sanitizeFilter')).toBe(true);
  expect(mongoose.get('strictQuery')).toBe(true);
  await connection.close();
});

it('refuses a standalone server, and says what to do', async () => {
  const { binary } = await findMongod(readEnv({ ...process.env, WAYMARK_MODE: undefined }));
  const standalone = await MongoMemoryServer.create({
    binary: { systemBinary: binary },
    instance: { ip: '127.0.0.1' },
  });
  try {
    await expect(connectDatabase(standalone.getUri())).rejects.toThrow(/standalone MongoDB.*--replSet.*rs\.initiate/);
  } finally {
    await standalone.stop();
  }
});

it('says where nothing answered, without the password', async () => {
  // The discard port: nothing listens there.
  const failure = await connectDatabase('mongodb://me:secret@127.0.0.1:9/waymark').catch((error: Error) => error);
  expect(failure).toMatchObject({ name: 'DatabaseError' });
  expect((failure as Error).message).toMatch(/No MongoDB answered at 127\.0\.0\.1:9: .*Check MONGODB_URI/);
  expect((failure as Error).message).not.toContain('secret');
});
