import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { startForTest } from '../scripts/lib/start-for-test.mjs';

const run = promisify(execFile);
const ownDatabase = { MONGODB_URI: '', WAYMARK_RATE_LIMIT_FACTOR: '1000' };
const credentials = { email: 'bo@example.org', password: 'seven quiet lanterns' };

/** What `npm run backup` and `npm run restore` run once everything is built. */
async function command(name: 'backup' | 'restore', dataDir: string, file: string) {
  const entry = new URL(`../apps/api/dist/${name}.js`, import.meta.url).pathname;
  const env = { ...process.env, ...ownDatabase, WAYMARK_DATA_DIR: dataDir, WAYMARK_PUBLIC_URL: '', WAYMARK_MODE: '' };
  try {
    const { stdout } = await run(process.execPath, [entry, file], { env });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}

async function post(address: string, path: string, body: object, token?: string) {
  const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
  const response = await fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as { accessToken: string } };
}

test('a backup of a running Waymark comes back on an empty folder, passwords and all', async () => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'waymark-backup-'));
  const file = join(folder, 'a.backup');
  const emptyFolder = join(folder, 'data');
  const first = await startForTest({ log: 'backup-first', env: ownDatabase });
  try {
    const { body } = await post(first.address, '/api/accounts', { name: 'Bo Backup', ...credentials });
    await post(first.address, '/api/me/projects', { title: 'Kept for good' }, body.accessToken);
    expect(await command('backup', first.dataDir, file)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/accounts: 1\n[\s\S]*read again and whole/),
    });
    expect(await command('backup', first.dataDir, file)).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is a file'),
    });
    expect(await command('restore', first.dataDir, file)).toMatchObject({
      code: 1,
      said: expect.stringContaining('Stop it'),
    });
  } finally {
    await first.stop();
  }
  expect(await command('restore', emptyFolder, file)).toMatchObject({
    code: 0,
    said: expect.stringContaining('the same to the byte'),
  });
  expect(await command('restore', emptyFolder, file)).toMatchObject({
    code: 1,
    said: expect.stringContaining('has accounts in it'),
  });
  const second = await startForTest({ log: 'backup-second', env: { ...ownDatabase, WAYMARK_DATA_DIR: emptyFolder } });
  try {
    const { status, body } = await post(second.address, '/api/sessions', credentials);
    expect(status).toBe(201);
    const headers = { Authorization: `Bearer ${body.accessToken}` };
    const projects = await (await fetch(`${second.address}/api/me/projects`, { headers })).text();
    expect(projects).toContain('Kept for good');
  } finally {
    await second.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  expect(existsSync(folder)).toBe(false);
});
