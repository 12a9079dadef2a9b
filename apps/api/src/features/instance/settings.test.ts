import { afterAll, expect, it, vi } from 'vitest';
import { makeOwner, renew, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { minute, startApp } from '../../../test/start.js';
import { Audit } from './audit.model.js';
import { SettingsDocument } from './settings.model.js';

// Ten rounds of transactions that meet, on a machine that has other things to do.
vi.setConfig({ testTimeout: 60_000 });

const app = await startApp();
const owner = await makeOwner(await signUp(app, { name: 'Oda Owner' }));
const stranger = clientOf(app);

/** Changes what is named, under the version that is there. */
async function change(body: Record<string, unknown>) {
  const { version } = await owner.ok('readSettings');
  return owner.call('changeSettings', { body, headers: { 'if-match': `"${version}"` } });
}

/** As of an instance that nobody has set anything of. */
async function reset() {
  await SettingsDocument.deleteMany({});
}

afterAll(reset);

const lastLine = () => Audit.findOne({ event: 'settings-changed' }).sort({ _id: -1 }).lean();

it('tells anyone what a client needs before anybody signed in, and nothing more', async () => {
  await reset();
  expect(await stranger.ok('readInstance')).toEqual({
    name: 'Waymark',
    welcome: '',
    blaze: 'amber',
    signUp: { who: 'anyone', verifiedFirst: false },
    twoFactor: 'optional',
    mail: 'mailbox',
    providers: [],
    hasOwner: true,
  });
  const signUpPolicy = { who: 'domains', domains: ['example.org'], verifiedFirst: true };
  await change({ name: 'Night school', welcome: 'Come in', blaze: 'blue', signUp: signUpPolicy });
  const told = await stranger.ok('readInstance');
  expect(told).toMatchObject({ name: 'Night school', welcome: 'Come in', blaze: 'blue' });
  expect(told.signUp).toEqual({ who: 'domains', verifiedFirst: true });
  await reset();
});

it('changes what is named, under the version that was read', async () => {
  await reset();
  const read = await owner.call('readSettings');
  expect([read.headers.etag, read.body.version]).toEqual(['"1"', 1]);
  const changed = await change({ welcome: 'Hello', twoFactor: 'everyone' });
  expect(changed.headers.etag).toBe('"2"');
  expect(changed.body).toEqual({ ...read.body, welcome: 'Hello', twoFactor: 'everyone', version: 2 });
  await reset();
  expect((await change({ welcome: '' })).body.version, 'what is so already is no change').toBe(1);
});

it('wants a version, and shows the present state to who has another', async () => {
  await reset();
  const body = { welcome: 'Hello' };
  expect((await owner.call('changeSettings', { body })).problem.code).toBe('if-match-required');
  for (const etag of ['"2"', '"0"', 'W/"1"', '*']) {
    const stale = await owner.call('changeSettings', { body, headers: { 'if-match': etag } });
    expect(stale.problem).toMatchObject({ code: 'stale', current: await owner.ok('readSettings') });
  }
  expect((await owner.ok('readSettings')).welcome).toBe('');
});

it('lets one of ten changes of the same version win, also the first ever', async () => {
  await reset();
  for (let version = 1; version <= 10; version += 1) {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        owner.call('changeSettings', {
          body: { welcome: `Round ${version}, ${i}` },
          headers: { 'if-match': `"${version}"` },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(9).fill(412)]);
    const won = answers.find(({ status }) => status === 200);
    expect(await owner.ok('readSettings')).toEqual(won?.body);
  }
  await reset();
});

const refused: [body: Record<string, unknown>, path: string][] = [
  [{}, ''],
  [{ name: '' }, 'name'],
  [{ name: ' \t' }, 'name'],
  [{ name: 'x'.repeat(81) }, 'name'],
  [{ name: 'Way\u0000mark' }, 'name'],
  [{ name: 'Way\u202emark' }, 'name'],
  [{ welcome: 'Two\nlines' }, 'welcome'],
  [{ welcome: 'A \u2066hidden turn' }, 'welcome'],
  [{ welcome: 'x'.repeat(501) }, 'welcome'],
  [{ blaze: 'pink' }, 'blaze'],
  [{ twoFactor: 'none' }, 'twoFactor'],
  [{ version: 7 }, 'version'],
  [{ ownersTurn: 7 }, 'ownersTurn'],
  [{ signUp: { who: 'anyone', domains: [] } }, 'signUp.verifiedFirst'],
  [{ signUp: { who: 'domains', domains: [], verifiedFirst: true } }, 'signUp.domains'],
  ...['EXAMPLE.ORG', 'example', '.org', 'a..org', 'exämple.org', '@example.org', '*.org', 'a.org,b.org', 'a.org\n'].map(
    (domain): [Record<string, unknown>, string] => [
      { signUp: { who: 'domains', domains: [domain], verifiedFirst: true } },
      'signUp.domains.0',
    ],
  ),
];

it.each(refused)('takes no %j', async (body, path) => {
  const before = await owner.ok('readSettings');
  const { problem } = await change(body);
  expect(problem.code).toBe('invalid');
  expect(problem.errors?.map((issue) => issue.path)).toContain(path);
  expect(await owner.ok('readSettings')).toEqual(before);
});

it('lists each domain once, and always has their addresses confirmed', async () => {
  await reset();
  const domains = ['b.example', 'xn--exmple-cua.org', 'b.example', 'a.b.example'];
  const { body } = await change({ signUp: { who: 'domains', domains, verifiedFirst: false } });
  expect(body.signUp).toEqual({
    who: 'domains',
    domains: ['b.example', 'xn--exmple-cua.org', 'a.b.example'],
    verifiedFirst: true,
  });
  await reset();
});

it('writes to the audit log which fields changed, and policies with their old and new value', async () => {
  await reset();
  await change({ name: 'Night school', welcome: 'Come in' });
  expect(await lastLine()).toMatchObject({ detail: { fields: 'name, welcome' }, at: app.now() });
  expect(String((await lastLine())?.actorId)).toBe(owner.id);
  await change({ signUp: { who: 'domains', domains: ['a.example', 'b.example'], verifiedFirst: true }, blaze: 'red' });
  expect((await lastLine())?.detail).toEqual({
    fields: 'blaze, signUp, domains, verifiedFirst',
    signUp: 'anyone → domains',
    domains: ' → a.example b.example',
    verifiedFirst: 'false → true',
  });
  const lines = await Audit.countDocuments({ event: 'settings-changed' });
  await change({ blaze: 'red' });
  expect(await Audit.countDocuments({ event: 'settings-changed' })).toBe(lines);
  await reset();
});

it('asks the owner for their password again ten minutes after it was given', async () => {
  await reset();
  const late = await makeOwner(await signUp(app));
  const asking = { body: { welcome: 'Hello' }, headers: { 'if-match': '"1"' }, params: { id: late.id } };
  app.advance(10 * minute);
  await renew(late);
  for (const name of ['changeSettings', 'changeMember', 'makeResetLink', 'exportAudit'] as const) {
    expect((await late.call(name, asking)).problem.code, name).toBe('step-up-required');
  }
  await late.ok('stepUp', { body: { password: late.password } });
  const { params: _, ...changing } = asking;
  expect((await late.call('changeSettings', changing)).status).toBe(200);
  await reset();
});
