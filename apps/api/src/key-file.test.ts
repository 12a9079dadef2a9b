import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { asNobody } from '../test/as-nobody.js';
import { type KeyFile, KeysError, makeKeyFile, readKeyFile, rotateKeyFile } from './key-file.js';

const day = 86_400_000;
const now = new Date('2040-01-02T10:00:00Z');
const afterDays = (days: number) => new Date(now.getTime() + days * day);

let folder: string;
let path: string;
let first: KeyFile;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-keys-'));
  path = join(folder, 'keys.json');
  first = await makeKeyFile(path, now);
});
afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true });
});

const onDisk = async () => (await readKeyFile(path)) as KeyFile;
const kids = ({ signing }: KeyFile) => signing.map(({ kid }) => kid);

it('puts a new key in front and touches nothing else', async () => {
  await rotateKeyFile(path, afterDays(1));
  const after = await onDisk();
  expect(after).toEqual({ ...first, signing: [after.signing[0], ...first.signing] });
  expect(after.signing[0]?.madeAt).toBe('2040-01-03T10:00:00.000Z');
  expect(Buffer.from(after.signing[0]?.secret ?? '', 'base64')).toHaveLength(32);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['keys.json']);
});

it('drops what is dead', async () => {
  await rotateKeyFile(path, afterDays(1));
  const second = await onDisk();
  await rotateKeyFile(path, afterDays(2));
  const third = await onDisk();
  expect(kids(third)).toEqual([third.signing[0]?.kid, second.signing[0]?.kid]);
});

it('does nothing where it is not due, and lets exactly one of twenty at once where it is', async () => {
  expect(await rotateKeyFile(path, afterDays(29), true)).toBeUndefined();
  expect(await onDisk()).toEqual(first);
  const all = await Promise.all(Array.from({ length: 20 }, () => rotateKeyFile(path, afterDays(31), true)));
  expect(all.filter(Boolean)).toHaveLength(1);
  expect(kids(await onDisk())).toEqual(kids(all.find(Boolean) as KeyFile));
  expect(await readdir(folder)).toEqual(['keys.json']);
});

it('loses none of twenty that are asked for at once', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => rotateKeyFile(path, afterDays(1))));
  const newest = all.map((file) => file?.signing[0]?.kid);
  expect(kids(await onDisk()).toSorted()).toEqual([...newest, ...kids(first)].toSorted());
});

it('is whole at every moment, for whoever reads', async () => {
  let isDone = false;
  const readers = Array.from({ length: 4 }, async () => {
    let reads = 0;
    for (; !isDone; reads += 1) expect((await onDisk()).pepper).toBe(first.pepper);
    return reads;
  });
  for (let i = 0; i < 30; i += 1) await rotateKeyFile(path, afterDays(i + 1));
  isDone = true;
  for (const reads of await Promise.all(readers)) expect(reads).toBeGreaterThan(10);
});

it('takes over from a process that was killed while it wrote', async () => {
  await writeFile(`${path}.lock`, '');
  await utimes(`${path}.lock`, new Date(), new Date(Date.now() - 11_000));
  await rotateKeyFile(path, afterDays(1));
  expect(kids(await onDisk())).toHaveLength(2);
});

it.each([
  ['there is none', async () => rm(path), /There is no .*keys\.json yet/],
  ['it is damaged', async () => writeFile(path, '{'), /damaged\. Restore it from a backup/],
])('says what to do where %s', async (_, spoil, message) => {
  await spoil();
  const error = await rotateKeyFile(path, now).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(KeysError);
  expect((error as Error).message).toMatch(message);
  expect(await readdir(folder)).not.toContain('keys.json.lock');
});

it('says that it cannot where nothing can be written, as in a mounted secret', async () => {
  await chmod(path, 0o444);
  await chmod(folder, 0o555);
  await asNobody(async () => {
    const error = await rotateKeyFile(path, now).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KeysError);
    expect((error as Error).message).toMatch(/cannot be rotated, since .*keys\.json cannot be written here \(EACCES\)/);
  });
  expect(await onDisk()).toEqual(first);
});

/** As `npm run rotate-keys` runs it, after a build. */
async function runCommand(env: Record<string, string>) {
  const entry = fileURLToPath(new URL('rotate-keys.ts', import.meta.url));
  const args = ['--import', 'tsx', '--conditions=source', entry];
  const run = promisify(execFile)(process.execPath, args, { env: { PATH: process.env.PATH, ...env } });
  return run.then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, text: stderr }),
  );
}

it('is one command, also for keys elsewhere', async () => {
  const { code, text } = await runCommand({ WAYMARK_DATA_DIR: folder });
  expect(text).toMatch(
    /keys\.json has a new signing key\. It signs from \d\d:\d\d:\d\d UTC on.*Nobody is signed out\.\n$/,
  );
  expect([code, kids(await onDisk()).length]).toEqual([0, 2]);
  await runCommand({ WAYMARK_DATA_DIR: tmpdir(), WAYMARK_KEYS_FILE: path });
  expect(kids(await onDisk())).toHaveLength(3);
});

it('is a command that says what is wrong, without a stack', async () => {
  await writeFile(path, '{');
  const damaged = await runCommand({ WAYMARK_DATA_DIR: folder });
  expect(damaged).toEqual({ code: 1, text: `${path} is damaged. Restore it from a backup.\n` });
  expect(await readFile(path, 'utf8')).toBe('{');
  const wrong = await runCommand({ WAYMARK_DATA_DIR: folder, PORT: 'x' });
  expect([wrong.code, wrong.text]).toEqual([
    1,
    expect.stringMatching(/^Waymark cannot start with these settings:\n.*PORT/),
  ]);
});
