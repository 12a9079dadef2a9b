import { expect, it, vi } from 'vitest';
import { comeInDuring, type Member, makeOwner, renew, signInAgain, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { day, minute, startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';
import { Session } from '../accounts/sessions.model.js';
import { Audit } from '../instance/audit.model.js';

// Ten rounds of transactions that meet, on a machine that has other things to do.
vi.setConfig({ testTimeout: 60_000 });

const app = await startApp();
await Account.deleteMany({});
const owner = await makeOwner(await signUp(app, { name: 'Oda Owner' }));

const change = (member: { id: string }, body: Record<string, unknown>, by: Member = owner) =>
  by.call('changeMember', { params: { id: member.id }, body });

async function linesAbout(member: { id: string }) {
  const lines = await Audit.find({ targetId: member.id }).sort({ _id: 1 }).lean();
  return lines.map(({ event, actorId, detail }) => ({ event, by: String(actorId), detail }));
}

it('makes an owner of a member, and a member again, at once', async () => {
  const ada = await signUp(app);
  const made = await change(ada, { role: 'owner' });
  expect(made.body).toMatchObject({ id: ada.id, role: 'owner', email: ada.email });
  expect((await ada.call('listMembers')).status).toBe(200);
  expect(await ada.ok('readMe')).toMatchObject({ role: 'owner', version: 2 });
  await change(ada, { role: 'owner' });
  await change(ada, { role: 'member' });
  expect((await ada.call('listMembers')).problem.code).toBe('not-allowed');
  expect(await linesAbout(ada)).toEqual([
    { event: 'role-changed', by: owner.id, detail: { role: 'owner', was: 'member' } },
    { event: 'role-changed', by: owner.id, detail: { role: 'member', was: 'owner' } },
  ]);
});

it('disables: signed out everywhere at once, and no way back in until it is undone', async () => {
  const ada = await signUp(app);
  const phone = await signInAgain(ada);
  const bob = await signUp(app);
  for (const client of [ada, phone, bob]) await client.ok('readMe');
  const made = await ada.ok('createAccessToken', {
    body: { name: 'script', scopes: ['profile:read'], expiresInDays: 1 },
  });
  const script = clientOf(app, made.token);
  expect((await script.call('readMe')).status).toBe(200);

  expect((await change(ada, { disabled: true })).body.disabledAt).toBe(app.now().toISOString());
  for (const client of [ada, phone]) {
    expect((await client.call('readMe')).status).toBe(401);
    expect((await clientOf(app, undefined, client.cookie).call('refreshSession')).status).toBe(401);
  }
  expect((await script.call('readMe')).status).toBe(401);
  const signIn = () => clientOf(app).call('signIn', { body: { email: ada.email, password: ada.password } });
  expect((await signIn()).problem.code).toBe('account-disabled');
  expect((await bob.call('readMe')).status, 'nobody else').toBe(200);

  expect((await change(ada, { disabled: false })).body.disabledAt).toBeNull();
  expect((await signIn()).status).toBe(201);
  expect((await script.call('readMe')).status, 'nothing was lost').toBe(200);
  await change(ada, { disabled: false });
  expect((await linesAbout(ada)).map(({ event }) => event)).toEqual(['member-disabled', 'member-enabled']);
});

it('keeps who was to be erased, within the seven days', async () => {
  const [ada, bob] = await Promise.all([signUp(app), signUp(app)]);
  for (const member of [ada, bob]) await member.ok('deleteMe');
  app.advance(7 * day - minute);
  const back = await signInAgain(owner);
  expect((await change(ada, { kept: true }, back)).body.eraseAfter).toBeNull();
  expect((await signInAgain(ada)).account).toMatchObject({ id: ada.id, email: ada.email });
  expect((await linesAbout(ada)).map(({ event }) => event)).toEqual(['account-kept']);
  app.advance(minute);
  expect((await change(bob, { kept: true }, back)).problem.code).toBe('not-found');
  expect((await back.call('readMember', { params: { id: bob.id } })).problem.code).toBe('not-found');
  const { items } = await back.ok('listMembers', { query: { limit: 100 } });
  expect(items.map(({ id }) => id)).toContain(ada.id);
  expect(items.map(({ id }) => id)).not.toContain(bob.id);
  expect((await change(ada, { kept: true }, back)).status, 'kept already').toBe(200);
  await Object.assign(owner, back);
});

it('signs a member out everywhere, and says so in the log', async () => {
  const ada = await signUp(app);
  const phone = await signInAgain(ada);
  await Promise.all([ada, phone].map((client) => client.ok('readMe')));
  await owner.ok('endMemberSessions', { params: { id: ada.id } });
  for (const client of [ada, phone]) expect((await client.call('readMe')).status).toBe(401);
  expect((await signInAgain(ada)).id, 'the way in is open').toBe(ada.id);
  expect((await linesAbout(ada)).map(({ event }) => event)).toEqual(['sessions-ended']);
});

it('leaves nobody in who signs in while they are disabled, ten rounds', async () => {
  const ada = await signUp(app);
  for (let round = 0; round < 10; round += 1) {
    const signIns = Array.from({ length: 6 }, () =>
      clientOf(app).call('signIn', { body: { email: ada.email, password: ada.password } }),
    );
    const [disabled, ...answers] = await Promise.all([change(ada, { disabled: true }), ...signIns]);
    expect(disabled.status).toBe(200);
    for (const answer of answers) {
      if (answer.status !== 201) continue;
      const { accessToken } = answer.body as { accessToken: string };
      expect((await clientOf(app, accessToken).call('readMe')).status).toBe(401);
    }
    expect(await Session.countDocuments({ accountId: ada.id })).toBe(0);
    await change(ada, { disabled: false });
  }
});

it('signs out who came in after the sessions were ended and before the change could be seen', async () => {
  const ada = await signUp(app);
  const late = await comeInDuring(app, ada, async () => {
    expect((await change(ada, { disabled: true })).status).toBe(200);
  });
  expect((await late.call('readMe')).status).toBe(401);
  expect(await Session.countDocuments({ accountId: ada.id })).toBe(0);
});

it.each([
  [{}, ''],
  [{ role: 'admin' }, 'role'],
  [{ disabled: 'true' }, 'disabled'],
  [{ kept: false }, 'kept'],
  [{ email: 'new@example.org' }, 'email'],
  [{ name: 'New' }, 'name'],
  [{ passwordHash: 'x' }, 'passwordHash'],
])('takes no %j', async (body, path) => {
  const ada = await signUp(app);
  const { problem } = await change(ada, body);
  expect(problem.code).toBe('invalid');
  expect(problem.errors?.map((issue) => issue.path)).toContain(path);
});

it('answers the same operation alike, and does it once', async () => {
  const ada = await signUp(app);
  const asking = {
    params: { id: ada.id },
    body: { disabled: true },
    headers: { 'idempotency-key': 'disable-ada-once' },
  };
  const answers = await Promise.all(Array.from({ length: 10 }, () => owner.call('changeMember', asking)));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(await linesAbout(ada)).toHaveLength(1);
});

it('lets a member change nobody, not even themself', async () => {
  const [ada, bob] = await Promise.all([signUp(app), signUp(app)]);
  for (const target of [ada, bob]) {
    expect((await change(target, { role: 'owner' }, ada)).problem.code).toBe('not-allowed');
  }
  expect((await bob.ok('readMe')).role).toBe('member');
  await renew(bob);
});
