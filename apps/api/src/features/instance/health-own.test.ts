import { expect, it } from 'vitest';
import { makeOwner, signUp } from '../../../test/build.js';
import { testDatabaseUri } from '../../../test/name-database.js';
import { startApp } from '../../../test/start.js';

const app = await startApp({ mongodbUri: testDatabaseUri(), isLoopback: false, smtpUrl: 'smtp://mail.example' });

it('knows a database of one’s own, whose disk it cannot see, and a mail server', async () => {
  const owner = await makeOwner(await signUp(app));
  const { database, mail } = await owner.ok('readHealth');
  expect(database).toMatchObject({ kind: 'own', freeBytes: null });
  expect(mail.kind).toBe('smtp');
});
