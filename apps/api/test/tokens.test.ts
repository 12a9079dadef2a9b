import { createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { endpoints, scopes } from '@waymark/contract';
import { expect, it } from 'vitest';
import { signAccessToken } from '../src/http/viewer.js';
import { goodPassword, signInAgain, signUp } from './build.js';
import { clientOf } from './client.js';
import { hour, minute, startApp } from './start.js';

const app = await startApp();
const member = await signUp(app);
const sessionId = String((await member.ok('listSessions')).items[0]?.id);
const { signing } = app.deps.keys;

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A token made by hand: right in everything but what `header`, `payload` and `key` say. */
function forge(header: object, payload: object, key = signing.key): string {
  const seconds = Math.floor(app.now().getTime() / 1000);
  const right = {
    iat: seconds,
    exp: seconds + 600,
    sub: member.id,
    sid: sessionId,
    iss: 'waymark',
    aud: 'waymark-api',
    jti: 'x',
  };
  const text = `${encode({ alg: 'HS256', typ: 'at+jwt', kid: signing.kid, ...header })}.${encode({ ...right, ...payload })}`;
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
}

const otherKey = createSecretKey(randomBytes(32));
const past = Math.floor(app.now().getTime() / 1000) - 1;
const [head, claims] = forge({ alg: 'none' }, {}).split('.');

/** `Authorization` headers that nobody is let in by. */
const refused: Record<string, string | undefined> = {
  'no token': undefined,
  'an empty header': '',
  'another scheme': `Basic ${Buffer.from(`${member.email}:${goodPassword}`).toString('base64')}`,
  'a bearer of nothing': 'Bearer ',
  'no token at all': 'Bearer not-a-token',
  'a token of 9 kB': `Bearer ${'a'.repeat(3000)}.${'b'.repeat(3000)}.${'c'.repeat(3000)}`,
  'signed with another key': `Bearer ${forge({}, {}, otherKey)}`,
  'unsigned, alg none': `Bearer ${head}.${claims}.`,
  'alg none with a signature': `Bearer ${forge({ alg: 'none' }, {})}`,
  'another algorithm': `Bearer ${forge({ alg: 'HS512' }, {})}`,
  'an unknown kid': `Bearer ${forge({ kid: 'nobody' }, {})}`,
  'no kid': `Bearer ${forge({ kid: undefined }, {})}`,
  'another typ': `Bearer ${forge({ typ: 'JWT' }, {})}`,
  'another issuer': `Bearer ${forge({}, { iss: 'someone' })}`,
  'another audience': `Bearer ${forge({}, { aud: 'someone' })}`,
  expired: `Bearer ${forge({}, { exp: past })}`,
  'a session that never was': `Bearer ${forge({}, { sid: '0123456789abcdef01234567' })}`,
  'a session that is no id': `Bearer ${forge({}, { sid: 'x' })}`,
  'a session of somebody else': `Bearer ${forge({}, { sub: '0123456789abcdef01234567' })}`,
  'no subject': `Bearer ${forge({}, { sub: undefined })}`,
  'a changed payload': `Bearer ${forge({}, {}).replace(/\.[^.]+\./, `.${encode({ sub: member.id })}.`)}`,
  'the refresh token': `Bearer ${member.cookie?.split('=')[1]}`,
};

const { token: personal } = await member.ok('createAccessToken', {
  body: { name: 'x', scopes: [...scopes], expiresInDays: 1 },
});

/** As above, of personal access tokens. */
const refusedPersonal: Record<string, string> = {
  'a token that never was': `Bearer waymark_${randomBytes(32).toString('base64url')}`,
  'its beginning alone': 'Bearer waymark_',
  'one letter less': `Bearer ${personal.slice(0, -1)}`,
  'one letter more': `Bearer ${personal}a`,
  'one letter changed': `Bearer ${personal.slice(0, 20)}${personal[20] === 'a' ? 'b' : 'a'}${personal.slice(21)}`,
  'its beginning in capitals': `Bearer ${personal.replace('waymark_', 'WAYMARK_')}`,
  'without its beginning': `Bearer ${personal.replace('waymark_', '')}`,
  'in other letters': `Bearer ${personal.toUpperCase()}`,
  'its hash': `Bearer waymark_${createHash('sha256').update(personal).digest('base64url')}`,
  'two of them': `Bearer ${personal} ${personal}`,
  'two of them, in two parts': `Bearer ${personal}, Bearer ${personal}`,
  'as a JWT': `Bearer ${personal}.${personal}.${personal}`,
  'another scheme, with a right one': `Basic ${personal}`,
  'no scheme, with a right one': personal,
  'a scheme of GitHub': `token ${personal}`,
  'letters beyond ASCII': `Bearer ${personal.slice(0, -1)}\u00e9`,
  'something after it': `Bearer ${personal}%00`,
  'an operator': 'Bearer waymark_{"$gt":""}',
  'of 7 kB': `Bearer waymark_${'a'.repeat(7000)}`,
};

const membersOnly = Object.values(endpoints).filter(({ access }) => access !== 'anyone');

it('lets the right token in: what follows differs from it in one thing each', async () => {
  const right = await clientOf(app, forge({}, {})).call('readMe');
  expect(right.body.id).toBe(member.id);
  for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
    const byToken = await clientOf(app).call('readMe', { headers: { authorization: `${scheme} ${personal}` } });
    expect(byToken.body.id, scheme).toBe(member.id);
  }
});

it.each(Object.entries({ ...refused, ...refusedPersonal }))(
  '%s: 401 everywhere, always in the same words',
  async (_, authorization) => {
    const plain = await clientOf(app).call('readMe');
    const strip = (text: string) => text.replace(/"requestId":"[^"]+"/, '');
    for (const { name } of membersOnly) {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      const answered = await clientOf(app).call(name, { headers });
      expect(answered.status, name).toBe(401);
      expect(strip(answered.text), name).toBe(strip(plain.text));
      expect(answered.headers['www-authenticate']).toBe('Bearer');
    }
  },
);

it('refuses the token of a session that has ended, from the next request on', async () => {
  const second = await signInAgain(member);
  expect((await second.call('readMe')).status).toBe(200);
  await second.ok('signOut');
  expect((await second.call('readMe')).problem.code).toBe('not-signed-in');
  expect((await member.call('readMe')).status).toBe(200);
});

it('ends an access token after ten minutes, to the second', async () => {
  const ada = await signUp(app);
  app.advance(10 * minute - 1000);
  expect((await ada.call('readMe')).status).toBe(200);
  app.advance(1000);
  expect((await ada.call('readMe')).status).toBe(401);
});

it('takes a token of the key before, and no longer once that key is gone', async () => {
  const ada = await signUp(app);
  const { keys } = app.deps;
  const before = { kid: 'before', key: createSecretKey(randomBytes(32)) };
  const sid = String((await ada.ok('listSessions')).items[0]?.id);
  const token = signAccessToken({ ...keys, signing: before }, { id: ada.id, sessionId: sid }, app.now());
  app.deps.keys = { ...keys, verifying: new Map([...keys.verifying, [before.kid, before.key]]) };
  expect((await clientOf(app, token).call('readMe')).status).toBe(200);
  app.deps.keys = keys;
  expect((await clientOf(app, token).call('readMe')).status).toBe(401);
  app.advance(hour);
});
