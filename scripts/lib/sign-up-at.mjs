import { randomBytes } from 'node:crypto';

const password = 'seven quiet lanterns';

/**
 * Somebody new at `address`. `call(method, path, body, wanted)` sends JSON, or a PNG where `body` is a Buffer, and gives what
 * was answered; it fails on any status but `wanted`, 200 where none is named.
 */
export async function signUpAt(address, name) {
  const email = `member-${randomBytes(6).toString('hex')}@example.org`;
  let accessToken;
  async function call(method, path, body, wanted = 200) {
    const answer = await fetch(address + path, {
      method,
      headers: {
        ...(body && { 'Content-Type': Buffer.isBuffer(body) ? 'image/png' : 'application/json' }),
        ...(accessToken && { Authorization: `Bearer ${accessToken}` }),
      },
      ...(body && { body: Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (answer.status !== wanted) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 300)}`);
    return text === '' ? undefined : JSON.parse(text);
  }
  ({ accessToken } = await call('POST', '/api/accounts', { name, email, password }, 201));
  return { name: name.toLowerCase(), email, password, call };
}
