import { type Endpoint, type EndpointName, endpoints, type TwoFactorPolicy } from '@waymark/contract';
import { afterAll, expect, it } from 'vitest';
import { cohort, type Member, makeOwner, mentored, signInAgain, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { codeOf, setTwoFactorPolicy, turnOnTwoFactor } from '../../../test/second-factor.js';
import { second, startApp } from '../../../test/start.js';
import { Cohort } from '../mentoring/cohorts.model.js';

const app = await startApp();
afterAll(() => setTwoFactorPolicy('optional'));

const forMembers = (Object.values(endpoints) as Endpoint[]).filter(({ access }) => access !== 'anyone');
const held = forMembers.filter((endpoint) => !endpoint.beforeTwoFactor).map(({ name }) => name);
const open = forMembers.filter((endpoint) => endpoint.beforeTwoFactor).map(({ name }) => name);

const policies = ['off', 'optional', 'mentors-and-owners', 'everyone'] as const;
const kinds = ['member', 'mentor', 'mentor without learners', 'mentor of before', 'owner'] as const;
type Kind = (typeof kinds)[number];

/** Whom each policy holds to a second factor. */
const holds: Record<TwoFactorPolicy, readonly Kind[]> = {
  off: [],
  optional: [],
  'mentors-and-owners': ['mentor', 'mentor without learners', 'owner'],
  everyone: kinds,
};

const makers: Record<Kind, () => Promise<Member>> = {
  member: () => signUp(app),
  mentor: async () => (await mentored(app)).mentor,
  'mentor without learners': async () => {
    const mentor = await signUp(app);
    await cohort(mentor);
    return mentor;
  },
  // Nobody shares anything with them any more, and the cohort was closed.
  'mentor of before': async () => {
    const { mentor, learner, grant, cohort: made } = await mentored(app);
    await learner.ok('endGrant', { params: { id: grant.id } });
    await Cohort.deleteOne({ _id: made.id });
    return mentor;
  },
  owner: async () => makeOwner(await signUp(app)),
};

async function make(kind: Kind): Promise<Member> {
  await setTwoFactorPolicy('optional');
  return makers[kind]();
}

/** A policy holds for sessions that were checked before within five seconds. */
async function decide(policy: TwoFactorPolicy): Promise<void> {
  await setTwoFactorPolicy(policy);
  app.advance(5 * second);
}

const isHeld = async (member: Member, name: EndpointName = 'listProjects') =>
  (await member.call(name)).text.includes('"two-factor-required"');

const all = policies.flatMap((policy) => kinds.map((kind) => [policy, kind] as const));

it.each(all)('%s: a %s without a second factor', async (policy, kind) => {
  const member = await make(kind);
  const isRequired = holds[policy].includes(kind);
  expect(await isHeld(member)).toBe(false);
  await decide(policy);
  expect(await isHeld(member)).toBe(isRequired);
  const me = await member.ok('readMe');
  expect([me.needsTwoFactor, me.hasTwoFactor]).toEqual([isRequired, false]);
  const known = await member.call('readMe', { headers: { 'if-none-match': `"${me.version}"` } });
  expect(known.status, 'the account is the same, what is asked of it is not').toBe(isRequired ? 200 : 304);
  expect((await member.ok('readTwoFactor')).required).toBe(isRequired);
  const again = await signInAgain(member);
  expect([again.account.needsTwoFactor, await isHeld(again)]).toEqual([isRequired, isRequired]);

  const begun = await member.call('beginTwoFactor');
  if (policy === 'off') {
    expect(begun.problem.code, 'it cannot be set up').toBe('not-allowed');
    expect((await member.call('confirmTwoFactor', { body: { code: '000000' } })).problem.code).toBe('not-allowed');
    return;
  }
  const body = { code: codeOf(begun.body.secret, app.now()) };
  await member.ok('confirmTwoFactor', { body });
  // At once, in this session and in the other: nothing has to pass first.
  expect(await Promise.all([member, again].map((client) => isHeld(client)))).toEqual([false, false]);
  expect(await member.ok('readMe')).toMatchObject({ needsTwoFactor: false, hasTwoFactor: true });

  const ended = await member.call('endTwoFactor');
  if (isRequired) {
    expect(ended.problem.code, 'it cannot be turned off').toBe('not-allowed');
    expect((await member.ok('readTwoFactor')).isOn).toBe(true);
  } else expect(ended.status).toBe(204);
});

it.each(all)('%s: a %s with a second factor goes on as before', async (policy, kind) => {
  const member = await make(kind);
  const { secret, recoveryCodes } = await turnOnTwoFactor(member);
  await decide(policy);
  expect(await isHeld(member)).toBe(false);
  const { email, password } = member;
  expect((await clientOf(app).call('signIn', { body: { email, password } })).problem.code).toBe('code-required');
  const again = await signInAgain(member, { code: codeOf(secret, app.now()) });
  expect(again.account).toMatchObject({ needsTwoFactor: false, hasTwoFactor: true });
  await again.ok('stepUp', { body: { code: recoveryCodes[0] ?? '' } });
  await again.ok('renewRecoveryCodes');
  expect((await again.call('endTwoFactor')).status).toBe(holds[policy].includes(kind) ? 403 : 204);
});

it('holds a member who must set one up off everything but what leads there, and out', async () => {
  const member = await make('owner');
  await decide('everyone');
  for (const name of held) {
    const answered = await member.call(name);
    expect([answered.status, answered.problem.code], name).toEqual([403, 'two-factor-required']);
  }
  expect(open.toSorted()).toEqual(
    [
      ...['readMe', 'deleteMe', 'stepUp', 'listSessions', 'endSession', 'endSessions', 'listIdentities'],
      ...['readTwoFactor', 'beginTwoFactor', 'confirmTwoFactor', 'endTwoFactor', 'renewRecoveryCodes'],
    ].toSorted(),
  );
  // What ends their account or session goes last.
  const last = ['endSessions', 'deleteMe'];
  for (const name of open.toSorted((a, b) => last.indexOf(a) - last.indexOf(b))) {
    expect(await isHeld(member, name), name).toBe(false);
  }
});

it('holds a personal access token of theirs, too, and lets go of it with them', async () => {
  const member = await make('member');
  const body = { name: 'x', scopes: ['profile:read' as const, 'projects:read' as const], expiresInDays: 1 };
  const { token } = await member.ok('createAccessToken', { body });
  const script = clientOf(app, token);
  await setTwoFactorPolicy('everyone');
  expect((await script.call('listProjects')).problem.code).toBe('two-factor-required');
  expect((await script.ok('readMe')).needsTwoFactor).toBe(true);
  await turnOnTwoFactor(member);
  expect((await script.call('listProjects')).status).toBe(200);
});

it('holds who becomes one of those whom the owner means', async () => {
  await setTwoFactorPolicy('mentors-and-owners');
  const [mentor, owner] = await Promise.all([signUp(app), signUp(app)]);
  await cohort(mentor);
  await makeOwner(owner);
  app.advance(5 * second);
  expect(await Promise.all([mentor, owner].map((client) => isHeld(client)))).toEqual([true, true]);
});

it('lets everybody go within five seconds once the owner requires it no longer', async () => {
  const member = await make('member');
  await decide('everyone');
  expect(await isHeld(member)).toBe(true);
  await decide('optional');
  expect(await isHeld(member)).toBe(false);
});
