import mongoose from 'mongoose';
import type { Transporter } from 'nodemailer';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { newEmail } from '../../../test/build.js';
import { type Arrived, decodeQuoted, refusing, startSmtp } from '../../../test/smtp.js';
import { day, hour, minute, startApp, type TestApp } from '../../../test/start.js';
import { deliverDue, deliverNext } from './deliver-mails.js';
import { letters } from './letters.js';
import { Mail, type MailRecord } from './mail.model.js';
import { queueLetter } from './queue-letter.js';
import { openTransport } from './smtp-transport.js';

const smtp = await startSmtp();
const app = await startApp({ smtpUrl: `smtp://127.0.0.1:${smtp.port}`, mailFrom: 'Waymark <waymark@example.org>' });
const transports: Transporter[] = [];
const token = 'a-token-that-opens-an-account';

function transportTo(port: number): Transporter {
  const transport = openTransport({ ...app.deps.env, smtpUrl: `smtp://127.0.0.1:${port}` });
  transports.push(transport);
  return transport;
}
const transport = transportTo(smtp.port);

afterAll(() => {
  for (const each of transports) each.close();
});

beforeEach(async () => {
  await Mail.deleteMany({});
  smtp.arrived.length = 0;
});

async function queue(of: TestApp = app, to = newEmail(), name = 'Ada Example'): Promise<string> {
  const url = `${of.deps.env.publicUrl}/reset/${token}`;
  await queueLetter(of.deps, to, letters.resetPassword({ name, instance: 'Way Place', url }), of.now());
  return to;
}

async function only(): Promise<MailRecord> {
  const [mail, ...rest] = await Mail.find().lean<MailRecord[]>();
  if (!mail || rest.length > 0) throw new Error('there is not exactly one mail');
  return mail;
}

const reaching = (to: string): Arrived[] => smtp.arrived.filter((each) => each.to.includes(to));

describe('a letter on its way', () => {
  it('reaches its address, says who sends it, and asks for no answer', async () => {
    const to = await queue();
    expect(await deliverDue(app.deps, transport)).toBe('done');
    const [mail] = smtp.arrived;
    expect(mail).toMatchObject({ from: 'waymark@example.org', to: [to] });
    expect(Object.fromEntries(mail?.headers ?? [])).toMatchObject({
      from: 'Waymark <waymark@example.org>',
      to: `Ada Example <${to}>`,
      subject: 'Set a new password for Way Place',
      'auto-submitted': 'auto-generated',
      date: 'Mon, 02 Jan 2040 10:00:00 +0000',
      'message-id': expect.stringMatching(/^<[0-9a-f]{24}@\[127\.0\.0\.1\]>$/),
      'content-type': expect.stringContaining('multipart/alternative'),
    });
    expect(mail?.headers.has('x-mailer')).toBe(false);
    const source = decodeQuoted(mail?.source ?? '');
    expect(source).toContain(`Set a new password:\r\n${app.address}/reset/${token}`);
    expect(source).toContain(`href="${app.address}/reset/${token}"`);
  });

  it('leaves nothing of itself behind once it was delivered', async () => {
    await queue();
    expect((await only()).sealed).toBeDefined();
    await deliverDue(app.deps, transport);
    const mail = await only();
    expect(mail.sentAt).toEqual(app.now());
    expect(Object.keys(mail).sort()).toEqual(['_id', 'createdAt', 'dueAt', 'kind', 'sentAt', 'tries']);
  });

  it('spells names of any script and domains of any language as mail wants them', async () => {
    await queue(app, 'vera@bücher.example', 'Вера Ωμέγα 阿达');
    await queue(app, 'eve@example.org', 'Eve, <mallory@example.net>, "x"');
    await deliverDue(app.deps, transport);
    const [vera, eve] = smtp.arrived.toSorted((a, b) => ((a.to[0] ?? '') < (b.to[0] ?? '') ? 1 : -1));
    expect(vera?.headers.get('to')).toBe('Вера Ωμέγα 阿达 <vera@xn--bcher-kva.example>');
    // Not a name that anybody could be greeted with, and never a second addressee.
    expect([eve?.to, eve?.headers.get('to')]).toEqual([['eve@example.org'], 'eve@example.org']);
  });
});

describe('a mail server that fails', () => {
  it('gets the letter once it lives again, later each time, and no request waits for it', async () => {
    const dead = await startSmtp();
    await dead.close();
    const to = await queue();
    const waits: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      expect(await deliverDue(app.deps, transportTo(dead.port))).toBe('server');
      const mail = await only();
      waits.push((mail.dueAt.getTime() - app.now().getTime()) / minute);
      expect(mail.lastFailure).toBe('ESOCKET: the mail server cannot be reached');
      // A moment too early there is nothing to do.
      app.advance(mail.dueAt.getTime() - app.now().getTime() - 1);
      expect(await deliverNext(app.deps, transport, app.now())).toBe('nothing-due');
      app.advance(1);
    }
    for (const [round, wait] of waits.entries()) {
      const whole = Math.min(60, 2 ** round);
      expect(wait / whole).toBeGreaterThanOrEqual(0.875);
      expect(wait / whole).toBeLessThanOrEqual(1.125);
    }
    const alive = await startSmtp({}, dead.port);
    expect(await deliverDue(app.deps, transportTo(dead.port))).toBe('done');
    expect(alive.arrived.map((each) => each.to)).toEqual([[to]]);
    expect((await only()).lastFailure).toBeUndefined();
  });

  it('costs one try a round, however many letters wait', async () => {
    const dead = await startSmtp();
    await dead.close();
    await Promise.all(Array.from({ length: 20 }, () => queue()));
    expect(await deliverDue(app.deps, transportTo(dead.port))).toBe('server');
    // One on each of the two lanes.
    expect(await Mail.countDocuments({ tries: mongoose.trusted({ $gt: 0 }) })).toBeLessThanOrEqual(2);
  });

  it('is given up on after two days', async () => {
    const busy = refusing(451, 'later');
    const server = await startSmtp(busy.options);
    await queue();
    const begun = app.now().getTime();
    while ((await only()).failedAt === undefined) {
      await deliverDue(app.deps, transportTo(server.port));
      app.advance(7 * hour);
      expect(app.now().getTime() - begun).toBeLessThan(3 * day);
    }
    const { failedAt, sealed, to, lastFailure } = await only();
    expect((failedAt?.getTime() ?? 0) - begun).toBeGreaterThanOrEqual(2 * day);
    expect([sealed, to, lastFailure]).toEqual([undefined, undefined, '451: the recipient is refused']);
    expect(await deliverNext(app.deps, transport, app.now())).toBe('nothing-due');
  });

  it('may refuse an address for good, once, and says so in our words', async () => {
    const strict = refusing(550, 'no such user ada-secret@example.org, see https://example.org/why');
    const server = await startSmtp(strict.options);
    const to = await queue();
    await deliverDue(app.deps, transportTo(server.port));
    app.advance(2 * hour);
    await deliverDue(app.deps, transportTo(server.port));
    expect(strict.tries).toEqual([to]);
    const mail = await only();
    expect(mail).toMatchObject({ tries: 1, lastFailure: '550: the recipient is refused' });
    expect(mail.failedAt).toBeDefined();
    expect(JSON.stringify(mail) + app.logged()).not.toMatch(/ada-secret|example\.org\/why/);
    expect(app.logged()).not.toContain(to);
  });

  it('is asked again where it refuses us and not the letter', async () => {
    const server = await startSmtp({
      onMailFrom: (_address, _session, done) => done(Object.assign(new Error('who?'), { responseCode: 550 })),
    });
    await queue();
    expect(await deliverDue(app.deps, transportTo(server.port))).toBe('server');
    const mail = await only();
    expect([mail.failedAt, mail.lastFailure]).toEqual([undefined, '550: our sender address is refused']);
  });
});

describe('several processes', () => {
  it('deliver each of 500 letters exactly once, on four workers', async () => {
    const all: string[] = [];
    while (all.length < 500) all.push(...(await Promise.all(Array.from({ length: 50 }, () => queue()))));
    const workers = Array.from({ length: 4 }, () => transportTo(smtp.port));
    await Promise.all(workers.map((each) => deliverDue(app.deps, each)));
    expect(smtp.arrived.flatMap((each) => each.to).sort()).toEqual(all.sort());
    expect(await Mail.countDocuments({ sentAt: app.now(), tries: 1 })).toBe(500);
  }, 120_000);

  it('fall upon one letter ten at a time, and one gets it', async () => {
    const to = await queue();
    const steps = await Promise.all(Array.from({ length: 10 }, () => deliverNext(app.deps, transport, app.now())));
    expect(steps.sort()).toEqual([...Array(9).fill('nothing-due'), 'sent']);
    expect(reaching(to)).toHaveLength(1);
  });

  it('leave a letter alone that another is sending', async () => {
    let letGo = () => {};
    const slow = await startSmtp({
      onRcptTo: (_address, _session, done) => {
        letGo = () => done();
        reached();
      },
    });
    let reached = () => {};
    const arrives = new Promise<void>((resolve) => {
      reached = resolve;
    });
    await queue();
    const sending = deliverNext(app.deps, transportTo(slow.port), app.now());
    await arrives;
    app.advance(minute);
    expect(await deliverNext(app.deps, transport, app.now())).toBe('nothing-due');
    letGo();
    expect(await sending).toBe('sent');
    expect([slow.arrived.length, smtp.arrived.length]).toEqual([1, 0]);
  });
});

describe('a process that dies', () => {
  it('between the server’s yes and our mark sends the same message again: same id, same date', async () => {
    const to = await queue();
    const taken = await only();
    await deliverDue(app.deps, transport);
    // As the database is left when nothing came after the server's yes.
    await Mail.replaceOne(
      { _id: taken._id },
      { ...taken, tries: 1, dueAt: new Date(app.now().getTime() + 3 * minute) },
    );
    expect(await deliverNext(app.deps, transport, app.now())).toBe('nothing-due');
    app.advance(3 * minute);
    expect(await deliverNext(app.deps, transport, app.now())).toBe('sent');
    const [first, second, ...more] = reaching(to);
    expect(more).toEqual([]);
    for (const header of ['message-id', 'date', 'to', 'subject'])
      expect([header, second?.headers.get(header)]).toEqual([header, first?.headers.get(header)]);
    expect(first?.headers.get('message-id')).toContain(String(taken._id));
  });

  it('leaves what waits to the next one, letters and keys being where they were', async () => {
    const to = await queue();
    const next = await startApp({ smtpUrl: app.deps.env.smtpUrl, mailFrom: app.deps.env.mailFrom });
    expect(await deliverNext(next.deps, transport, app.now())).toBe('sent');
    expect(reaching(to)).toHaveLength(1);
  });

  it('and lost its keys gives up what nobody can read any more', async () => {
    await queue();
    const { keys } = app.deps;
    const deps = { ...app.deps, keys: { ...keys, seal: keys.refresh } };
    expect(await deliverNext(deps, transport, app.now())).toBe('given-up');
    expect(smtp.arrived).toEqual([]);
    expect((await only()).lastFailure).toBe('ENOLETTER: it cannot be read with the keys of now');
  });
});
