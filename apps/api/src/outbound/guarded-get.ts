import { lookup as lookUp } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.js';

const patienceMs = 5000;
const mostBytes = 64 * 1024;
const mostRedirects = 3;

/** `refused`: not a place that this server goes to. `unknown`: no such name. `silent`: it did not answer in time, or broke off. */
export type NoAnswer = 'refused' | 'unknown' | 'silent';

export class GetFailed extends Error {
  constructor(readonly why: NoAnswer) {
    super(why);
    this.name = 'GetFailed';
  }
}

/** How names become addresses, which of them may be connected to, and whom to trust: a test brings its own. */
export interface Outbound {
  resolve: (host: string) => Promise<readonly string[]>;
  isAllowed: (address: string) => boolean;
  /** PEM, beside the usual authorities. */
  ca?: string;
}

export const outbound: Outbound = {
  resolve: async (host) => (await lookUp(host, { all: true, verbatim: true })).map(({ address }) => address),
  isAllowed: isPublicAddress,
};

export interface Got {
  status: number;
  /** At most 64 kB of it. */
  body: Buffer;
  /** It wants to lead somewhere else, where we do not follow. */
  leadsAway: boolean;
}

interface Wanted {
  headers?: Record<string, string>;
  /** Enough has come: the rest is not read. */
  isEnough?: (body: Buffer) => boolean;
}

/** The one address that is connected to; every one that the name has must be allowed, so that none can be chosen later. */
async function addressOf({ hostname }: URL, { resolve, isAllowed }: Outbound): Promise<string> {
  const host = hostname.replace(/^\[|\]$/g, '');
  let addresses: readonly string[];
  try {
    addresses = isIP(host) ? [host] : await resolve(host);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new GetFailed(code === 'ENOTFOUND' || code === 'ENODATA' ? 'unknown' : 'silent');
  }
  const [first] = addresses;
  if (first === undefined) throw new GetFailed('unknown');
  if (!addresses.every(isAllowed)) throw new GetFailed('refused');
  return first;
}

/** One request to one address; the name is not asked for again. */
function getOnce(url: URL, address: string, wanted: Wanted, out: Outbound, signal: AbortSignal) {
  const pinned: LookupFunction = (_host, options, done) => {
    const family = isIP(address);
    if (options.all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise<Got & { location: string | undefined }>((resolve, reject) => {
    const asked = request(url, {
      lookup: pinned,
      signal,
      agent: false,
      headers: { 'user-agent': 'Waymark', accept: '*/*', ...wanted.headers },
      ...(out.ca !== undefined && { ca: out.ca }),
    });
    const fail = () => reject(new GetFailed('silent'));
    asked.on('error', fail);
    asked.on('response', (answer) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      const end = () => {
        resolve({
          status: answer.statusCode ?? 0,
          body: Buffer.concat(chunks).subarray(0, mostBytes),
          leadsAway: false,
          location: answer.headers.location,
        });
        asked.destroy();
      };
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes >= mostBytes || wanted.isEnough?.(Buffer.concat(chunks))) end();
      });
      answer.on('end', end);
      answer.on('error', fail);
    });
    asked.end();
  });
}

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status);

/**
 * Asks for a public address on the web, as a server that strangers give addresses to must: it resolves the name itself
 * and connects to that very address, refuses every one that is not public, follows redirects on the same host alone, and
 * takes five seconds and 64 kB in all. Throws `GetFailed`.
 */
export async function guardedGet(address: string, wanted: Wanted = {}, out: Outbound = outbound): Promise<Got> {
  const signal = AbortSignal.timeout(patienceMs);
  let url = new URL(address);
  for (let follows = 0; ; follows += 1) {
    const isPlain = url.username === '' && url.password === '' && ['https:', 'http:'].includes(url.protocol);
    if (!isPlain) throw new GetFailed('refused');
    const to = await inTime(addressOf(url, out), signal);
    const { location, ...got } = await getOnce(url, to, wanted, out, signal);
    if (!isRedirect(got.status) || location === undefined) return got;
    const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    const isSame = next?.host === url.host && (next.protocol === url.protocol || next.protocol === 'https:');
    if (!next || !isSame || follows === mostRedirects) return { ...got, leadsAway: true };
    url = next;
  }
}

/** A resolver has an end of its own that may be later. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new GetFailed('silent')), { once: true });
    work.then(resolve, reject);
  });
}
