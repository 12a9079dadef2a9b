import { chmod, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadKeys as load } from './keys.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

const now = new Date('2040-01-02T10:00:00Z');
const loadKeys = (dataDir: string, keysFile?: string) => load({ dataDir, keysFile }, now);
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

it('signs with the newest that was published long enough ago, and honours what may have signed before', async () => {
  await loadKeys(folder);
  const content = JSON.parse(await readFile(file(), 'utf8')) as { signing: object[] };
  const secret = Buffer.alloc(32, 7).toString('base64');
  const madeAt = (secondsAgo: number) => new Date(now.getTime() - secondsAgo * 1000).toISOString();
  content.signing = [
    { kid: 'published', secret, madeAt: madeAt(59) },
    { kid: 'signs', secret, madeAt: madeAt(60) },
    { kid: 'signed', secret },
  ];
  await writeFile(file(), JSON.stringify(content));
  const keys = await loadKeys(folder);
  expect(keys.signing.kid).toBe('signs');
  expect([...keys.verifying.keys()]).toEqual(['published', 'signs', 'signed']);
  const later = await load({ dataDir: folder, keysFile: undefined }, new Date(now.getTime() + 16 * 60_000));
  expect(later.signing.kid).toBe('published');
  expect([...later.verifying.keys()]).toEqual(['published']);
});

it('takes the file that the owner names, as it is', async () => {
  const first = await loadKeys(folder);
  const mounted = join(folder, 'mounted.json');
  await rename(file(), mounted);
  await chmod(mounted, 0o444);
  expect(secretsOf(await loadKeys(join(folder, 'data'), mounted))).toEqual(secretsOf(first));
  expect(await modeOf(mounted)).toBe(0o444);
  expect(await readdir(folder)).toEqual(['mounted.json']);
});

it('makes no keys where the owner names a file that is missing', async () => {
  await expect(loadKeys(folder, join(folder, 'none.json'))).rejects.toThrow(
    /^WAYMARK_KEYS_FILE: there is no .*none\.json/,
  );
  expect(await readdir(folder)).toEqual([]);
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
