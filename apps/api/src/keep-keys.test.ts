import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { asNobody } from '../test/as-nobody.js';
import { renew, signUp } from '../test/build.js';
import { clientOf } from '../test/client.js';
import { day, minute, second, startApp, type TestApp } from '../test/start.js';
import { Audit } from './features/instance/audit.model.js';
import { type KeptKeys, keepKeys } from './keep-keys.js';
import { rotateKeyFile } from './key-file.js';
import { loadKeys } from './keys.js';

// Two processes on one database and one folder, with clocks that are moved together.
const dataDir = mkdtempSync(join(tmpdir(), 'waymark-keys-'));
const path = join(dataDir, 'keys.json');
const here = await startApp({ dataDir });
const there = await startApp({ dataDir });
const kept: KeptKeys[] = [];
afterAll(() => {
  for (const each of kept) each.stop();
  rmSync(dataDir, { recursive: true });
});

beforeEach(async () => {
  for (const each of kept.splice(0)) each.stop();
  rmSync(path, { force: true });
  await here.deps.connection.collection('audit').deleteMany({ event: 'keys-rotated' });
  for (const app of [here, there]) {
    app.deps.keys = await loadKeys(app.deps.env, app.now());
    kept.push(keepKeys(app.deps));
  }
  await look();
});

const look = () => Promise.all(kept.map((each) => each.look()));
const advance = (ms: number) => {
  here.advance(ms);
  there.advance(ms);
};
const kidOf = (token: string | undefined) =>
  JSON.parse(Buffer.from(token?.split('.')[0] ?? '', 'base64url').toString()).kid as string;
const rotationsOf = async () => (await Audit.find({ event: 'keys-rotated' }).lean()).map(({ detail }) => detail.kid);
const statusAt = async (app: TestApp, token: string | undefined) => (await clientOf(app, token).call('readMe')).status;

it('takes a rotation from outside: known first, signing a minute later, in every process', async () => {
  const ada = await signUp(here);
  const before = here.deps.keys.signing.kid;
  await rotateKeyFile(path, here.now());
  await look();
  expect([here, there].map(({ deps }) => deps.keys.signing.kid)).toEqual([before, before]);
  const published = [...there.deps.keys.verifying.keys()];
  expect(published).toEqual([expect.not.stringMatching(before), before]);

  advance(minute);
  await kept[0]?.look();
  await renew(ada);
  expect(kidOf(ada.token)).toBe(published[0]);
  expect(await statusAt(there, ada.token), 'a process that has not looked again').toBe(200);
});

it('honours a token of the key before until its end, and not a second longer', async () => {
  const ada = await signUp(here);
  await rotateKeyFile(path, here.now());
  // The last moment in which the old key signs.
  advance(minute - second);
  await look();
  await renew(ada);
  const old = ada.token;
  expect(kidOf(old)).toBe(here.deps.keys.signing.kid);
  advance(10 * minute - second);
  await look();
  expect(here.deps.keys.signing.kid).not.toBe(kidOf(old));
  expect([await statusAt(here, old), await statusAt(there, old)]).toEqual([200, 200]);
  advance(second);
  expect(await statusAt(here, old)).toBe(401);
  advance(5 * minute + second);
  await look();
  expect([...here.deps.keys.verifying.keys()]).toEqual([here.deps.keys.signing.kid]);
});

it('rotates by itself after thirty days, once for all processes, and writes it down once', async () => {
  expect(await rotationsOf()).toEqual([]);
  advance(30 * day);
  await look();
  expect(await rotationsOf()).toEqual([]);
  advance(minute);
  await Promise.all([look(), look(), look()]);
  const ring = (JSON.parse(await readFile(path, 'utf8')) as { signing: { kid: string }[] }).signing;
  expect(ring).toHaveLength(2);
  expect(await rotationsOf()).toEqual([ring[0]?.kid]);
  await look();
  // A process that starts later finds it written down.
  kept.push(keepKeys(here.deps));
  await look();
  expect(await rotationsOf()).toEqual([ring[0]?.kid]);
});

it('writes down what was rotated while nobody ran', async () => {
  await rotateKeyFile(path, here.now());
  const [newest] = (JSON.parse(await readFile(path, 'utf8')) as { signing: { kid: string }[] }).signing;
  for (const each of kept.splice(0)) each.stop();
  kept.push(keepKeys(here.deps));
  await look();
  expect(await rotationsOf()).toEqual([newest?.kid]);
});

it('goes on with the keys that it has when the file is spoiled, says so once, and takes the mended one', async () => {
  const ada = await signUp(here);
  const { verifying } = here.deps.keys;
  await rename(path, `${path}.aside`);
  await expect(kept[0]?.look()).rejects.toThrow(/no .*keys\.json any more/);
  await writeFile(path, '{');
  await expect(kept[0]?.look()).rejects.toThrow(/damaged/);
  expect(here.deps.keys.verifying).toBe(verifying);
  expect((await ada.call('readMe')).status).toBe(200);
  await rename(`${path}.aside`, path);
  await look();
  expect([...here.deps.keys.verifying.keys()]).toEqual([...verifying.keys()]);
});

it('signs on where it may not rotate, and says so in the log, once', async () => {
  const before = here.deps.keys.signing.kid;
  const file = await readFile(path, 'utf8');
  await chmod(path, 0o444);
  await chmod(dataDir, 0o555);
  advance(31 * day);
  await asNobody(async () => {
    await kept[0]?.look();
    await kept[0]?.look();
  });
  await chmod(dataDir, 0o700);
  expect(here.logged().match(/The signing keys cannot be rotated, since/g)).toHaveLength(1);
  expect(here.deps.keys.signing.kid).toBe(before);
  expect(await readFile(path, 'utf8')).toBe(file);
  const ada = await signUp(here);
  expect((await ada.call('readMe')).status).toBe(200);
});
