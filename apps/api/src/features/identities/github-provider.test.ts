import { randomInt } from 'node:crypto';
import { afterAll, afterEach, expect, it } from 'vitest';
import { newEmail, renew, signUp } from '../../../test/build.js';
import { Traveller } from '../../../test/by-provider.js';
import { githubClient, startGithub } from '../../../test/github.js';
import { minute, startApp } from '../../../test/start.js';
import { Identity } from './identities.model.js';

const github = await startGithub();
afterAll(() => github.stop());
const app = await startApp({ providers: { github: { url: github.url, ...githubClient } } });
afterEach(() => {
  github.intercept = undefined;
});

/** Somebody new is signed in there now. */
function newPerson(changes: Partial<typeof github.person> = {}) {
  const email = newEmail();
  github.person = {
    id: randomInt(1, 2 ** 40),
    login: 'octo',
    name: 'Octavia',
    emails: [
      { email: newEmail(), primary: false, verified: true },
      { email, primary: true, verified: true },
    ],
    ...changes,
  };
  return { email, subject: String(github.person.id) };
}

const traveller = (client?: ConstructorParameters<typeof Traveller>[1]) => new Traveller(app, client, 'github');

it('signs up with the verified primary address, and in again by the number of the account', async () => {
  const { email, subject } = newPerson();
  const { signedIn } = (await traveller().travel()).body;
  expect(signedIn?.account).toMatchObject({ name: 'Octavia', email, isVerified: true, hasPassword: false });
  expect(await Identity.findOne({ subject }).lean()).toMatchObject({ provider: 'github', label: 'octo' });
  // Names and addresses can pass to somebody else there.
  github.person = { ...github.person, login: 'renamed', emails: [] };
  expect((await traveller().travel()).body.signedIn?.account.id).toBe(signedIn?.account.id);
  newPerson({ login: 'octo' });
  expect((await traveller().travel()).body.signedIn?.account.id).not.toBe(signedIn?.account.id);
});

it('asks with PKCE for no more than it needs', async () => {
  const { url } = (await traveller().start()).body;
  expect(url.startsWith(`${github.url}/login/oauth/authorize?`)).toBe(true);
  expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
    ...{ client_id: githubClient.clientId, scope: 'read:user user:email', code_challenge_method: 'S256' },
    ...{ redirect_uri: `${app.address}/sign-in/callback/github` },
  });
  expect(url).not.toContain('secret');
});

it.each([
  ['none', []],
  ['only one that is not confirmed', [{ email: newEmail(), primary: true, verified: false }]],
  ['only one that is not the primary', [{ email: newEmail(), primary: false, verified: true }]],
])('makes no account where there is %s address', async (_, emails) => {
  const { subject } = newPerson({ emails });
  const { problem } = await traveller().travel();
  expect([problem.code, problem.detail]).toEqual(['bad-request', expect.stringContaining('GitHub tells no address')]);
  expect(await Identity.countDocuments({ subject })).toBe(0);
});

it('takes the user name where there is no other', async () => {
  newPerson({ name: null, login: 'octo-cat' });
  expect((await traveller().travel()).body.signedIn?.account.name).toBe('octo-cat');
});

it('links and steps up', async () => {
  const member = await signUp(app);
  newPerson();
  expect((await traveller(member).travel({}, { purpose: 'link' })).status).toBe(200);
  app.advance(11 * minute);
  await renew(member);
  expect((await member.call('beginTwoFactor')).problem.code).toBe('step-up-required');
  const theirs = github.person;
  newPerson();
  expect((await traveller(member).travel({}, { purpose: 'step-up' })).problem.code).toBe('not-allowed');
  github.person = theirs;
  expect((await traveller(member).travel({}, { purpose: 'step-up' })).status).toBe(200);
  expect((await member.call('beginTwoFactor')).status).toBe(200);
});

it('refuses a code that was used before, and one that was asked for with another verifier', async () => {
  newPerson();
  const first = traveller();
  const query = await first.go((await first.start()).body.url);
  expect((await first.finish(query)).status).toBe(200);
  const used = new URLSearchParams(query).get('code') ?? '';
  const state = new URL((await first.start()).body.url).searchParams.get('state') ?? '';
  const replayed = await first.finish(`?${new URLSearchParams({ code: used, state })}`);
  expect(replayed.problem.code).toBe('link-ended');
  const second = traveller();
  const meddle = ({ searchParams }: URL) => {
    if (searchParams.has('code_challenge')) searchParams.set('code_challenge', 'x'.repeat(43));
  };
  const theirs = await second.go((await second.start()).body.url, { meddle });
  expect((await second.finish(theirs)).problem.code).toBe('link-ended');
});

const broken: [string, string, string, number][] = [
  ['a user without a number', '/api/v3/user', '{"login":"octo"}', 200],
  ['a user whose number is a text', '/api/v3/user', '{"id":"1","login":"octo"}', 200],
  ['a user that is no JSON', '/api/v3/user', '<html>', 200],
  ['no user', '/api/v3/user', '{"message":"Bad credentials"}', 401],
  ['addresses that are none', '/api/v3/user/emails', '{"message":"Not Found"}', 404],
  ['no token', '/login/oauth/access_token', '{"token_type":"bearer"}', 200],
  ['wrong credentials of ours', '/login/oauth/access_token', '{"error":"incorrect_client_credentials"}', 200],
];

it.each(broken)('lets nobody in on %s', async (_, path, text, status) => {
  const { subject } = newPerson();
  github.intercept = ({ url }, res) => {
    if (url !== path) return false;
    res.writeHead(status, { 'content-type': 'application/json' }).end(text);
    return true;
  };
  const { problem } = await traveller().travel();
  expect([problem.code, problem.detail]).toEqual(['bad-request', expect.stringContaining('could not be trusted')]);
  expect(await Identity.countDocuments({ subject })).toBe(0);
  expect(app.logged()).not.toContain('unexpected failure');
});

it.each([
  ['/login/oauth/access_token', 'is cut off'],
  ['/login/oauth/access_token', 'has a fault'],
  ['/api/v3/user', 'is cut off'],
  ['/api/v3/user/emails', 'has a fault'],
])('says so where %s %s', async (path, how) => {
  newPerson();
  github.intercept = ({ url }, res) => {
    if (url !== path) return false;
    if (how === 'is cut off') res.socket?.destroy();
    else res.writeHead(502).end('<h1>Unicorn</h1>');
    return true;
  };
  const { problem } = await traveller().travel();
  expect([problem.code, problem.detail]).toEqual(['unavailable', expect.stringContaining('GitHub does not answer')]);
});

it('writes no token to the log', async () => {
  newPerson();
  await comeInByGithub();
  expect(app.logged()).not.toContain('gho_');
  expect(app.logged()).not.toContain(githubClient.clientSecret);
});

async function comeInByGithub() {
  const tokens: string[] = [];
  github.intercept = ({ headers }) => {
    if (headers.authorization) tokens.push(headers.authorization);
    return false;
  };
  expect((await traveller().travel()).status).toBe(200);
  expect(tokens[0]).toContain('gho_');
}
