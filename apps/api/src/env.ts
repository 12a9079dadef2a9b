import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { PROVIDER_VARIABLES, type ProviderSettings, readProviders } from './env.providers.js';
import {
  isLoopbackName,
  list,
  mailAddress,
  mailServer,
  matching,
  oneOf,
  origin,
  Reader,
  trustedProxy,
} from './env.values.js';

export type Mode = 'production' | 'development' | 'demo';

/** What the owner decided, read once at start. Nothing else in the API reads `process.env`. */
export interface Env {
  mode: Mode;
  host: string;
  port: number;
  /** Absolute path: the embedded MongoDB's data, the signing keys, the development mailbox. */
  dataDir: string;
  /** Set: the keys are this file's, which may be a mounted secret; else they are in the data folder. */
  keysFile: string | undefined;
  /** Set: this replica set is used and none is started. */
  mongodbUri: string | undefined;
  /** Origin without a trailing slash. Decides links, cookies and the allowed `Origin`. */
  publicUrl: string;
  /** Every origin that counts as `publicUrl`: on a loopback host its three names are one. */
  publicOrigins: readonly string[];
  /** Cookies take the `__Host-` prefix and `Secure`. */
  isHttps: boolean;
  isLoopback: boolean;
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  providers: ProviderSettings;
  /** Multiplies every rate limit; anything but 1 is for load tests only. */
  rateLimitFactor: number;
  bcryptCost: number;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** In the form that Express's `trust proxy` takes. */
  trustedProxies: string[];
  /** Where a mongod that was fetched is kept between starts. */
  cacheDir: string;
  /** The mongod to run, named by hand. A wrong one is an error, never a reason to look on. */
  mongodBinary: string | undefined;
}

/** Every wrong variable at once, each with what is allowed. */
export class EnvError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(['Waymark cannot start with these settings:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
    this.name = 'EnvError';
  }
}

/** The names that `readEnv` knows, in the order of `.env.example`, which a test holds to this list. */
export const ENV_VARIABLES = [
  'PORT',
  'HOST',
  'WAYMARK_PUBLIC_URL',
  'WAYMARK_DATA_DIR',
  'WAYMARK_KEYS_FILE',
  'MONGODB_URI',
  'MONGODB_URI_FILE',
  'WAYMARK_SMTP_URL',
  'WAYMARK_SMTP_URL_FILE',
  'WAYMARK_MAIL_FROM',
  ...PROVIDER_VARIABLES,
  'WAYMARK_TRUSTED_PROXIES',
  'WAYMARK_BCRYPT_COST',
  'WAYMARK_RATE_LIMIT_FACTOR',
  'WAYMARK_LOG_LEVEL',
  'WAYMARK_MODE',
  'MONGOMS_SYSTEM_BINARY',
  'XDG_CACHE_HOME',
] as const;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** `source` is `process.env`; an empty value counts as unset, because Compose passes one for `${NAME:-}`. */
export function readEnv(source: Readonly<Record<string, string | undefined>>, cwd = process.cwd()): Env {
  const read = new Reader<(typeof ENV_VARIABLES)[number]>(source, cwd);
  const mode = read.value('WAYMARK_MODE', oneOf(['production', 'development', 'demo'] as const)) ?? 'production';
  const port = read.integer('PORT', 1, 65_535) ?? 3000;
  const host = read.value('HOST', matching(/^[a-z0-9.:[\]-]+$/i, 'an address or host name to listen on'));
  const factor = read.number('WAYMARK_RATE_LIMIT_FACTOR', 0.01, 100_000) ?? 1;
  const givenUrl = read.value('WAYMARK_PUBLIC_URL', origin);
  const smtpUrl = read.secret('WAYMARK_SMTP_URL', mailServer);
  const mailFrom = read.value('WAYMARK_MAIL_FROM', mailAddress);

  const listensBeyondLoopback = host !== undefined && !isLoopbackName(host);
  if (listensBeyondLoopback && !read.isSet('WAYMARK_PUBLIC_URL')) {
    read.problem(
      `HOST=${host} lets other machines in, so WAYMARK_PUBLIC_URL has to say the https address that people use, ` +
        'for example https://waymark.example.org',
    );
  }
  const url = givenUrl ?? new URL(`http://127.0.0.1:${port}`);
  const isHttps = url.protocol === 'https:';
  const isLoopback = isLoopbackName(url.hostname);
  if (!isHttps && !isLoopback) {
    read.problem(
      `WAYMARK_PUBLIC_URL=${url.origin} is plain http, which is taken for localhost, 127.0.0.1 and [::1] only; ` +
        'use https (a reverse proxy in front of Waymark can speak it)',
    );
  }
  if (isHttps && factor !== 1) {
    read.problem('WAYMARK_RATE_LIMIT_FACTOR is for load tests on this machine and must be 1 with an https address');
  }
  if (smtpUrl && !read.isSet('WAYMARK_MAIL_FROM')) {
    read.problem('WAYMARK_SMTP_URL needs WAYMARK_MAIL_FROM, the address that mails come from');
  }
  const mongodbUri = read.secret(
    'MONGODB_URI',
    matching(/^mongodb(\+srv)?:\/\/\S+$/, 'mongodb://… or mongodb+srv://…'),
  );
  const env: Env = {
    mode,
    host: host ?? '127.0.0.1',
    port,
    dataDir: dataFolder(resolve(cwd, read.text('WAYMARK_DATA_DIR') ?? '.waymark'), mode),
    keysFile: keysFile(read.text('WAYMARK_KEYS_FILE'), mode, cwd),
    mongodbUri,
    publicUrl: url.origin,
    publicOrigins: isLoopback ? loopbackOrigins(url) : [url.origin],
    isHttps,
    isLoopback,
    smtpUrl,
    mailFrom,
    providers: readProviders(read),
    rateLimitFactor: factor,
    bcryptCost: read.integer('WAYMARK_BCRYPT_COST', 10, 15) ?? 11,
    logLevel: read.value('WAYMARK_LOG_LEVEL', oneOf(LOG_LEVELS)) ?? 'info',
    trustedProxies: read.value('WAYMARK_TRUSTED_PROXIES', list(trustedProxy)) ?? [],
    cacheDir: resolve(cwd, read.text('XDG_CACHE_HOME') ?? resolve(homedir(), '.cache'), 'waymark'),
    mongodBinary: read.text('MONGOMS_SYSTEM_BINARY'),
  };
  if (mongodbUri && (mode === 'demo') !== isDemo(databaseName(mongodbUri))) {
    read.problem(
      'MONGODB_URI: the demo fills a database with accounts whose passwords are known, so it takes one whose name ' +
        'ends in -demo and no other, and nothing else takes that one',
    );
  }
  if (mode !== 'demo' && isDemo(env.dataDir)) {
    read.problem('WAYMARK_DATA_DIR ends in -demo, where only the demo may run; give another folder');
  }
  if (read.problems.length > 0) throw new EnvError(read.problems);
  return env;
}

/** The demo never shares a folder with what is real, whatever was named. */
function dataFolder(folder: string, mode: Mode): string {
  return mode === 'demo' && !isDemo(folder) ? `${folder}-demo` : folder;
}

/** The demo never takes the keys of what is real. */
function keysFile(path: string | undefined, mode: Mode, cwd: string): string | undefined {
  return path === undefined || mode === 'demo' ? undefined : resolve(cwd, path);
}

function isDemo(name: string): boolean {
  return name.endsWith('-demo');
}

function databaseName(mongodbUri: string): string {
  return /^[^:]+:\/\/[^/]+\/([^?]*)/.exec(mongodbUri)?.[1] ?? '';
}

function loopbackOrigins(url: URL): string[] {
  const port = url.port ? `:${url.port}` : '';
  return ['127.0.0.1', 'localhost', '[::1]'].map((host) => `${url.protocol}//${host}${port}`);
}
