import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadKeys } from './keys.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

const file = () => join(folder, 'keys.json');
const modeOf = async (path: string) => (await stat(path)).mode & 0o777;
type Keys = Awaited<ReturnType<typeof loadKeys>>;
const secretsOf = ({ signing, refresh, pepper }: Keys) =>
  [signing.key, refresh, pepper].map((key) => key.export().toString('hex'));

it('makes 256-bit keys at the first start, for its owner alone, and reads them at the next', async () => {
  const first = await loadKeys(folder);
  expect(await modeOf(file())).toBe(0o600);
  expect(new Set(secretsOf(first)).size).toBe(3);
  for (const secret of secretsOf(first)) expect(secret).toHaveLength(64);
  expect(secretsOf(await loadKeys(folder))).toEqual(secretsOf(first));
  expect(await readdir(folder)).toEqual(['keys.json']);
});

it('makes the data folder, closed to others', async () => {
  await loadKeys(join(folder, 'data'));
  expect(await modeOf(join(folder, 'data'))).toBe(0o700);
});

it('closes a file that was left open to others', async () => {
  await loadKeys(folder);
  await chmod(file(), 0o644);
  await loadKeys(folder);
  expect(await modeOf(file())).toBe(0o600);
});

it('agrees with every other process that starts at the same time', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => loadKeys(folder)));
  const [first] = all;
  for (const keys of all) expect(secretsOf(keys)).toEqual(secretsOf(first as Keys));
  expect(secretsOf(await loadKeys(folder))).toEqual(secretsOf(first as Keys));
  expect(await readdir(folder)).toEqual(['keys.json']);
});

it('verifies with every key of the ring, and signs with the first', async () => {
  await loadKeys(folder);
  const content = JSON.parse(await readFile(file(), 'utf8')) as { signing: { kid: string; secret: string }[] };
  const before = content.signing[0];
  content.signing.unshift({ kid: 'newer', secret: Buffer.alloc(32, 7).toString('base64') });
  await writeFile(file(), JSON.stringify(content));
  const keys = await loadKeys(folder);
  expect(keys.signing.kid).toBe('newer');
  expect([...keys.verifying.keys()]).toEqual(['newer', before?.kid]);
});

it.each([
  ['no JSON', '{', /damaged/],
  ['no signing key', '{"signing":[],"refresh":"x","pepper":"x"}', /no signing key/],
  [
    'a key of five bytes',
    '{"signing":[{"kid":"a","secret":"aGVsbG8="}],"refresh":"x","pepper":"x"}',
    /less than 256 bits/,
  ],
])('does not start with %s, and does not make new keys in its place', async (_, content, message) => {
  await writeFile(file(), content);
  await expect(loadKeys(folder)).rejects.toThrow(message);
  expect(await readFile(file(), 'utf8')).toBe(content);
});
