import { expect, it } from 'vitest';
import { renew, signInAgain, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { minute, startApp } from '../../../test/start.js';

const app = await startApp();
const etag = (version: number) => ({ 'if-match': `"${version}"` });

it('changes what is named, under the version that was read', async () => {
  const ada = await signUp(app);
  const read = await ada.call('readMe');
  expect(read.headers.etag).toBe('"1"');
  const changed = await ada.call('changeMe', {
    body: { name: 'Ada L.' },
    headers: { 'if-match': String(read.headers.etag) },
  });
  expect(changed.body).toEqual({ ...read.body, name: 'Ada L.', version: 2 });
  expect(changed.headers.etag).toBe('"2"');
  const more = { handle: `ada-${ada.id.slice(-8)}`, timeZone: 'Pacific/Auckland' };
  await ada.ok('changeMe', { body: more, headers: etag(2) });
  expect(await ada.ok('readMe')).toEqual({ ...changed.body, ...more, version: 3 });
});

it('wants a version, and shows the present state to who has another', async () => {
  const ada = await signUp(app);
  const body = { name: 'Somebody' };
  expect((await ada.call('changeMe', { body })).problem.code).toBe('if-match-required');
  const stale = await ada.call('changeMe', { body, headers: etag(2) });
  expect(stale.problem).toMatchObject({ code: 'stale', current: await ada.ok('readMe') });
  expect((await ada.ok('readMe')).name).toBe('Ada Example');
});

it('answers 304 to who has the version', async () => {
  const ada = await signUp(app);
  const answered = await ada.call('readMe', { headers: { 'if-none-match': '"1"' } });
  expect([answered.status, answered.text]).toEqual([304, '']);
});

it('lets one of two changes of the same version win, ten times over', async () => {
  const ada = await signUp(app);
  for (let version = 1; version <= 10; version += 1) {
    const change = (name: string) => ada.call('changeMe', { body: { name }, headers: etag(version) });
    const statuses = (await Promise.all([change('One'), change('Two'), change('Three')])).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 412, 412]);
  }
});

it.each([
  [{}, ''],
  [{ name: '' }, 'name'],
  [{ handle: 'UPPER' }, 'handle'],
  [{ handle: 'ab' }, 'handle'],
  [{ handle: '-ab' }, 'handle'],
  [{ handle: 'x'.repeat(31) }, 'handle'],
  [{ timeZone: 'Nowhere' }, 'timeZone'],
  [{ email: 'new@example.org' }, 'email'],
  [{ role: 'owner' }, 'role'],
  [{ id: '0'.repeat(24) }, 'id'],
  [{ passwordHash: 'x' }, 'passwordHash'],
])('takes no %j', async (body, path) => {
  const ada = await signUp(app);
  const { problem } = await ada.call('changeMe', { body, headers: etag(1) });
  expect(problem.code).toBe('invalid');
  expect(problem.errors?.map((issue) => issue.path)).toContain(path);
});

it('gives a handle to one member, in any case that it is asked for', async () => {
  const [ada, bob] = await Promise.all([signUp(app), signUp(app)]);
  const handle = `taken-${ada.id.slice(-8)}`;
  await ada.ok('changeMe', { body: { handle }, headers: etag(1) });
  const refused = await bob.call('changeMe', { body: { handle, name: 'Bob' }, headers: etag(1) });
  expect(refused.problem).toMatchObject({ code: 'handle-taken', errors: [{ path: 'handle' }] });
  expect(await bob.ok('readMe')).toEqual(bob.account);
  const rivals = await Promise.all([signUp(app), signUp(app)]);
  const versions = [1, 1];
  for (let round = 0; round < 10; round += 1) {
    const body = { handle: `round-${round}-${ada.id.slice(-8)}` };
    const answers = await Promise.all(
      rivals.map((rival, i) => rival.call('changeMe', { body, headers: etag(versions[i] ?? 0) })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    answers.forEach(({ status }, i) => {
      if (status === 200) versions[i] = (versions[i] ?? 0) + 1;
    });
  }
});

it('asks for the password again ten minutes after it was given', async () => {
  const ada = await signUp(app);
  const needing = ['exportMe', 'deleteMe'] as const;
  app.advance(10 * minute - 1000);
  await renew(ada);
  expect((await ada.call('exportMe')).status).toBe(200);
  app.advance(1000);
  for (const name of needing) expect((await ada.call(name)).problem.code, name).toBe('step-up-required');
  expect((await ada.call('stepUp', { body: { password: 'not it' } })).problem.code).toBe('wrong-credentials');
  expect((await ada.call('exportMe')).status).toBe(403);
  const phone = await signInAgain(ada);
  expect((await ada.call('exportMe')).status, 'it counts for the session in which it was given').toBe(403);
  expect((await phone.call('exportMe')).status).toBe(200);
  await ada.ok('stepUp', { body: { password: ada.password } });
  expect((await ada.call('exportMe')).status).toBe(200);
});

it('deletes: signed out everywhere at once, no way back in, the address kept for now', async () => {
  const ada = await signUp(app);
  const phone = await signInAgain(ada);
  await phone.ok('readMe');
  const answered = await ada.call('deleteMe');
  expect(answered.status).toBe(204);
  expect(answered.headers['set-cookie']?.[0]).toMatch(/Max-Age=0/);
  for (const client of [ada, phone]) {
    expect((await client.call('readMe')).status).toBe(401);
    expect((await clientOf(app, undefined, client.cookie).call('refreshSession')).status).toBe(401);
  }
  const { email, password } = ada;
  expect((await clientOf(app).call('signIn', { body: { email, password } })).problem.code).toBe('wrong-credentials');
  const again = await clientOf(app).call('signUp', { body: { name: 'Ada', email, password } });
  expect(again.problem.code).toBe('email-taken');
});
