import { randomBytes } from 'node:crypto';
import { expectStatus } from './ask.mjs';

export const password = 'seven quiet lanterns';

/** All of one length, so that only what is known of them can make a difference. */
export function newEmail() {
  return `m${randomBytes(8).toString('hex')}@example.org`;
}

/** Signs up so many, one after the other. Gives `{ email, accessToken }` of each. */
export async function signUpMany(asker, count) {
  const members = [];
  for (let i = 0; i < count; i += 1) {
    const email = newEmail();
    const body = { name: `Member ${i}`, email, password };
    const { accessToken } = await expectStatus(asker.ask('POST', '/api/accounts', { body }), 201, 'signing up');
    members.push({ email, accessToken });
  }
  return members;
}
