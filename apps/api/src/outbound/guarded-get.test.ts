import { Socket } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { closeServers, here, serve } from '../../test/near-web.js';
import { GetFailed, guardedGet } from './guarded-get.js';
import { isPublicAddress } from './public-address.js';

afterEach(() => void vi.restoreAllMocks());

async function failureOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('it was answered'),
    (thrown: Error) => thrown,
  );
  return error instanceof GetFailed ? error.why : String(error);
}

/** Addresses that are nobody's on the public web, by what they are. */
const dangerous: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.1', '127.0.0.2', '127.1.2.3', '127.255.255.254', '::1'],
  unspecified: ['0.0.0.0', '0.1.2.3', '::'],
  private: ['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.254', '192.168.0.1', '192.168.255.254'],
  'unique local': ['fc00::1', 'fd00::1', 'fdff:ffff::1', 'fd12:3456:789a::1'],
  'link-local': ['169.254.0.1', '169.254.255.254', 'fe80::1', 'fe81::1', 'febf::1'],
  metadata: ['169.254.169.254', '169.254.170.2', '100.100.100.200', 'fd00:ec2::254', '192.0.0.192'],
  'carrier-grade': ['100.64.0.1', '100.127.255.254'],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1', 'ff0e::1'],
  broadcast: ['255.255.255.255'],
  reserved: [
    '192.0.0.1',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '240.0.0.1',
    '254.1.2.3',
    '198.18.0.1',
    '198.19.255.254',
  ],
  'reserved, version 6': ['2001:db8::1', '100::1', '2001:2::1'],
  mapped: ['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:169.254.169.254', '::ffff:7f00:1', '::127.0.0.1'],
  wrapped: ['64:ff9b::7f00:1', '64:ff9b::a9fe:a9fe', '64:ff9b::a00:1', '2002:7f00:1::', '2002:a00:1::', '2001:0:1::1'],
};
const addresses = Object.values(dangerous).flat();

const inUrl = (address: string) => (address.includes(':') ? `[${address}]` : address);

/** Other ways to write an address of version 4 that a browser takes for the same. */
function spellings(address: string): string[] {
  if (address.includes(':')) return [];
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const whole = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  return [
    String(whole),
    `0x${whole.toString(16)}`,
    [a, b, c, d].map((part) => `0${part.toString(8)}`).join('.'),
    [a, b, c, d].map((part) => `0x${part.toString(16)}`).join('.'),
    `${a}.${((b << 16) | (c << 8) | d) >>> 0}`,
    `${address}.`,
  ];
}

const written = addresses.flatMap((address) => [
  ...['http', 'https'].map((scheme) => `${scheme}://${inUrl(address)}/`),
  ...spellings(address).map((spelling) => `http://${spelling}/`),
]);
const named = ['localhost', 'internal.example', 'metadata.example', 'a.b.c.example.'].flatMap((name) =>
  addresses.map((address) => [`https://${name}/`, address] as const),
);

it('counts every address that is not of the public web among them, and no other', () => {
  for (const address of addresses) expect(isPublicAddress(address), address).toBe(false);
  const open = ['93.184.216.34', '1.1.1.1', '8.8.8.8', '172.32.0.1', '2606:4700::1111', '64:ff9b::808:808'];
  for (const address of open) expect(isPublicAddress(address), address).toBe(true);
  for (const nonsense of ['', 'example.org', '1.2.3', '1.2.3.4.5', 'fe80::1%eth0', '1.1.1.1/0']) {
    expect(isPublicAddress(nonsense), nonsense).toBe(false);
  }
});

it('connects to none of the dangerous targets, however they are written or named', async () => {
  const connect = vi.spyOn(Socket.prototype, 'connect');
  for (const address of written) {
    expect(await failureOf(guardedGet(address)), address).toBe('refused');
  }
  for (const [address, at] of named) {
    expect(
      await failureOf(guardedGet(address, {}, { ...here, isAllowed: isPublicAddress, resolve: async () => [at] })),
    ).toBe('refused');
    // One that is public beside it does not make it better: it could be the next to be chosen.
    const both = { isAllowed: isPublicAddress, resolve: async () => ['93.184.216.34', at] };
    expect(await failureOf(guardedGet(address, {}, both)), `${address} at ${at}`).toBe('refused');
  }
  for (const address of [
    'ftp://example.org/',
    'file:///etc/passwd',
    'https://user:pw@example.org/',
    'gopher://example.org/',
  ]) {
    expect(await failureOf(guardedGet(address, {}, here)), address).toBe('refused');
  }
  expect(connect).not.toHaveBeenCalled();
  expect(written.length + named.length).toBeGreaterThan(200);
});

it.each([
  'http://127.0.0.3:PORT/',
  'http://localhost:PORT/',
  'http://169.254.169.254/latest',
  '//127.0.0.3:PORT/',
  'https://[::1]/',
])('follows no redirect to %s', async (to) => {
  const hit = vi.fn();
  const inner = await serve(
    (_req, res) => {
      hit();
      res.end();
    },
    { host: '127.0.0.3' },
  );
  const port = await serve((_req, res) => {
    res.writeHead(302, { location: to.replace('PORT', String(inner)) }).end();
  });
  const got = await guardedGet(`http://127.0.0.1:${port}/`, {}, here);
  expect(got).toMatchObject({ status: 302, leadsAway: true });
  expect(hit).not.toHaveBeenCalled();
});

it('asks for a name once, and connects to what it was then', async () => {
  const hit = vi.fn();
  const port = await serve((_req, res) => res.end('the first'));
  await serve(hit, { host: '127.0.0.9', port });
  const answers = [['127.0.0.1'], ['127.0.0.9']];
  const resolve = vi.fn(async () => answers.shift() ?? ['127.0.0.9']);
  const got = await guardedGet(`http://rebinding.example:${port}/`, {}, { ...here, resolve });
  expect([got.status, got.body.toString()]).toEqual([200, 'the first']);
  expect(resolve).toHaveBeenCalledTimes(1);
  expect(hit).not.toHaveBeenCalled();
});

it('looks at the address again where a redirect on the same host comes back to it', async () => {
  const port = await serve((_req, res) => {
    res.writeHead(302, { location: '/again' }).end();
  });
  const answers = [['127.0.0.1'], ['10.0.0.1']];
  const resolve = async () => answers.shift() ?? [];
  expect(await failureOf(guardedGet(`http://rebinding.example:${port}/`, {}, { ...here, resolve }))).toBe('refused');
});

it('follows redirects on the same host, three at most', async () => {
  const port = await serve((req, res) => {
    const left = Number(req.url?.slice(1));
    if (left === 0) res.end('there');
    else res.writeHead(301, { location: `/${left - 1}` }).end();
  });
  const near = await guardedGet(`http://127.0.0.1:${port}/3`, {}, here);
  expect([near.status, near.body.toString(), near.leadsAway]).toEqual([200, 'there', false]);
  expect((await guardedGet(`http://127.0.0.1:${port}/4`, {}, here)).leadsAway).toBe(true);
});

it('reads 64 kB at most, and waits five seconds at most', async () => {
  const endless = await serve((_req, res) => {
    const timer = setInterval(() => res.write(Buffer.alloc(16_384)), 1);
    res.on('close', () => clearInterval(timer));
  });
  expect((await guardedGet(`http://127.0.0.1:${endless}/`, {}, here)).body).toHaveLength(64 * 1024);
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    expect(ms).toBe(5000);
    return AbortSignal.abort();
  });
  const mute = await serve(() => undefined);
  expect(await failureOf(guardedGet(`http://127.0.0.1:${mute}/`, {}, here))).toBe('silent');
});

it('tells a name that does not exist from a server that is silent', async () => {
  const none = async () => {
    throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  };
  expect(await failureOf(guardedGet('https://gone.example/', {}, { ...here, resolve: none }))).toBe('unknown');
  const busy = async () => {
    throw Object.assign(new Error('later'), { code: 'EAI_AGAIN' });
  };
  expect(await failureOf(guardedGet('https://busy.example/', {}, { ...here, resolve: busy }))).toBe('silent');
  const closed = await serve(() => undefined);
  closeServers();
  expect(await failureOf(guardedGet(`http://127.0.0.1:${closed}/`, {}, here))).toBe('silent');
});
