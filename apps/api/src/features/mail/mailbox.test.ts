import { beforeEach, describe, expect, it } from 'vitest';
import { makeOwner, newEmail, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { lettersTo } from '../../../test/letters.js';
import { minute, startApp, type TestApp } from '../../../test/start.js';
import { letters } from './letters.js';
import { Mail } from './mail.model.js';
import { mostKept, tidyMailbox } from './mailbox.js';
import { queueLetter } from './queue-letter.js';

const app = await startApp();
const withSmtp = await startApp({ smtpUrl: 'smtp://127.0.0.1:9', mailFrom: 'w@example.org' });
const withoutMail = await startApp({ isLoopback: false, publicUrl: 'https://way.example.org' });
const anyone = clientOf(app);
const token = 'a-token-that-opens-an-account';

beforeEach(() => Mail.deleteMany({}));

async function queue(of: TestApp = app, to = newEmail()): Promise<string> {
  const url = `${of.deps.env.publicUrl}/reset/${token}`;
  await queueLetter(of.deps, to, letters.resetPassword({ name: 'Ada', instance: 'Way Place', url }), of.now());
  return to;
}

async function onlyMail() {
  const [mail] = (await anyone.ok('listMailbox')).items;
  if (!mail) throw new Error('the mailbox is empty');
  return mail;
}

const withoutId = (text: string) => text.replace(/"requestId":"[^"]+"/, '');

describe('the mailbox of this machine', () => {
  it('has a letter as soon as it was written, to be read as text and as HTML', async () => {
    const to = await queue();
    const mail = await onlyMail();
    expect(mail).toMatchObject({ to, subject: 'Set a new password for Way Place', sentAt: app.now().toISOString() });
    const read = await anyone.ok('readMailboxMail', { params: { id: mail.id } });
    expect(read).toMatchObject({ ...mail, from: 'Waymark <waymark@127.0.0.1>' });
    const link = `${app.address}/reset/${token}`;
    expect([read.text.includes(link), read.html.includes(`href="${link}"`)]).toEqual([true, true]);
    expect(await lettersTo(app, to)).toEqual([expect.objectContaining({ kind: 'reset-password', url: link })]);
  });

  it('shows the newest first, page by page', async () => {
    const sent: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      sent.unshift(await queue());
      // Those of one moment keep their order too, and a page may end among them.
      if (round === 1) app.advance(1);
    }
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await anyone.ok('listMailbox', { query: { limit: 2, ...(cursor && { cursor }) } });
      seen.push(...page.items.map(({ to }) => to));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(sent);
  });

  it.each<[string, Record<string, string>, number]>([
    ['another name for it', { host: 'localhost' }, 200],
    ['a name that only seems to be here', { host: 'rebound.example.org' }, 404],
    ['no port', { host: '127.0.0.1', port: '' }, 404],
    ['another port', { host: '127.0.0.1', port: ':1' }, 404],
    ['a proxy', { host: '127.0.0.1', 'x-forwarded-for': '203.0.113.9' }, 404],
    ['a proxy of the other kind', { host: '127.0.0.1', forwarded: 'for=203.0.113.9' }, 404],
  ])('answers %s as it should', async (_, { host, port = `:${new URL(app.address).port}`, ...headers }, status) => {
    await queue();
    const { id } = await onlyMail();
    const asking = { headers: { ...headers, host: `${host}${port}` } };
    const list = await anyone.call('listMailbox', asking);
    const one = await anyone.call('readMailboxMail', { ...asking, params: { id } });
    expect([list.status, one.status]).toEqual([status, status]);
    if (status === 404) expect(list.text + one.text).not.toContain('Way Place');
  });

  it.each([
    ['letters are mailed', withSmtp],
    ['people come from elsewhere', withoutMail],
  ])('is not there where %s, as if it had never been', async (_, other) => {
    await queue();
    const { id } = await onlyMail();
    const headers = { host: new URL(other.deps.env.publicOrigins[0] ?? '').host };
    const refused = await clientOf(other).call('readMailboxMail', { params: { id }, headers });
    const never = await anyone.call('readMailboxMail', { params: { id: 'fedcba9876543210fedcba98' } });
    expect([refused.status, withoutId(refused.text)]).toEqual([404, withoutId(never.text)]);
    expect((await clientOf(other).call('listMailbox', { headers })).status).toBe(404);
  });

  it('leaves out what nobody can read any more, and shows the rest', async () => {
    const lost = await queue();
    const mail = await onlyMail();
    await Mail.updateOne({ _id: mail.id }, { $set: { sealed: 'sealed-with-keys-that-are-gone' } });
    const to = await queue();
    expect((await anyone.ok('listMailbox')).items.map((each) => each.to)).toEqual([to]);
    expect((await anyone.call('readMailboxMail', { params: { id: mail.id } })).status).toBe(404);
    expect(lost).not.toBe(to);
  });

  it('keeps the newest 500', async () => {
    const oldest = await queue();
    const [model] = await Mail.find({}, { _id: 0 }).lean();
    await Mail.insertMany(Array.from({ length: mostKept }, () => ({ ...model, to: newEmail() })));
    const newest = await queue();
    expect(await Mail.countDocuments()).toBe(mostKept + 2);
    await tidyMailbox(app.now());
    const left = await Mail.distinct('to');
    expect([left.length, left.includes(oldest), left.includes(newest)]).toEqual([mostKept, false, true]);
    await tidyMailbox(app.now());
    expect(await Mail.countDocuments()).toBe(mostKept);
  });

  it('takes in what waited for a mail server that is no longer named', async () => {
    const to = await queue(withSmtp);
    expect((await anyone.ok('listMailbox')).items).toEqual([]);
    await tidyMailbox(app.now());
    expect((await onlyMail()).to).toBe(to);
  });

  it('gets nothing where nothing can be mailed', async () => {
    await queue(withoutMail);
    expect(await Mail.countDocuments()).toBe(0);
  });
});

it('holds no letter and no link in the clear, in the database or the log', async () => {
  await queue();
  await queue(withSmtp);
  await anyone.ok('readMailboxMail', { params: { id: (await onlyMail()).id } });
  expect(JSON.stringify(await Mail.find().lean())).not.toMatch(/a-token-that|Set a new|Way Place/);
  expect(app.logged() + withSmtp.logged()).not.toMatch(/a-token-that|Set a new/);
});

describe('a mail to try', () => {
  it('goes to the owner who asks, to nobody else', async () => {
    const owner = await makeOwner(await signUp(app, { name: 'Olga Owner' }));
    const answered = await owner.call('sendTestMail');
    expect([answered.status, answered.body]).toEqual([202, { to: owner.email }]);
    const [letter] = await lettersTo(app, owner.email).then((all) => all.filter(({ kind }) => kind === 'test'));
    expect(letter).toMatchObject({ subject: 'Mail from Waymark works', url: app.address });
    expect(letter?.text).toMatch(/^Hello Olga Owner,/);
    expect((await (await signUp(app)).call('sendTestMail')).problem.code).toBe('not-allowed');
  });

  it('says where none can be sent', async () => {
    const owner = await makeOwner(await signUp(withoutMail));
    expect((await owner.call('sendTestMail')).problem.code).toBe('no-mail');
  });

  it('can be had five times an hour', async () => {
    const strict = await startApp({ rateLimitFactor: 1 });
    const owner = await makeOwner(await signUp(app));
    owner.app = strict;
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => clientOf(strict, owner.token).call('sendTestMail')),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
    expect(await Mail.countDocuments({ to: owner.email, kind: 'test' })).toBe(5);
  });

  it('lets a request go on where the mail server is dead', async () => {
    const owner = await makeOwner(await signUp(withSmtp));
    expect((await owner.call('sendTestMail')).status).toBe(202);
    withSmtp.advance(minute);
    expect(await Mail.countDocuments({ to: owner.email, sentAt: null })).toBeGreaterThanOrEqual(1);
  });
});
