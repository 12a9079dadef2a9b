import { expect, it, vi } from 'vitest';
import { type Member, makeOwner, signInAgain, signUp } from '../../../test/build.js';
import { startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';
import { Audit } from '../instance/audit.model.js';

// Ten rounds of transactions that meet, on a machine that has other things to do.
vi.setConfig({ testTimeout: 60_000 });

const app = await startApp();
await Account.deleteMany({});
const owner = await makeOwner(await signUp(app, { name: 'Oda Owner' }));

const change = (member: { id: string }, body: Record<string, unknown>, by: Member = owner) =>
  by.call('changeMember', { params: { id: member.id }, body });

async function owners(): Promise<number> {
  return Account.countDocuments({ role: 'owner' });
}

it('keeps the last owner: neither demoted nor disabled, whoever asks', async () => {
  expect(await owners()).toBe(1);
  for (const body of [{ role: 'member' }, { disabled: true }, { role: 'member', disabled: true }]) {
    expect((await change(owner, body)).problem.code).toBe('last-owner');
  }
  expect(await owner.ok('readMember', { params: { id: owner.id } })).toMatchObject({ role: 'owner', disabledAt: null });
  expect(await Audit.countDocuments({ targetId: owner.id })).toBe(0);
  expect((await owner.call('readMe')).status, 'still signed in').toBe(200);
});

it('keeps the last owner from deleting their account, and lets one of two go', async () => {
  expect((await owner.call('deleteMe')).problem.code).toBe('last-owner');
  expect((await owner.call('readMe')).status, 'still signed in').toBe(200);
  for (let round = 0; round < 5; round += 1) {
    const two = await Promise.all([signUp(app), signUp(app)]);
    for (const member of two) await change(member, { role: 'owner' });
    await Account.updateOne({ _id: owner.id }, { $set: { role: 'member' } });
    const answers = await Promise.all(two.map((member) => member.call('deleteMe')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    for (const { id } of two) await Account.updateOne({ _id: id }, { $set: { role: 'member' } });
    await makeOwner(owner);
  }
});

it('counts only owners who can act', async () => {
  const [ada, bob] = await Promise.all([signUp(app), signUp(app)]);
  await change(ada, { role: 'owner' });
  await change(ada, { disabled: true });
  expect((await change(owner, { role: 'member' })).problem.code).toBe('last-owner');
  await change(bob, { role: 'owner' });
  expect((await change(owner, { role: 'member' })).status).toBe(200);
  expect((await change(owner, { role: 'owner' }, bob)).status).toBe(200);
  for (const member of [ada, bob]) await change(member, { role: 'member' });
  expect(await owners()).toBe(1);
});

it('lets one of two owners who demote each other at once win, ten rounds', async () => {
  const ada = await signUp(app);
  const bob = await signUp(app);
  for (let round = 0; round < 10; round += 1) {
    for (const member of [ada, bob]) await change(member, { role: 'owner' });
    // Only these two, so that it could go wrong.
    await Account.updateOne({ _id: owner.id }, { $set: { role: 'member' } });
    const answers = await Promise.all([
      change(bob, round % 2 ? { role: 'member' } : { disabled: true }, ada),
      change(ada, { role: 'member' }, bob),
    ]);
    const statuses = answers.map(({ status }) => status);
    expect(
      statuses.filter((status) => status === 200),
      String(statuses),
    ).toHaveLength(1);
    expect(await Account.countDocuments({ role: 'owner', disabledAt: null })).toBe(1);
    await Account.updateOne({ _id: owner.id }, { $set: { role: 'owner' } });
    await change(bob, { disabled: false });
    if (round % 2 === 0) Object.assign(bob, await signInAgain(bob));
  }
  for (const member of [ada, bob]) await change(member, { role: 'member' });
});

it('does nothing more for an owner whose role was taken while they waited, ten rounds', async () => {
  const [bob, eve] = await Promise.all([signUp(app), signUp(app)]);
  for (let round = 0; round < 10; round += 1) {
    await change(bob, { role: 'owner' });
    await Promise.all([change(bob, { role: 'member' }), change(eve, { disabled: true }, bob)]);
    const lines = await Audit.find({ $or: [{ actorId: bob.id }, { targetId: bob.id }] })
      .sort({ _id: -1 })
      .lean();
    const last = lines.find(({ event }) => event === 'role-changed' || event === 'member-disabled');
    expect(last?.detail, 'the last that is known of Bob').toEqual({ role: 'member', was: 'owner' });
    await change(eve, { disabled: false });
  }
});

it('lets one of ten owners remain when all step down at once', async () => {
  const all = await Promise.all(Array.from({ length: 9 }, () => signUp(app).then(makeOwner)));
  const everyone = [owner, ...all];
  const answers = await Promise.all(everyone.map((member) => change(member, { role: 'member' }, member)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(9).fill(200), 409]);
  expect(await owners()).toBe(1);
  await Account.updateMany({}, { $set: { role: 'member' } });
  await makeOwner(owner);
});
