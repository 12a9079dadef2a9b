import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createCrashWorld, VICTIMS } from '../scripts/lib/crash-world.mjs';
import { freePort } from '../scripts/lib/free-port.mjs';
import { compare, keepWriting, signUpMember } from '../scripts/lib/keep-writing.mjs';
import { launchProduct } from '../scripts/lib/launch-product.mjs';

// Of what `npm run prove -- start` proves at length, one round each.

test('npm start survives kill -9 of each of its processes, and stops cleanly', async () => {
  test.setTimeout(240_000);
  const world = await createCrashWorld();
  try {
    await world.start();
    const member = await signUpMember(world.address);
    const writing = keepWriting(member, 'w');
    for (const victim of VICTIMS) {
      const known = writing.acknowledged.size;
      await expect.poll(() => writing.acknowledged.size).toBeGreaterThan(known + 3);
      await world.kill(victim);
      if (victim !== 'mongod') await world.start();
    }
    const known = writing.acknowledged.size;
    await expect.poll(() => writing.acknowledged.size, { timeout: 30_000 }).toBeGreaterThan(known);
    await writing.stop();
    expect(compare(await member.listTitles(), writing)).toEqual({ lost: [], doubled: [], foreign: [] });
    await world.stop();
    await expect(fetch(world.address)).rejects.toThrow();
  } finally {
    await world.remove();
  }
});

test.describe('a start that cannot be says what to do', () => {
  let dataDir: string;
  test.beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'waymark-refused-'));
  });
  test.afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  /** What the product says when it ends by itself. */
  async function refusal(env: Record<string, string>): Promise<string> {
    const settings = { WAYMARK_DATA_DIR: dataDir, MONGODB_URI: '', WAYMARK_MODE: '', WAYMARK_PUBLIC_URL: '' };
    const product = launchProduct({ env: { PORT: String(await freePort()), ...settings, ...env }, stdout: 'ignore' });
    const { code, complaint } = (await product.exited) as { code: number; complaint: string };
    expect(code).toBe(1);
    return complaint.trim();
  }

  test('a taken port', async () => {
    const squatter = createServer();
    const port = await new Promise<number>((resolve) => {
      squatter.listen(0, '127.0.0.1', () => {
        const address = squatter.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    expect(await refusal({ PORT: String(port) })).toMatch(/^Port \d+ on 127\.0\.0\.1 is used .* PORT=\d+ npm start$/);
    squatter.close();
  });

  test('a data folder that cannot be written', async () => {
    const file = join(dataDir, 'file');
    writeFileSync(file, '');
    expect(await refusal({ WAYMARK_DATA_DIR: file })).toMatch(/^The data folder .* cannot be written/);
  });

  test('no mongod to be had', async () => {
    const complaint = await refusal({ MONGOMS_SYSTEM_BINARY: join(dataDir, 'none') });
    expect(complaint).toMatch(/^MONGOMS_SYSTEM_BINARY names .*none, which cannot be used: nothing there/);
  });

  test('a MONGODB_URI where nothing answers', async () => {
    expect(await refusal({ MONGODB_URI: 'mongodb://127.0.0.1:9/waymark' })).toMatch(
      /^No MongoDB answered at 127\.0\.0\.1:9/,
    );
  });

  test('wrong settings, all at once', async () => {
    const complaint = await refusal({ PORT: 'x', WAYMARK_BCRYPT_COST: '3' });
    expect(complaint.split('\n')).toEqual([
      'Waymark cannot start with these settings:',
      expect.stringMatching(/PORT: "x"/),
      expect.stringMatching(/WAYMARK_BCRYPT_COST: "3"/),
    ]);
  });
});
