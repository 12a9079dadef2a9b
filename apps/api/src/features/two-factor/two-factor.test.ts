import { expect, it } from 'vitest';
import { renew, signInAgain, signUp } from '../../../test/build.js';
import { lettersTo, letterTo } from '../../../test/letters.js';
import { codeOf, turnOnTwoFactor, wrongCodeOf } from '../../../test/second-factor.js';
import { minute, second, startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';
import { Audit } from '../instance/audit.model.js';

const app = await startApp();
const off = { isOn: false, since: null, recoveryCodesLeft: 0, required: false };
const eventsOf = async (actorId: string) =>
  (await Audit.find({ actorId }).sort({ _id: 1 }).lean()).map(({ event }) => event);
/** The letters about the second factor, in their order. */
const toldOf = async ({ email }: { email: string }) =>
  (await lettersTo(app, email)).map(({ kind }) => kind).filter((kind) => kind.startsWith('two-factor'));

it('gives a seed as text, as an address and as a QR code, and changes nothing yet', async () => {
  const ada = await signUp(app);
  expect(await ada.ok('readTwoFactor')).toEqual(off);
  const begun = await ada.ok('beginTwoFactor');
  expect(begun.secret).toMatch(/^[A-Z2-7]{32}$/);
  const uri = new URL(begun.uri);
  expect(decodeURIComponent(uri.pathname.slice(1))).toBe(`Waymark:${ada.email}`);
  expect(uri.searchParams.get('secret')).toBe(begun.secret);
  expect(begun.qrSvg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*viewBox="0 0 \d+ \d+"/);
  // Drawn as an image: nothing in it could run, or reach out.
  expect(begun.qrSvg).not.toMatch(/<script|<style|style=|href|url\(|on\w+=/i);
  expect(await ada.ok('readTwoFactor')).toEqual(off);
  expect(await ada.ok('readMe')).toEqual(ada.account);
  await signInAgain(ada);
  const stored = JSON.stringify(await Account.findById(ada.id).lean());
  expect(stored).toContain('sealedSeed');
  expect(stored).not.toContain(begun.secret);
});

it('is on once a code of the seed was given, and says so by mail', async () => {
  const ada = await signUp(app);
  const phone = await signInAgain(ada);
  const { secret } = await ada.ok('beginTwoFactor');
  const { recoveryCodes } = await ada.ok('confirmTwoFactor', { body: { code: codeOf(secret, app.now()) } });
  expect(new Set(recoveryCodes).size).toBe(10);
  expect(await ada.ok('readTwoFactor')).toEqual({
    isOn: true,
    since: app.now().toISOString(),
    recoveryCodesLeft: 10,
    required: false,
  });
  expect(await ada.ok('readMe')).toEqual({ ...ada.account, hasTwoFactor: true, version: ada.account.version + 1 });
  expect((await phone.call('readMe')).status, 'other sessions go on').toBe(200);
  const stored = JSON.stringify(await Account.findById(ada.id).lean());
  for (const code of recoveryCodes) expect(stored).not.toContain(code.replaceAll('-', ''));
  expect((await letterTo(app, ada.email, 'two-factor-on')).text).toContain(`${app.address}/settings#two-factor`);
  expect(await eventsOf(ada.id)).toContain('two-factor-on');
});

it('takes a code in any spelling, of this step and the one before', async () => {
  for (const [spell, steps] of [
    [(code: string) => ` ${code.slice(0, 3)} ${code.slice(3)}`, 0],
    [(code: string) => `${code.slice(0, 3)}-${code.slice(3)}`, -1],
  ] as const) {
    const ada = await signUp(app);
    const { secret } = await ada.ok('beginTwoFactor');
    await ada.ok('confirmTwoFactor', { body: { code: spell(codeOf(secret, app.now(), steps)) } });
  }
});

it('is not turned on by any other code', async () => {
  const [ada, bob] = await Promise.all([signUp(app), signUp(app)]);
  const refused = async (code: string) => {
    const { problem } = await ada.call('confirmTwoFactor', { body: { code } });
    expect([problem.code, problem.errors?.[0]?.path], code).toEqual(['wrong-code', 'code']);
  };
  await refused('123456');
  const { secret: before } = await ada.ok('beginTwoFactor');
  const { secret } = await ada.ok('beginTwoFactor');
  const theirs = await bob.ok('beginTwoFactor');
  await refused(wrongCodeOf(secret, app.now()));
  await refused(codeOf(secret, app.now(), 1));
  await refused(codeOf(secret, app.now(), -2));
  await refused(codeOf(before, app.now()));
  await refused(codeOf(theirs.secret, app.now()));
  await refused('');
  expect(await ada.ok('readTwoFactor')).toEqual(off);
  await ada.ok('confirmTwoFactor', { body: { code: codeOf(secret, app.now()) } });
});

it('is turned on once, however many ask at the same time', async () => {
  const ada = await signUp(app);
  const { secret } = await ada.ok('beginTwoFactor');
  const body = { code: codeOf(secret, app.now()) };
  const answers = await Promise.all(Array.from({ length: 10 }, () => ada.call('confirmTwoFactor', { body })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
  const [winner] = answers.filter(({ status }) => status === 200);
  // The codes that were shown are those that count.
  await signInAgain(ada, { code: winner?.body.recoveryCodes[0] });
  expect(await toldOf(ada)).toEqual(['two-factor-on']);
});

it('keeps the seed that is on: no new one can be begun or confirmed', async () => {
  const ada = await signUp(app);
  const { secret } = await turnOnTwoFactor(ada);
  expect((await ada.call('beginTwoFactor')).problem.code).toBe('two-factor-on');
  const again = await ada.call('confirmTwoFactor', { body: { code: codeOf(secret, app.now()) } });
  expect(again.problem.code).toBe('two-factor-on');
  await signInAgain(ada, { code: codeOf(secret, app.now()) });
});

it('is turned off, says so by mail, and asks for no code any more', async () => {
  const ada = await signUp(app);
  await ada.ok('endTwoFactor');
  expect(await toldOf(ada), 'there was nothing to turn off').toEqual([]);
  await turnOnTwoFactor(ada);
  await ada.ok('endTwoFactor');
  expect(await ada.ok('readTwoFactor')).toEqual(off);
  expect((await ada.ok('readMe')).hasTwoFactor).toBe(false);
  await signInAgain(ada);
  expect(await toldOf(ada)).toEqual(['two-factor-on', 'two-factor-off']);
  expect(await eventsOf(ada.id)).toEqual(expect.arrayContaining(['two-factor-on', 'two-factor-off']));
  const { secret } = await turnOnTwoFactor(ada);
  await signInAgain(ada, { code: codeOf(secret, app.now()) });
});

it('renews the recovery codes: the ones before are over', async () => {
  const ada = await signUp(app);
  expect((await ada.call('renewRecoveryCodes')).problem.code).toBe('not-found');
  await ada.ok('beginTwoFactor');
  expect((await ada.call('renewRecoveryCodes')).problem.code, 'not while it is being set up').toBe('not-found');
  const { recoveryCodes: before } = await turnOnTwoFactor(ada);
  await signInAgain(ada, { code: before[0] });
  expect((await ada.ok('readTwoFactor')).recoveryCodesLeft).toBe(9);
  const { recoveryCodes } = await ada.ok('renewRecoveryCodes');
  expect(recoveryCodes.filter((code) => before.includes(code))).toEqual([]);
  expect((await ada.ok('readTwoFactor')).recoveryCodesLeft).toBe(10);
  const { email, password } = ada;
  const withOld = await ada.call('signIn', { body: { email, password, code: before[1] } });
  expect(withOld.problem.code).toBe('wrong-code');
  await signInAgain(ada, { code: recoveryCodes[1] });
  expect(await eventsOf(ada.id)).toContain('recovery-codes-renewed');
});

it('wants the password or a code of the last ten minutes for each change, and none for reading', async () => {
  const ada = await signUp(app);
  const { secret, recoveryCodes } = await turnOnTwoFactor(ada);
  app.advance(10 * minute);
  await renew(ada);
  const changes = ['beginTwoFactor', 'endTwoFactor', 'renewRecoveryCodes'] as const;
  for (const name of changes) expect((await ada.call(name)).problem.code, name).toBe('step-up-required');
  const confirming = await ada.call('confirmTwoFactor', { body: { code: '000000' } });
  expect(confirming.problem.code).toBe('step-up-required');
  await ada.ok('readTwoFactor');

  expect((await ada.call('stepUp', { body: { code: wrongCodeOf(secret, app.now()) } })).problem.code).toBe(
    'wrong-code',
  );
  expect((await ada.call('endTwoFactor')).status).toBe(403);
  const code = codeOf(secret, app.now());
  await ada.ok('stepUp', { body: { code } });
  await ada.ok('renewRecoveryCodes');
  expect((await ada.call('stepUp', { body: { code } })).problem.code, 'each code counts once').toBe('wrong-code');
  expect((await ada.call('stepUp', { body: { code: recoveryCodes[0] ?? '' } })).status, 'renewed').toBe(401);
  app.advance(30 * second);
  await ada.ok('stepUp', { body: { code: codeOf(secret, app.now()) } });
});

it.each(['', '000000', '123456'])('no code (%j) steps up who has no second factor', async (code) => {
  const ada = await signUp(app);
  app.advance(10 * minute);
  await renew(ada);
  expect((await ada.call('stepUp', { body: { code } })).problem.code).toBe('wrong-code');
  await ada.ok('beginTwoFactor').catch(() => undefined);
  expect((await ada.call('exportMe')).problem.code).toBe('step-up-required');
  await ada.ok('stepUp', { body: { password: ada.password } });
  const { secret } = await ada.ok('beginTwoFactor');
  const unconfirmed = await ada.call('stepUp', { body: { code: codeOf(secret, app.now()) } });
  expect(unconfirmed.problem.code, 'nor one that is being set up').toBe('wrong-code');
  expect((await ada.call('exportMe')).status).toBe(200);
});
