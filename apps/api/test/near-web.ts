import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import type { Outbound } from '../src/outbound/guarded-get.js';
import { isPublicAddress } from '../src/outbound/public-address.js';
import { type Certificate, makeCertificate } from './certificate.js';

const servers: { close(): unknown }[] = [];
/** From now on nobody answers. */
export function closeServers(): void {
  for (const server of servers.splice(0)) server.close();
}
afterEach(closeServers);

interface Place {
  host?: string;
  port?: number;
  tls?: Certificate;
}

/** Answers on this machine until the test is over; gives the port. */
export async function serve(answer: RequestListener, place: Place = {}): Promise<number> {
  const { host = '127.0.0.1', port = 0, tls } = place;
  const server = tls ? createTlsServer(tls, answer) : createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return (server.address() as AddressInfo).port;
}

/** This machine stands for the public web; whatever else is asked for is looked at as ever. */
export const here: Outbound = {
  resolve: async () => ['127.0.0.1'],
  isAllowed: (address) => address === '127.0.0.1' || isPublicAddress(address),
};

export const commitNamed = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3';
export const line = (text: string) => `${(text.length + 4).toString(16).padStart(4, '0')}${text}`;
/** What git says over http of where a repository's branches are; `first` is the line that names `HEAD`. */
export const advertisement = (first: string) =>
  `${line('# service=git-upload-pack\n')}0000${line(first)}${line(`${commitNamed} refs/heads/main\n`)}0000`;

/** A forge over https, with a certificate of its own that `out` trusts. */
export async function forge(body: string, status = 200) {
  const certificate = makeCertificate();
  const asked: string[] = [];
  const answer: RequestListener = (req, res) => {
    asked.push(req.url ?? '');
    res.writeHead(status, { 'content-type': 'application/x-git-upload-pack-advertisement' }).end(body);
  };
  const port = await serve(answer, { tls: certificate });
  return { address: `https://127.0.0.1:${port}/ada/shortener`, asked, out: { ...here, ca: certificate.cert } };
}
