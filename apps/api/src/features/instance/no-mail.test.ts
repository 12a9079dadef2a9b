import { afterAll, beforeEach, expect, it } from 'vitest';
import { makeOwner, signUp } from '../../../test/build.js';
import { startApp } from '../../../test/start.js';
import { Invitation } from '../members/invitations.model.js';
import { Audit } from './audit.model.js';
import { SettingsDocument } from './settings.model.js';

// An address of its own and no mail server: nothing can be mailed from there.
const app = await startApp({ isLoopback: false });
const owner = await makeOwner(await signUp(app, { name: 'Oda Owner' }));

const reset = () => SettingsDocument.deleteMany({});
beforeEach(reset);
afterAll(reset);

const change = (body: Record<string, unknown>) =>
  owner.call('changeSettings', { body, headers: { 'if-match': '"1"' } });

it.each([
  { who: 'anyone', domains: [], verifiedFirst: true },
  { who: 'invited', domains: [], verifiedFirst: true },
  { who: 'domains', domains: ['example.org'], verifiedFirst: false },
])('cannot ask for an address to be confirmed: $who', async (signUpPolicy) => {
  expect((await change({ signUp: signUpPolicy, welcome: 'Hello' })).problem.code).toBe('no-mail');
  expect(await owner.ok('readSettings')).toMatchObject({ version: 1, welcome: '' });
});

it('can still keep sign-up to those with an invitation, and change what needs no mail', async () => {
  expect((await change({ signUp: { who: 'invited', domains: [], verifiedFirst: false } })).status).toBe(200);
  expect((await owner.ok('readInstance')).mail).toBe('none');
});

it('lets the rest be changed where mail was lost later', async () => {
  await change({ welcome: 'x' });
  await SettingsDocument.updateOne({ _id: 'settings' }, { $set: { version: 1, 'signUp.verifiedFirst': true } });
  expect((await change({ welcome: 'Hello' })).status).toBe(200);
});

it('invites by a link that is handed on, and not by mail', async () => {
  const before = await Invitation.countDocuments();
  const mailed = await owner.call('createInvitation', { body: { email: 'ada@example.org' } });
  expect(mailed.problem.code).toBe('no-mail');
  expect(await Invitation.countDocuments()).toBe(before);
  expect((await owner.ok('createInvitation', { body: {} })).url).toContain('/invitations/');
});

it('makes a link to a new password for a member, once, and the log names who did it for whom', async () => {
  const ada = await signUp(app);
  const made = await owner.call('makeResetLink', { params: { id: ada.id } });
  expect(made.status).toBe(201);
  expect(made.body.expiresAt).toBe(new Date(app.now().getTime() + 1_800_000).toISOString());
  const [, token] = /^http:\/\/127\.0\.0\.1:\d+\/reset\/([\w-]{43})$/.exec(made.body.url) ?? [];
  expect(token).toBeDefined();
  const line = await Audit.findOne({ event: 'reset-link-made' }).sort({ _id: -1 }).lean();
  expect([String(line?.actorId), String(line?.targetId)]).toEqual([owner.id, ada.id]);
  expect(JSON.stringify(line)).not.toContain(token);

  const second = await owner.ok('makeResetLink', { params: { id: ada.id } });
  const use = (url: string) =>
    ada.call('resetPassword', { body: { token: url.split('/').at(-1), password: 'nine quiet lanterns' } });
  expect((await use(made.body.url)).problem.code, 'a newer link ends it').toBe('link-ended');
  expect((await use(second.url)).status).toBe(204);
  expect((await use(second.url)).problem.code, 'used up').toBe('link-ended');
  const unknown = await owner.call('makeResetLink', { params: { id: 'fedcba9876543210fedcba98' } });
  expect(unknown.problem.code).toBe('not-found');
});

it('leaves it to the member where a mail server is named', async () => {
  const ada = await signUp(app);
  app.deps.env.smtpUrl = 'smtp://127.0.0.1:9';
  try {
    const refused = await owner.call('makeResetLink', { params: { id: ada.id } });
    expect(refused.problem.code).toBe('mail-works');
  } finally {
    app.deps.env.smtpUrl = undefined;
  }
  expect((await owner.call('makeResetLink', { params: { id: ada.id } })).status).toBe(201);
});
