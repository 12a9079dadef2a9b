import { beforeEach, expect, it, vi } from 'vitest';
import { goodPassword, makeOwner, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { day, startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';
import { makeLink } from '../credentials/links.js';
import { Link } from '../credentials/links.model.js';
import { Audit } from './audit.model.js';
import { offerClaim } from './offer-claim.js';
import { SettingsDocument } from './settings.model.js';

// Ten rounds of ten transactions that meet, on a machine that has other things to do.
vi.setConfig({ testTimeout: 60_000 });

const app = await startApp();

/** As of the first start: nobody has been here. */
beforeEach(async () => {
  for (const model of [Account, Link, SettingsDocument]) await model.collection.deleteMany({});
});

/** The token of the link that the start prints. */
async function offered(): Promise<string> {
  const [, token = ''] = /\/claim\/([\w-]{43})$/m.exec((await offerClaim(app.deps)).join('\n')) ?? [];
  return token;
}

const newClaim = async () => (await makeLink({ kind: 'claim', accountId: null }, app.now())).token;

it('is offered at the start as a link to our own address, as long as there is no owner', async () => {
  const lines = await offerClaim(app.deps);
  expect(lines.join('\n')).toMatch(new RegExp(`^  ${app.deps.env.publicUrl}/claim/[\\w-]{43}$`, 'm'));
  expect(app.logged()).not.toContain('/claim/');
  const member = await signUp(app);
  expect(await offerClaim(app.deps), 'a member is no owner').not.toEqual([]);
  await makeOwner(member);
  expect(await offerClaim(app.deps)).toEqual([]);
  await Account.updateOne({ _id: member.id }, { $set: { eraseAfter: app.now() } });
  expect(await offerClaim(app.deps), 'who is to be erased owns nothing').not.toEqual([]);
});

it('makes the first owner of the member who opens it', async () => {
  const token = await offered();
  const ada = await signUp(app);
  expect((await ada.ok('readInstance')).hasOwner).toBe(false);
  expect((await ada.call('readSettings')).status).toBe(403);
  expect((await ada.call('claimInstance', { body: { token } })).status).toBe(204);
  expect((await ada.ok('readMe')).role).toBe('owner');
  expect((await ada.ok('readSettings')).version).toBe(1);
  expect((await ada.ok('readInstance')).hasOwner).toBe(true);
  const lines = await Audit.find({ event: 'owner-claimed', actorId: ada.id }).lean();
  expect(lines).toHaveLength(1);
  expect(JSON.stringify(lines)).not.toContain(token);
});

it('works once, is only the newest, and for seven days', async () => {
  const [first, second] = [await offered(), await offered()];
  const ada = await signUp(app);
  const claim = (token: string) => ada.call('claimInstance', { body: { token } });
  expect((await claim(first)).problem.code).toBe('link-ended');
  expect((await claim(`${second}x`)).problem.code).toBe('link-ended');
  app.advance(7 * day);
  const late = await signUp(app);
  expect((await late.call('claimInstance', { body: { token: second } })).problem.code).toBe('link-ended');
  const third = await offered();
  expect((await late.call('claimInstance', { body: { token: third } })).status).toBe(204);
  expect((await late.call('claimInstance', { body: { token: third } })).problem.code).toBe('link-ended');
});

it('takes no link of another kind, and no stranger', async () => {
  const ada = await signUp(app);
  const account = await Account.findById(ada.id).lean();
  const { token } = await makeLink({ kind: 'reset', accountId: account?._id ?? null }, app.now());
  expect((await ada.call('claimInstance', { body: { token } })).problem.code).toBe('link-ended');
  const own = await offered();
  expect((await clientOf(app).call('claimInstance', { body: { token: own } })).status).toBe(401);
  expect((await ada.call('claimInstance', { body: { token: own } })).status).toBe(204);
});

it('is over once there is an owner, though the link was not used', async () => {
  const token = await offered();
  const [ada, owner] = await Promise.all([signUp(app), signUp(app).then(makeOwner)]);
  expect((await ada.call('claimInstance', { body: { token } })).problem.code).toBe('link-ended');
  expect((await ada.ok('readMe')).role).toBe('member');
  expect((await owner.ok('readMe')).role).toBe('owner');
});

it.each([
  ['one link', (tokens: readonly string[]) => tokens.map(() => tokens[0] ?? '')],
  ['links of several starts', (tokens: readonly string[]) => tokens],
])('lets one of ten members win with %s, ten times over', async (_, handOut) => {
  const members = await Promise.all(
    Array.from({ length: 10 }, (_, i) => signUp(app, { name: `Member ${i}`, password: goodPassword })),
  );
  for (let round = 0; round < 10; round += 1) {
    await Account.updateMany({}, { $set: { role: 'member' } });
    await SettingsDocument.collection.deleteMany({});
    await Link.deleteMany({});
    // What two processes that start at once leave behind: several links that hold.
    const tokens = [];
    for (const _ of members) {
      tokens.push(await newClaim());
      await Link.updateMany({ kind: 'claim' }, { $set: { accountId: members[tokens.length - 1]?.id } });
    }
    const given = handOut(tokens);
    const answers = await Promise.all(
      members.map((member, i) => member.call('claimInstance', { body: { token: given[i] } })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, ...Array(9).fill(422)]);
    expect(await Account.countDocuments({ role: 'owner' })).toBe(1);
  }
});
