import { expect, it } from 'vitest';
import { clientOf } from '../../../test/client.js';
import { send } from '../../../test/send.js';
import { hour, startApp } from '../../../test/start.js';
import { toldIn } from '../../../test/told.js';
import { Account } from '../accounts/accounts.model.js';
import { messageOf } from '../mail/mail-message.js';
import { notifyDue } from './keep-notifying.js';
import { unsubscribeUrl } from './unsubscribe.js';

const app = await startApp();
const anyone = clientOf(app);
const { digests, toldMentor } = toldIn(app);
const tokenOf = (text: string) => /\/unsubscribe\/(\S+)/.exec(text)?.[1] ?? '';

it('says to mail programs how such letters are ended, by one click', async () => {
  const { mentor } = await toldMentor();
  const url = unsubscribeUrl(app.deps, mentor.id);
  const mail = { _id: (await Account.findById(mentor.id).orFail())._id, createdAt: app.now() };
  const letter = { subject: 's', text: 't', html: 'h' };
  const headersOf = (more: object) => messageOf(app.deps.env, mail, mentor.email, { ...letter, ...more }).headers;
  expect(headersOf({ unsubscribeUrl: url })).toMatchObject({
    'List-Unsubscribe': `<${url}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
  expect(headersOf({})).not.toHaveProperty('List-Unsubscribe');
});

it('are ended by the letter’s link without a sign-in, as often as one likes, and can be wanted again', async () => {
  const { mentor, another } = await toldMentor('daily');
  const token = tokenOf(unsubscribeUrl(app.deps, mentor.id));
  const body = { token };
  expect(await anyone.ok('readMailing', { body })).toEqual({ digest: 'daily', before: 'daily' });
  for (const _ of [1, 2]) expect(await anyone.ok('stopMailing', { body })).toEqual({ digest: 'off', before: 'daily' });
  expect(await mentor.ok('readMe')).toMatchObject({ digest: 'off', version: 3 });
  await another();
  app.advance(24 * hour);
  await notifyDue(app.deps);
  expect(await digests(mentor)).toEqual([]);
  for (const _ of [1, 2])
    expect(await anyone.ok('resumeMailing', { body })).toEqual({ digest: 'daily', before: 'daily' });
  app.advance(24 * hour);
  await notifyDue(app.deps);
  expect(await digests(mentor)).toHaveLength(1);
});

it('are ended by the form that a mail program posts, and by nothing else', async () => {
  const { mentor } = await toldMentor('hourly');
  const url = new URL(unsubscribeUrl(app.deps, mentor.id));
  const post = (path: string) =>
    send(app.address, {
      method: 'POST',
      path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
  const opened = await send(app.address, { method: 'GET', path: url.pathname });
  expect(opened.status).not.toBe(405);
  expect((await post(`${url.pathname.slice(0, -2)}AA`)).status).toBe(422);
  expect((await post('/unsubscribe/never-was')).status).toBe(422);
  expect((await mentor.ok('readMe')).digest).toBe('hourly');
  for (const _ of [1, 2]) expect((await post(url.pathname)).status).toBe(200);
  expect((await mentor.ok('readMe')).digest).toBe('off');
});

it('takes no link of an account that is going', async () => {
  const { mentor } = await toldMentor();
  const body = { token: tokenOf(unsubscribeUrl(app.deps, mentor.id)) };
  await Account.updateOne({ _id: mentor.id }, { $set: { eraseAfter: app.now() } });
  expect((await anyone.call('readMailing', { body })).problem.code).toBe('link-ended');
});
