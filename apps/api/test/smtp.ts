import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll } from 'vitest';

export interface Arrived {
  from: string;
  to: string[];
  /** As it came over the wire. */
  source: string;
  /** By name in small letters, unfolded and decoded. */
  headers: ReadonlyMap<string, string>;
}

export interface SmtpServer {
  port: number;
  arrived: Arrived[];
  close(): Promise<void>;
}

/** A mail server on a free port (or a given one) of 127.0.0.1, without TLS and passwords unless `options` say so. */
export async function startSmtp(options: SMTPServerOptions = {}, port = 0): Promise<SmtpServer> {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const source = Buffer.concat(pieces).toString('utf8');
        const from = session.envelope.mailFrom;
        const to = session.envelope.rcptTo.map(({ address }) => address);
        arrived.push({ from: from ? from.address : '', to, source, headers: headersOf(source) });
        done();
      });
    },
    ...options,
  });
  // A client that refuses the certificate is part of the test.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= new Promise<void>((resolve) => server.close(() => resolve()));
    return closing;
  };
  afterAll(close);
  return { port: (server.server.address() as AddressInfo).port, arrived, close };
}

/** Options of a server that counts each try and refuses it. */
export function refusing(responseCode: number, message: string) {
  const tries: string[] = [];
  return {
    tries,
    options: {
      onRcptTo(address: { address: string }, _session: unknown, done: (error?: Error) => void) {
        tries.push(address.address);
        done(Object.assign(new Error(message), { responseCode }));
      },
    },
  };
}

function headersOf(source: string): Map<string, string> {
  const [head = ''] = source.split('\r\n\r\n');
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())];
    }),
  );
}

/** Source: RFC 2047. */
export function decodeWords(text: string): string {
  return text
    .replaceAll(/(\?=) +(=\?)/g, '$1$2')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : decodeQuoted(word.replaceAll('_', ' ')),
    );
}

/** Quoted-printable, as text and HTML travel. */
export function decodeQuoted(text: string): string {
  const bytes = text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
