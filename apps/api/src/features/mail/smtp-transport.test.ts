import type { SMTPServerOptions } from 'smtp-server';
import { expect, it } from 'vitest';
import { makeCertificate } from '../../../test/certificate.js';
import { startSmtp } from '../../../test/smtp.js';
import { failureOf } from './mail-failure.js';
import { greetingName, openTransport } from './smtp-transport.js';

const trusted = makeCertificate();
const others = makeCertificate('127.0.0.2');
const publicUrl = 'https://way.example.org';
const letter = { from: 'a@example.org', to: 'b@example.org', text: 'Hello' };

/** What became of one letter to a server of this kind: `sent`, or what would be kept of its failure. */
async function trySending(options: SMTPServerOptions, url: (port: number) => string, ca?: string) {
  const server = await startSmtp(options);
  const transport = openTransport({ smtpUrl: url(server.port), mailFrom: undefined, publicUrl }, ca);
  try {
    await transport.sendMail(letter);
    return { said: 'sent', arrived: server.arrived.length };
  } catch (error) {
    return { said: failureOf(error).text, arrived: server.arrived.length };
  } finally {
    transport.close();
    await server.close();
  }
}

const onlyAda: SMTPServerOptions = {
  authOptional: false,
  allowInsecureAuth: true,
  authMethods: ['PLAIN'],
  onAuth({ username, password }, _session, done) {
    if (username === 'ada@way' && password === 'p@ss:/ word') done(null, { user: username });
    else done(Object.assign(new Error('no ada@way here'), { responseCode: 535 }));
  },
};

it.each([
  ['its certificate is trusted', trusted, trusted.cert, 'sent'],
  [
    'nobody vouches for its certificate',
    trusted,
    undefined,
    'ECERTIFICATE: the mail server’s certificate is not trusted',
  ],
  [
    'its certificate is for another address',
    others,
    others.cert,
    'ECERTIFICATE: the mail server’s certificate is not trusted',
  ],
])('with smtps, where %s', async (_, certificate, ca, said) => {
  const options = { ...certificate, secure: true };
  expect(await trySending(options, (port) => `smtps://127.0.0.1:${port}`, ca)).toEqual({
    said,
    arrived: said === 'sent' ? 1 : 0,
  });
});

it('sends neither letter nor password in the open to another machine', () => {
  const transport = openTransport({ smtpUrl: 'smtp://ada:secret@mail.example.org', mailFrom: undefined, publicUrl });
  expect(transport.options).toMatchObject({ host: 'mail.example.org', port: 587, requireTLS: true, ignoreTLS: false });
  transport.close();
  const here = openTransport({ smtpUrl: 'smtp://[::1]:2525', mailFrom: undefined, publicUrl });
  expect(here.options).toMatchObject({ host: '::1', port: 2525, requireTLS: false, ignoreTLS: true });
  here.close();
});

it('gives up a server that offers no STARTTLS, unless it is on this machine', async () => {
  // An address that leads to this machine, and is none of the names by which we know it.
  expect(await trySending({}, (port) => `smtp://0.0.0.0:${port}`)).toEqual({
    said: '500: no safe connection to the mail server',
    arrived: 0,
  });
  expect(await trySending({}, (port) => `smtp://127.0.0.1:${port}`)).toEqual({ said: 'sent', arrived: 1 });
});

it.each([
  ['takes STARTTLS from a server whose certificate is trusted', true, 'sent'],
  ['refuses it from any other', false, 'ECERTIFICATE: the mail server’s certificate is not trusted'],
])('%s', async (_, isTrusted, said) => {
  const certificate = makeCertificate('0.0.0.0');
  const options = { ...certificate, disabledCommands: [] };
  const ca = isTrusted ? certificate.cert : undefined;
  expect((await trySending(options, (port) => `smtp://0.0.0.0:${port}`, ca)).said).toBe(said);
});

it('signs in with what the address says, its escapes undone', async () => {
  const right = (port: number) => `smtp://ada%40way:p%40ss%3A%2F%20word@127.0.0.1:${port}`;
  expect(await trySending(onlyAda, right)).toEqual({ said: 'sent', arrived: 1 });
  const wrong = (port: number) => `smtp://ada%40way:wrong@127.0.0.1:${port}`;
  expect(await trySending(onlyAda, wrong)).toEqual({
    said: '535: the mail server refuses our name or password',
    arrived: 0,
  });
});

it('lets nobody switch the checks off in the address', () => {
  const smtpUrl = 'smtps://mail.example.org/?tls.rejectUnauthorized=false&ignoreTLS=true';
  const transport = openTransport({ smtpUrl, mailFrom: undefined, publicUrl });
  expect(transport.options).toMatchObject({ secure: true, ignoreTLS: false, tls: { minVersion: 'TLSv1.2' } });
  expect(JSON.stringify(transport.options)).not.toContain('rejectUnauthorized');
  transport.close();
});

it.each([
  ['https://way.example.org', 'way.example.org'],
  ['http://127.0.0.1:3000', '[127.0.0.1]'],
  ['http://[::1]:3000', '[IPv6:::1]'],
  ['http://localhost:3000', 'localhost'],
])('greets from %s as %s', (url, name) => {
  expect(greetingName(url)).toBe(name);
});
