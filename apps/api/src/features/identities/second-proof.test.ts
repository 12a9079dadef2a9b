import { afterAll, expect, it } from 'vitest';
import { newEmail, renew, signUp } from '../../../test/build.js';
import { comeIn, settingsFor, Traveller } from '../../../test/by-provider.js';
import { clientOf } from '../../../test/client.js';
import { startOidc } from '../../../test/oidc.js';
import { codeOf, turnOnTwoFactor, wrongCodeOf } from '../../../test/second-factor.js';
import { minute, startApp } from '../../../test/start.js';
import { Session } from '../accounts/sessions.model.js';
import { Audit } from '../instance/audit.model.js';
import { IdentityAttempt } from './attempts.model.js';

const oidc = await startOidc();
afterAll(() => oidc.stop());
const app = await startApp({ providers: settingsFor(oidc) });
oidc.serve(`${app.address}/sign-in/callback/oidc`);

it('asks for the second factor after the provider, and takes it in a second call', async () => {
  const member = await comeIn(app, newEmail());
  const { secret } = await turnOnTwoFactor(member);
  await member.ok('endSessions');
  const traveller = new Traveller(app);
  const query = await traveller.go((await traveller.start({ next: '/projects' })).body.url, { as: member.email });
  expect((await traveller.finish(query)).problem.code).toBe('code-required');
  expect((await traveller.finish(query, { code: wrongCodeOf(secret, app.now()) })).problem.code).toBe('wrong-code');
  // Neither another browser nor no code at all gets any further with it.
  expect((await new Traveller(app).finish(query, { code: codeOf(secret, app.now()) })).problem.code).toBe('link-ended');
  expect((await traveller.finish(query)).problem.code).toBe('code-required');
  expect(await Session.countDocuments({ accountId: member.id })).toBe(1);
  const stored = JSON.stringify(await IdentityAttempt.find().lean());
  expect(stored).not.toContain(member.email);
  const codes = await Promise.all(
    Array.from({ length: 10 }, () => traveller.finish(query, { code: codeOf(secret, app.now()) })),
  );
  expect(codes.filter(({ status }) => status === 200).map(({ body }) => body.next)).toEqual(['/projects']);
  expect(await Session.countDocuments({ accountId: member.id })).toBe(2);
  expect((await traveller.finish(query, { code: codeOf(secret, app.now(), 1) })).problem.code).toBe('link-ended');
});

it('takes the code along at once, where it is known', async () => {
  const member = await comeIn(app, newEmail());
  const { secret } = await turnOnTwoFactor(member);
  app.advance(minute);
  const answered = await new Traveller(app).travel({ as: member.email }, {}, { code: codeOf(secret, app.now()) });
  expect(answered.body.signedIn?.account.id).toBe(member.id);
});

it('is over after five wrong codes', async () => {
  const member = await comeIn(app, newEmail());
  const { secret } = await turnOnTwoFactor(member);
  const traveller = new Traveller(app);
  const query = await traveller.go((await traveller.start()).body.url, { as: member.email });
  const tries: string[] = [];
  for (let i = 0; i < 6; i += 1) {
    tries.push((await traveller.finish(query, { code: wrongCodeOf(secret, app.now()) })).problem.code);
  }
  expect(tries).toEqual([...Array.from({ length: 5 }, () => 'wrong-code'), 'link-ended']);
  app.advance(minute);
  expect((await traveller.finish(query, { code: codeOf(secret, app.now()) })).problem.code).toBe('link-ended');
});

it('counts as the password given, for ten minutes, and stepping up at the provider renews it', async () => {
  const member = await comeIn(app, newEmail());
  const traveller = new Traveller(app, member);
  expect((await member.call('beginTwoFactor')).status).toBe(200);
  app.advance(11 * minute);
  await renew(member);
  expect((await member.call('beginTwoFactor')).problem.code).toBe('step-up-required');
  const { url } = (await traveller.start({ purpose: 'step-up', next: '/settings' })).body;
  expect(new URL(url).searchParams.get('prompt')).toBe('login');
  expect(new URL(url).searchParams.get('max_age')).toBe('0');
  const answered = await traveller.finish(await traveller.go(url, { as: member.email }));
  expect(answered.body).toEqual({ purpose: 'step-up', next: '/settings', signedIn: null });
  expect((await member.call('beginTwoFactor')).status).toBe(200);
});

it('is not stepped up by another person, by who signed in there long ago, or by another session', async () => {
  const [member, other] = [await comeIn(app, newEmail()), await comeIn(app, newEmail())];
  app.advance(11 * minute);
  await Promise.all([renew(member), renew(other)]);
  const begin = async (body = {}) => {
    const traveller = new Traveller(app, member);
    return { traveller, url: (await traveller.start({ purpose: 'step-up', ...body })).body.url };
  };
  const asOther = await begin();
  const answered = await asOther.traveller.finish(await asOther.traveller.go(asOther.url, { as: other.email }));
  expect(answered.problem.code).toBe('not-allowed');
  expect(await Audit.countDocuments({ event: 'step-up-refused', actorId: member.id })).toBe(1);
  const stale = await begin();
  const old = await stale.traveller.finish(await stale.traveller.go(stale.url, { as: member.email, ago: 3600 }));
  expect(old.problem.code).toBe('bad-request');
  // What was asked for is asked for in vain where somebody takes it out on the way.
  const meddled = await begin();
  const meddle = ({ searchParams }: URL) => {
    searchParams.delete('prompt');
    searchParams.delete('max_age');
  };
  const query = await meddled.traveller.go(meddled.url, { as: member.email, ago: 3600, meddle });
  expect((await meddled.traveller.finish(query)).problem.code).toBe('bad-request');
  const swapped = await begin();
  const theirs = await swapped.traveller.go(swapped.url, { as: member.email });
  const headers = { authorization: `Bearer ${other.token}` };
  expect((await swapped.traveller.finish(theirs, { headers })).problem.code).toBe('not-signed-in');
  expect((await member.call('beginTwoFactor')).problem.code).toBe('step-up-required');
  expect((await other.call('beginTwoFactor')).problem.code).toBe('step-up-required');
});

it('offers stepping up by what is linked alone, and to members alone', async () => {
  const [linked, unlinked] = [await comeIn(app, newEmail()), await signUp(app)];
  const ask = async (client = clientOf(app)) => new Traveller(app, client).start({ purpose: 'step-up' });
  expect((await ask(linked)).status).toBe(200);
  expect((await ask(unlinked)).problem.code).toBe('not-found');
  expect((await ask()).problem.code).toBe('not-signed-in');
});
