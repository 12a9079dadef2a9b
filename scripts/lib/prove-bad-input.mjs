import { request } from 'node:http';
import { startForTest } from './start-for-test.mjs';

const password = 'seven quiet lanterns';
const json = { 'Content-Type': 'application/json' };

/** `node:http`, because `fetch` mends addresses and headers before it sends them. */
function send(address, method, path, headers = {}, body) {
  return new Promise((resolve, reject) => {
    const sent = request(`${address}`, { method, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
    });
    // A server that refuses a large body need not read it to its end.
    sent.on('error', (error) => (error.code === 'EPIPE' || error.code === 'ECONNRESET' ? undefined : reject(error)));
    sent.end(body);
  });
}

async function signUp(address, name) {
  const body = JSON.stringify({ name, email: `${name.toLowerCase()}@example.org`, password });
  const answer = await send(address, 'POST', '/api/accounts', json, body);
  const { accessToken, account } = JSON.parse(answer.text);
  return { account, bearer: { Authorization: `Bearer ${accessToken}` }, accessToken };
}

function forge(token, change) {
  const [header, payload, signature] = token.split('.');
  const read = (part) => JSON.parse(Buffer.from(part, 'base64url').toString());
  const write = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const changed = change({ header: read(header), payload: read(payload) });
  return `${write(changed.header)}.${write(changed.payload)}.${changed.signature ?? signature}`;
}

/** What is sent, and the status that it must be answered with. */
async function attempts(address) {
  const ada = await signUp(address, 'Ada');
  const eve = await signUp(address, 'Eve');
  const asAda = { ...ada.bearer, ...json };
  const asEve = { ...eve.bearer, ...json };
  const project = JSON.parse((await send(address, 'POST', '/api/me/projects', asAda, '{"title":"Mine"}')).text);
  await send(address, 'PUT', '/api/me/enrolments/backend', asAda, '{}');
  const token = (change) => ({ Authorization: `Bearer ${forge(ada.accessToken, change)}` });
  const none = token(({ header, payload }) => ({ header: { ...header, alg: 'none' }, payload, signature: '' }));
  const expired = token(({ header, payload }) => ({ header, payload: { ...payload, exp: 1 } }));
  const other = token(({ header, payload }) => ({ header, payload: { ...payload, sub: eve.account.id } }));
  const unknownKey = token(({ header, payload }) => ({ header: { ...header, kid: 'nobody' }, payload }));
  const topic = '/api/me/enrolments/backend/topics/http';
  const deep = `${'{"a":'.repeat(30)}1${'}'.repeat(30)}`;
  return [
    [
      'operators for e-mail and password',
      422,
      'POST',
      '/api/sessions',
      json,
      '{"email":{"$gt":""},"password":{"$gt":""}}',
    ],
    [
      'an operator for a name',
      422,
      'POST',
      '/api/accounts',
      json,
      '{"name":{"$ne":1},"email":"a@example.org","password":"seven quiet"}',
    ],
    ['wrong types', 422, 'PUT', topic, asAda, '{"state":5,"known":"yes"}'],
    [
      'an unknown field',
      422,
      'POST',
      '/api/me/projects',
      asAda,
      '{"title":"x","learnerId":"000000000000000000000000"}',
    ],
    ['somebody else as owner', 422, 'POST', '/api/me/projects', asAda, `{"title":"x","learnerId":"${eve.account.id}"}`],
    [
      'a role for oneself',
      422,
      'POST',
      '/api/accounts',
      json,
      '{"name":"x","email":"x@example.org","password":"seven quiet lamps","role":"owner"}',
    ],
    ['a javascript: link', 422, 'POST', '/api/me/projects', asAda, '{"title":"x","repoUrl":"javascript:alert(1)"}'],
    [
      'a link with a password in it',
      422,
      'POST',
      '/api/me/projects',
      asAda,
      '{"title":"x","repoUrl":"https://u:p@git.example/x"}',
    ],
    ['a folder outside the repository', 422, 'POST', '/api/me/projects', asAda, '{"title":"x","repoPath":"../../etc"}'],
    [
      'the commonest password',
      422,
      'POST',
      '/api/accounts',
      json,
      '{"name":"x","email":"y@example.org","password":"password123"}',
    ],
    ['broken JSON', 400, 'POST', '/api/accounts', json, '{"name":'],
    ['no JSON at all', 415, 'POST', '/api/accounts', { 'Content-Type': 'text/plain' }, 'name=x'],
    ['a body of 10 MB', 413, 'POST', '/api/me/projects', asAda, JSON.stringify({ title: 'x'.repeat(10_000_000) })],
    ['__proto__ as a key', 400, 'POST', '/api/me/projects', asAda, '{"title":"x","__proto__":{"admin":true}}'],
    ['thirty levels deep', 400, 'POST', '/api/me/projects', asAda, deep],
    ['a query parameter twice', 400, 'GET', '/api/me/projects?limit=1&limit=2', ada.bearer],
    ['a limit of a million', 400, 'GET', '/api/me/projects?limit=1000000', ada.bearer],
    ['a made-up cursor', 400, 'GET', '/api/me/projects?cursor=abc', ada.bearer],
    ['a broken % escape', 400, 'GET', '/api/me/projects/%zz', ada.bearer],
    ['an id that is none', 400, 'GET', '/api/me/projects/1%27%20OR%201=1', ada.bearer],
    ["somebody else's project", 404, 'GET', `/api/me/projects/${project.id}`, eve.bearer],
    [
      "a change of somebody else's project",
      404,
      'PATCH',
      `/api/me/projects/${project.id}`,
      { ...asEve, 'If-Match': '"1"' },
      '{"title":"theirs"}',
    ],
    ["somebody else's dashboard", 404, 'GET', `/api/mentoring/learners/${ada.account.id}?roadmap=backend`, eve.bearer],
    ['a change without If-Match', 428, 'PATCH', `/api/me/projects/${project.id}`, asAda, '{"title":"y"}'],
    [
      'a change of an old version',
      412,
      'PATCH',
      `/api/me/projects/${project.id}`,
      { ...asAda, 'If-Match': '"0"' },
      '{"title":"y"}',
    ],
    ['no token', 401, 'GET', '/api/me'],
    ['a token without a signature', 401, 'GET', '/api/me', none],
    ['an expired token', 401, 'GET', '/api/me', expired],
    ["a token with another's id in it", 401, 'GET', '/api/me', other],
    ['a token of an unknown key', 401, 'GET', '/api/me', unknownKey],
    [
      'a sign-in from another site',
      403,
      'POST',
      '/api/sessions',
      { ...json, Origin: 'https://evil.example' },
      '{"email":"a@b.c","password":"x"}',
    ],
    [
      'a sign-in from nowhere',
      403,
      'POST',
      '/api/sessions',
      { ...json, Origin: 'null' },
      '{"email":"a@b.c","password":"x"}',
    ],
    ['a path that climbs', 404, 'GET', '/assets/..%2f..%2f..%2fpackage.json'],
    ['a path that climbs, plainly', 404, 'GET', '/assets/../../../package.json'],
    ['a method that is none here', 405, 'PUT', '/api/roadmaps', json, '{}'],
    ['an unknown path', 404, 'GET', '/api/no/such/thing'],
  ];
}

/** Sends each and prints what came back. Returns 1 when an answer is not the one that it must be, else 0. */
export async function proveBadInput() {
  const product = await startForTest({ log: 'bad-input' });
  let failed = 0;
  const all = await attempts(product.address);
  try {
    for (const [what, expected, method, path, headers, body] of all) {
      const { status, headers: answered, text } = await send(product.address, method, path, headers, body);
      const isProblem = /^application\/problem\+json/.test(answered['content-type'] ?? '') && text.length <= 8192;
      const isRight = status === expected && isProblem;
      if (!isRight) failed += 1;
      const { code, errors } = isProblem ? JSON.parse(text) : { code: text.slice(0, 60) };
      const said = errors ? `: ${errors[0].path} ${errors[0].message}` : '';
      console.log(`${isRight ? '✓' : `✗ expected ${expected}`} ${status} ${code}  ${what}${said}`);
    }
  } finally {
    await product.stop();
  }
  console.log(`\n${all.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
