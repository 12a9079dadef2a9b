import { expect, it } from 'vitest';
import { readInvited } from './invited';

it('takes what the page of the invitation handed on', () => {
  const handed = { invitation: 'abc', email: 'ada@example.org' };
  expect(readInvited(handed)).toEqual(handed);
});

it.each([undefined, null, 'abc', {}, { invitation: 7, email: ['x'] }])('makes nothing of %j', (state) => {
  expect(readInvited(state)).toEqual({});
});
