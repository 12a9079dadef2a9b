import { isLoopbackName, matching, type Parse, type Reader } from './env.values.js';

/** What members sign in by beside a password, as the owner set it. A missing one is off. */
export interface ProviderSettings {
  oidc?: { issuer: string; clientId: string; clientSecret: string; name: string };
  github?: { url: string; clientId: string; clientSecret: string };
}

export const PROVIDER_VARIABLES = [
  'WAYMARK_OIDC_ISSUER',
  'WAYMARK_OIDC_CLIENT_ID',
  'WAYMARK_OIDC_CLIENT_SECRET',
  'WAYMARK_OIDC_CLIENT_SECRET_FILE',
  'WAYMARK_OIDC_NAME',
  'WAYMARK_GITHUB_CLIENT_ID',
  'WAYMARK_GITHUB_CLIENT_SECRET',
  'WAYMARK_GITHUB_CLIENT_SECRET_FILE',
  'WAYMARK_GITHUB_URL',
] as const;
type Name = (typeof PROVIDER_VARIABLES)[number];

/** Codes and secrets travel there, so plain http stays on this machine. */
const providerAddress: Parse<string> = (text) => {
  const allowed = 'an https address without query or user (http for a loopback host only)';
  if (!URL.canParse(text)) return { allowed };
  const url = new URL(text);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackName(url.hostname));
  return isSafe && !url.search && !url.hash && !url.username && !url.password ? { value: text } : { allowed };
};

const clientSecret = matching(/^[\x21-\x7e]{1,512}$/, 'the secret as the provider shows it');

/** Half of a provider's settings is a mistake, not a provider that is off. */
export function readProviders(read: Reader<Name>): ProviderSettings {
  const issuer = read.value('WAYMARK_OIDC_ISSUER', providerAddress);
  const url = read.value('WAYMARK_GITHUB_URL', providerAddress);
  const name = read.value('WAYMARK_OIDC_NAME', matching(/^[^\p{C}]{1,40}$/u, 'a name of at most 40 characters'));
  const oidc = {
    clientId: read.text('WAYMARK_OIDC_CLIENT_ID'),
    clientSecret: read.secret('WAYMARK_OIDC_CLIENT_SECRET', clientSecret),
  };
  const github = {
    clientId: read.text('WAYMARK_GITHUB_CLIENT_ID'),
    clientSecret: read.secret('WAYMARK_GITHUB_CLIENT_SECRET', clientSecret),
  };
  wantAll(read, ['WAYMARK_OIDC_ISSUER', 'WAYMARK_OIDC_CLIENT_ID', 'WAYMARK_OIDC_CLIENT_SECRET'], ['WAYMARK_OIDC_NAME']);
  wantAll(read, ['WAYMARK_GITHUB_CLIENT_ID', 'WAYMARK_GITHUB_CLIENT_SECRET'], ['WAYMARK_GITHUB_URL']);
  return {
    ...(issuer && isWhole(oidc) && { oidc: { issuer, ...oidc, name: name ?? 'Single sign-on' } }),
    ...(isWhole(github) && { github: { url: (url ?? 'https://github.com').replace(/\/+$/, ''), ...github } }),
  };
}

function isWhole<T extends Record<string, string | undefined>>(settings: T): settings is T & Record<keyof T, string> {
  return Object.values(settings).every((value) => value !== undefined);
}

function wantAll(read: Reader<Name>, needed: readonly Name[], optional: readonly Name[]): void {
  const isGiven = (name: Name) =>
    read.isSet(name) || PROVIDER_VARIABLES.some((each) => each === `${name}_FILE` && read.isSet(each));
  const missing = needed.filter((name) => !isGiven(name));
  const given = [...needed, ...optional].filter(isGiven);
  if (given.length === 0 || missing.length === 0) return;
  read.problem(`${given.join(' and ')} needs ${missing.join(' and ')} too; set all of them, or none`);
}
