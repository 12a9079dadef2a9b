import { expect, it } from 'vitest';
import { type Member, signInAgain, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { minute, startApp } from '../../../test/start.js';
import { Audit } from '../instance/audit.model.js';

const app = await startApp();

const headers = { 'user-agent': 'A telephone' };

async function expectSignedOut(member: Member): Promise<void> {
  expect((await member.call('readMe')).status).toBe(401);
  expect((await clientOf(app, undefined, member.cookie).call('refreshSession')).status).toBe(401);
}

async function expectSignedIn(member: Member): Promise<void> {
  expect((await member.call('readMe')).status).toBe(200);
  expect((await clientOf(app, undefined, member.cookie).call('refreshSession')).status).toBe(200);
}

/** What the audit log says of this member beside their sign-ups and sign-ins. */
async function auditOf(member: Member) {
  const found = await Audit.find({ actorId: member.id }).sort({ at: 1, _id: 1 }).lean();
  return found.filter(({ event }) => !/^signed-(up|in)$/.test(event));
}

/** A member with three devices whose sessions are known to be alive, and somebody else. */
async function threeDevices() {
  const ada = await signUp(app);
  const [phone, tablet, other] = await Promise.all([signInAgain(ada), signInAgain(ada), signUp(app)]);
  for (const each of [ada, phone, tablet, other]) await each.ok('readMe');
  return { ada, phone, tablet, other };
}

it('signs out everywhere else at once, and not here', async () => {
  const { ada, phone, tablet, other } = await threeDevices();
  const answered = await ada.call('endSessions', { headers });
  expect([answered.status, answered.text, answered.headers['set-cookie']]).toEqual([204, '', undefined]);
  await expectSignedOut(phone);
  await expectSignedOut(tablet);
  await expectSignedIn(ada);
  await expectSignedIn(other);
  expect((await ada.ok('listSessions')).items).toHaveLength(1);
  expect(await auditOf(ada)).toEqual([
    expect.objectContaining({
      event: 'sessions-ended',
      address: '127.0.0.1',
      device: 'A telephone',
      detail: { ended: '2', also: 'nothing' },
    }),
  ]);
});

it('signs out everywhere, here as well, and takes the cookie back', async () => {
  const { ada, phone, tablet, other } = await threeDevices();
  const answered = await ada.call('endSessions', { query: { also: 'here' } });
  expect([answered.status, answered.text]).toEqual([204, '']);
  expect(answered.headers['set-cookie']).toEqual([expect.stringMatching(/^waymark=; .*Max-Age=0/)]);
  for (const each of [ada, phone, tablet]) await expectSignedOut(each);
  await expectSignedIn(other);
  expect((await auditOf(ada)).map(({ event, detail }) => [event, detail])).toEqual([
    ['sessions-ended', { ended: '3', also: 'here' }],
  ]);
  const again = await signInAgain(ada);
  await expectSignedIn(again);
});

it('has nothing to say where nothing was ended', async () => {
  const ada = await signUp(app);
  await ada.ok('endSessions');
  expect(await auditOf(ada)).toEqual([]);
});

it('takes no other word for “here”, and ends nothing then', async () => {
  const { ada, phone } = await threeDevices();
  expect((await ada.call('endSessions', { query: { also: 'there' } })).status).toBe(400);
  await expectSignedIn(phone);
});

it('lets exactly one of twenty at once say that it ended a session', async () => {
  const ada = await signUp(app);
  const phone = await signInAgain(ada);
  const id = (await ada.ok('listSessions')).items.find(({ current }) => !current)?.id ?? '';
  const answers = await Promise.all(Array.from({ length: 20 }, () => ada.call('endSession', { params: { id } })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, ...Array.from({ length: 19 }, () => 404)]);
  await expectSignedOut(phone);
  expect((await auditOf(ada)).map(({ event, detail }) => [event, detail])).toEqual([
    ['sessions-ended', { ended: '1' }],
  ]);
});

it('writes down a sign-out by its cookie or its token, once', async () => {
  const { ada, phone } = await threeDevices();
  app.advance(11 * minute);
  await ada.call('signOut', { headers });
  await ada.call('signOut');
  expect(await auditOf(ada)).toEqual([
    expect.objectContaining({ event: 'signed-out', address: '127.0.0.1', device: 'A telephone', at: app.now() }),
  ]);
  const tokenAlone = await signInAgain(phone);
  await clientOf(app, tokenAlone.token).ok('signOut');
  expect((await auditOf(ada)).map(({ event }) => event)).toEqual(['signed-out', 'signed-out']);
});
