import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { identifyProcess } from './identify-process.js';
import { lockDataFolder } from './lock-data-folder.js';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'waymark-lock-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const plantLock = (holder: unknown) => writeFileSync(join(dataDir, 'waymark.lock'), JSON.stringify(holder));

it('is held once, and free again when given back', async () => {
  const lock = await lockDataFolder(dataDir, 0);
  await expect(lockDataFolder(dataDir, 0)).rejects.toThrow(/Another Waymark \(process \d+\) already runs on/);
  lock.release();
  (await lockDataFolder(dataDir, 0)).release();
  expect(readdirSync(dataDir)).toEqual([]);
});

it('is taken over from a holder that was killed', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const identity = identifyProcess(child.pid ?? 0);
  plantLock({ pid: identity?.pid, startedAt: identity?.startedAt });
  await expect(lockDataFolder(dataDir, 0)).rejects.toThrow(/already runs/);
  child.kill('SIGKILL');
  await once(child, 'exit');
  (await lockDataFolder(dataDir, 0)).release();
});

it('is taken over when the pid came round to another process, as it does in a container', async () => {
  plantLock({ pid: process.pid, startedAt: 'an earlier start' });
  (await lockDataFolder(dataDir, 0)).release();
});

it('is taken over when the lock was cut off while it was written', async () => {
  writeFileSync(join(dataDir, 'waymark.lock'), '{"pid":');
  (await lockDataFolder(dataDir, 0)).release();
});

it('waits for a holder that is just stopping', async () => {
  const lock = await lockDataFolder(dataDir, 0);
  lock.announceStop();
  const waiting = lockDataFolder(dataDir, 0);
  lock.release();
  (await waiting).release();
});

it('goes to exactly one of many that find the same stale lock', async () => {
  for (let round = 0; round < 10; round += 1) {
    plantLock({ pid: 1, startedAt: 'long ago' });
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataFolder(dataDir, 0)));
    const held = tries.filter((each) => each.status === 'fulfilled');
    expect(held).toHaveLength(1);
    held[0]?.value.release();
  }
});

it('says clearly that a folder cannot be written', async () => {
  const file = join(dataDir, 'a-file');
  writeFileSync(file, '');
  await expect(lockDataFolder(file)).rejects.toThrow(/cannot be written .*WAYMARK_DATA_DIR/);
  await expect(lockDataFolder(join(file, 'below'))).rejects.toThrow(/cannot be written .*WAYMARK_DATA_DIR/);
});
