import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EnvError, readEnv } from './env.js';

const problemsOf = (source: Record<string, string>, cwd = '/srv'): readonly string[] => {
  try {
    readEnv(source, cwd);
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
};

describe('what the environment means', () => {
  it('has a default for everything', () => {
    expect(readEnv({}, '/srv')).toMatchObject({
      mode: 'production',
      host: '127.0.0.1',
      port: 3000,
      dataDir: '/srv/.waymark',
      mongodbUri: undefined,
      publicUrl: 'http://127.0.0.1:3000',
      publicOrigins: ['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000'],
      isHttps: false,
      isLoopback: true,
      rateLimitFactor: 1,
      bcryptCost: 11,
      logLevel: 'info',
      trustedProxies: [],
    });
  });

  it.each([
    ['a port moves the public address', { PORT: '4100' }, { publicUrl: 'http://127.0.0.1:4100' }],
    ['an empty value is no value', { PORT: '', WAYMARK_PUBLIC_URL: ' ' }, { port: 3000, isLoopback: true }],
    ['the demo has a folder of its own', { WAYMARK_MODE: 'demo' }, { dataDir: '/srv/.waymark-demo' }],
    [
      'the demo never runs on the folder of the real one',
      { WAYMARK_MODE: 'demo', WAYMARK_DATA_DIR: '/var/kept' },
      { dataDir: '/var/kept-demo' },
    ],
    ['a data folder is relative to where it was started', { WAYMARK_DATA_DIR: 'kept' }, { dataDir: '/srv/kept' }],
    [
      'an https address has one origin',
      { HOST: '0.0.0.0', WAYMARK_PUBLIC_URL: 'https://way.example.org/' },
      { publicUrl: 'https://way.example.org', publicOrigins: ['https://way.example.org'], isHttps: true },
    ],
    [
      'localhost is plain',
      { WAYMARK_PUBLIC_URL: 'http://localhost:81' },
      { isLoopback: true, publicUrl: 'http://localhost:81' },
    ],
    ['proxies', { WAYMARK_TRUSTED_PROXIES: 'loopback, fd00::/8' }, { trustedProxies: ['loopback', 'fd00::/8'] }],
    ['a load test', { WAYMARK_RATE_LIMIT_FACTOR: '1000' }, { rateLimitFactor: 1000 }],
    [
      'a demo on a demo database',
      { WAYMARK_MODE: 'demo', MONGODB_URI: 'mongodb://h/w-demo?replicaSet=r' },
      { mode: 'demo' },
    ],
  ])('%s', (_name, source, expected) => {
    expect(readEnv(source, '/srv')).toMatchObject(expected);
  });
});

describe('what stops the start', () => {
  it.each([
    ['PORT', { PORT: '0' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '3000x' }],
    ['PORT', { PORT: '1e3' }],
    ['HOST', { HOST: 'http://x' }],
    ['HOST', { HOST: '0.0.0.0' }],
    ['HOST', { HOST: '10.0.0.1' }],
    ['WAYMARK_PUBLIC_URL', { WAYMARK_PUBLIC_URL: 'http://way.example.org' }],
    ['WAYMARK_PUBLIC_URL', { WAYMARK_PUBLIC_URL: 'http://localhost.example.org' }],
    ['WAYMARK_PUBLIC_URL', { WAYMARK_PUBLIC_URL: 'https://way.example.org/app' }],
    ['WAYMARK_PUBLIC_URL', { WAYMARK_PUBLIC_URL: 'https://user@way.example.org' }],
    ['WAYMARK_PUBLIC_URL', { WAYMARK_PUBLIC_URL: 'ftp://way.example.org' }],
    ['WAYMARK_PUBLIC_URL', { WAYMARK_PUBLIC_URL: 'way.example.org' }],
    ['MONGODB_URI', { MONGODB_URI: 'localhost:27017' }],
    ['WAYMARK_SMTP_URL', { WAYMARK_SMTP_URL: 'mail.example.org', WAYMARK_MAIL_FROM: 'a@b.example' }],
    ['WAYMARK_SMTP_URL', { WAYMARK_SMTP_URL: 'smtp://me:100%@mail.example', WAYMARK_MAIL_FROM: 'a@b.example' }],
    ['WAYMARK_SMTP_URL', { WAYMARK_SMTP_URL: 'smtp://me@mail.example', WAYMARK_MAIL_FROM: 'a@b.example' }],
    ['WAYMARK_SMTP_URL', { WAYMARK_SMTP_URL: 'smtp://mail.example:99999', WAYMARK_MAIL_FROM: 'a@b.example' }],
    ['WAYMARK_SMTP_URL', { WAYMARK_SMTP_URL: 'smtp://mail.example?tls=no', WAYMARK_MAIL_FROM: 'a@b.example' }],
    ['WAYMARK_MAIL_FROM', { WAYMARK_SMTP_URL: 'smtp://mail.example.org' }],
    ['WAYMARK_MAIL_FROM', { WAYMARK_SMTP_URL: 'smtp://mail.example.org', WAYMARK_MAIL_FROM: 'nobody' }],
    ['WAYMARK_TRUSTED_PROXIES', { WAYMARK_TRUSTED_PROXIES: 'everyone' }],
    ['WAYMARK_TRUSTED_PROXIES', { WAYMARK_TRUSTED_PROXIES: '10.0.0.0/33' }],
    ['WAYMARK_TRUSTED_PROXIES', { WAYMARK_TRUSTED_PROXIES: '0.0.0.0/0' }],
    ['WAYMARK_BCRYPT_COST', { WAYMARK_BCRYPT_COST: '9' }],
    ['WAYMARK_BCRYPT_COST', { WAYMARK_BCRYPT_COST: '16' }],
    ['WAYMARK_RATE_LIMIT_FACTOR', { WAYMARK_RATE_LIMIT_FACTOR: '0' }],
    ['WAYMARK_RATE_LIMIT_FACTOR', { WAYMARK_RATE_LIMIT_FACTOR: '-1' }],
    ['WAYMARK_RATE_LIMIT_FACTOR', { WAYMARK_RATE_LIMIT_FACTOR: '2', WAYMARK_PUBLIC_URL: 'https://way.example.org' }],
    ['WAYMARK_LOG_LEVEL', { WAYMARK_LOG_LEVEL: 'loud' }],
    ['WAYMARK_MODE', { WAYMARK_MODE: 'test' }],
    ['demo', { WAYMARK_MODE: 'demo', MONGODB_URI: 'mongodb://h/waymark' }],
    ['demo', { WAYMARK_MODE: 'demo', MONGODB_URI: 'mongodb://h/?appName=a-demo' }],
    ['demo', { MONGODB_URI: 'mongodb://h/waymark-demo' }],
    ['WAYMARK_DATA_DIR', { WAYMARK_DATA_DIR: 'x/.waymark-demo' }],
  ])('%s: %o', (name, source) => {
    expect(problemsOf(source)).toEqual([expect.stringContaining(name)]);
  });

  it('is said all at once, with what is allowed', () => {
    const problems = problemsOf({ PORT: 'x', WAYMARK_LOG_LEVEL: 'x', WAYMARK_BCRYPT_COST: 'x' });
    expect(problems).toHaveLength(3);
    expect(problems[0]).toBe('PORT: "x" is not allowed; give a whole number from 1 to 65535');
  });

  it('repeats no password', () => {
    expect(problemsOf({ MONGODB_URI: 'mongo://me:secret@h' }).join()).not.toContain('secret');
  });
});

describe('a secret in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-secrets-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const uri = 'mongodb://me:secret@h/w?replicaSet=r';
  const from = { WAYMARK_MAIL_FROM: 'a@b.example' };

  it.each([
    ['as it is', uri],
    ['with the newline of an editor', `${uri}\n`],
    ['with the newline of another editor', `${uri}\r\n`],
  ])('is read %s', (_name, content) => {
    expect(readEnv({ MONGODB_URI_FILE: file('uri', content) }, '/srv').mongodbUri).toBe(uri);
  });

  it('is found from where Waymark was started, and for mail, too', () => {
    file('smtp', 'smtps://me:secret@mail.example\n');
    expect(readEnv({ WAYMARK_SMTP_URL_FILE: 'smtp', ...from }, folder).smtpUrl).toBe('smtps://me:secret@mail.example');
  });

  it.each([
    [
      'both are set',
      { MONGODB_URI: uri, MONGODB_URI_FILE: '/x' },
      /^MONGODB_URI and MONGODB_URI_FILE are both set; keep/,
    ],
    [
      'there is no file',
      { MONGODB_URI_FILE: 'none' },
      /^MONGODB_URI_FILE: none cannot be read \(ENOENT\); name a file/,
    ],
    ['it is a folder', { WAYMARK_SMTP_URL_FILE: '.' }, /^WAYMARK_SMTP_URL_FILE: \. cannot be read \(EISDIR\)/],
    ['it is empty', { MONGODB_URI_FILE: 'empty' }, /^MONGODB_URI_FILE: empty is empty; put the secret into it$/],
    [
      'it holds something else',
      { MONGODB_URI_FILE: 'wrong' },
      /^MONGODB_URI_FILE: what wrong holds is not allowed; give/,
    ],
  ])('stops the start when %s, and is not repeated', (_name, source, expected) => {
    file('empty', '\n');
    file('wrong', 'mongo://me:secret@h');
    const problems = problemsOf(source, folder);
    expect(problems).toEqual([expect.stringMatching(expected)]);
    expect(problems.join()).not.toContain('secret@');
  });

  it('names the keys, but never to the demo', () => {
    const source = { WAYMARK_KEYS_FILE: 'keys/real.json' };
    expect(readEnv(source, '/srv').keysFile).toBe('/srv/keys/real.json');
    expect(readEnv({ ...source, WAYMARK_MODE: 'demo' }, '/srv').keysFile).toBeUndefined();
    expect(readEnv({}, '/srv').keysFile).toBeUndefined();
  });
});
