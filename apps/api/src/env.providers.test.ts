import { describe, expect, it } from 'vitest';
import { EnvError, readEnv } from './env.js';

const problemsOf = (source: Record<string, string>): readonly string[] => {
  try {
    readEnv(source, '/srv');
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
};

const oidc = {
  WAYMARK_OIDC_ISSUER: 'https://login.example.org/realms/school/',
  WAYMARK_OIDC_CLIENT_ID: 'waymark',
  WAYMARK_OIDC_CLIENT_SECRET: 'hush',
};
const github = { WAYMARK_GITHUB_CLIENT_ID: 'Iv1.0', WAYMARK_GITHUB_CLIENT_SECRET: 'hush' };

describe('who members sign in by', () => {
  it('is nobody, where nothing is said', () => {
    expect(readEnv({}, '/srv').providers).toEqual({});
  });

  it('is an OpenID Connect provider, whose issuer is kept to the letter', () => {
    expect(readEnv(oidc, '/srv').providers).toEqual({
      oidc: {
        issuer: 'https://login.example.org/realms/school/',
        clientId: 'waymark',
        clientSecret: 'hush',
        name: 'Single sign-on',
      },
    });
    const named = readEnv({ ...oidc, WAYMARK_OIDC_NAME: 'École 42' }, '/srv').providers;
    expect(named.oidc?.name).toBe('École 42');
  });

  it('is GitHub, or one’s own', () => {
    expect(readEnv(github, '/srv').providers.github?.url).toBe('https://github.com');
    const own = { ...github, WAYMARK_GITHUB_URL: 'https://git.example.org/' };
    expect(readEnv(own, '/srv').providers.github?.url).toBe('https://git.example.org');
  });

  it.each(['http://127.0.0.1:9000', 'http://localhost:9000/oidc', 'http://[::1]:9000'])(
    'may be on this machine: %s',
    (issuer) => {
      expect(readEnv({ ...oidc, WAYMARK_OIDC_ISSUER: issuer }, '/srv').providers.oidc?.issuer).toBe(issuer);
    },
  );

  it.each([
    'http://login.example.org',
    'http://localhost.example.org',
    'https://me:hush@login.example.org',
    'https://login.example.org?x=1',
    'https://login.example.org#x',
    'login.example.org',
    'ftp://login.example.org',
  ])('is not at %s, which is not repeated', (address) => {
    const [problem, ...more] = problemsOf({ ...oidc, WAYMARK_OIDC_ISSUER: address });
    expect(more).toEqual([]);
    expect(problem).toMatch(/^WAYMARK_OIDC_ISSUER: this value is not allowed; give an https address/);
    const problems = problemsOf({ ...github, WAYMARK_GITHUB_URL: address });
    expect(problems).toEqual([expect.stringMatching(/^WAYMARK_GITHUB_URL: this value is not allowed/)]);
  });

  it.each([
    ['WAYMARK_OIDC_CLIENT_ID', 'WAYMARK_OIDC_ISSUER and WAYMARK_OIDC_CLIENT_SECRET', oidc],
    ['WAYMARK_OIDC_ISSUER and WAYMARK_OIDC_CLIENT_SECRET', 'WAYMARK_OIDC_CLIENT_ID', oidc],
    ['WAYMARK_OIDC_NAME', Object.keys(oidc).join(' and '), { ...oidc, WAYMARK_OIDC_NAME: 'School' }],
    ['WAYMARK_GITHUB_CLIENT_ID', 'WAYMARK_GITHUB_CLIENT_SECRET', github],
    [
      'WAYMARK_GITHUB_URL',
      Object.keys(github).join(' and '),
      { ...github, WAYMARK_GITHUB_URL: 'https://git.example.org' },
    ],
  ])('is a mistake where only %s is set', (given, missing, all) => {
    const kept = given.split(' and ');
    const source = Object.fromEntries(Object.entries(all).filter(([name]) => kept.includes(name)));
    expect(problemsOf(source)).toEqual([`${given} needs ${missing} too; set all of them, or none`]);
  });

  it('has a secret that may be in a file, and is never repeated', () => {
    const { WAYMARK_OIDC_CLIENT_SECRET: _, ...rest } = oidc;
    const problems = problemsOf({ ...rest, WAYMARK_OIDC_CLIENT_SECRET_FILE: '/nowhere/at-all' });
    expect(problems).toEqual([expect.stringContaining('/nowhere/at-all cannot be read')]);
    const spaced = problemsOf({ ...oidc, WAYMARK_OIDC_CLIENT_SECRET: 'hush hush' });
    expect(spaced).toEqual([
      'WAYMARK_OIDC_CLIENT_SECRET: this value is not allowed; give the secret as the provider shows it',
    ]);
  });
});
