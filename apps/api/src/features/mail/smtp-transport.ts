import nodemailer, { type Transporter } from 'nodemailer';
import type { Env } from '../../env.js';
import { isLoopbackName } from '../../env.values.js';

const patienceMs = 10_000;

/** How many letters one process sends at a time, each over a connection of its own. */
export const lanes = 2;

type SmtpEnv = Pick<Env, 'smtpUrl' | 'mailFrom' | 'publicUrl'>;

/**
 * The way to the mail server; it connects when the first letter is sent. The server's certificate has to be one that
 * this machine trusts (`NODE_EXTRA_CA_CERTS` names more, and so does `ca`), and with `smtp://` it has to offer STARTTLS,
 * so that neither a password nor a letter travels in the open. To a server on this very machine `smtp://` goes
 * without: nothing leaves the machine, and such a relay rarely has a certificate that anybody vouches for.
 */
export function openTransport(env: SmtpEnv, ca?: string): Transporter {
  const url = new URL(env.smtpUrl ?? '');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'smtps:';
  const staysHere = !secure && isLoopbackName(host);
  return nodemailer.createTransport({
    pool: true,
    maxConnections: lanes,
    // When to try again is decided in one place, by the outbox.
    maxRequeues: 0,
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !staysHere,
    ignoreTLS: staysHere,
    tls: { minVersion: 'TLSv1.2', ...(ca && { ca }) },
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    // Not this machine's own name, which each receiver would read.
    name: greetingName(env.publicUrl),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Who we are to a mail server: a domain, or an address in its brackets. Source: RFC 5321, 4.1.3. */
export function greetingName(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  if (hostname.startsWith('[')) return `[IPv6:${hostname.slice(1, -1)}]`;
  return /^[\d.]+$/.test(hostname) ? `[${hostname}]` : hostname;
}
