import { auditEvents } from '@waymark/contract/rules';
import { expect, it } from 'vitest';
import { auditEventText } from './audit.text';
import { auditParts, auditSentence } from './audit-sentence';

const olga = { id: 'a'.repeat(24), name: 'Olga Owner' };
const max = { id: 'b'.repeat(24), name: 'Max Member' };

it.each(auditEvents)('tells %s in a sentence, whoever is still known', (event) => {
  for (const actor of [olga, null]) {
    for (const target of [max, null]) {
      const sentence = auditSentence({ event, actor, target, detail: {} });
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toMatch(/undefined|null|NaN|\s\s|\s\.|\p{Cc}/u);
    }
  }
});

it('has a name of its own for every event, for the filter', () => {
  expect(new Set(auditEvents.map((event) => auditEventText[event].label)).size).toBe(auditEvents.length);
});

it.each([
  ['role-changed', { role: 'owner' }, 'Olga Owner made Max Member an owner.'],
  ['role-changed', { role: 'member' }, 'Olga Owner made Max Member a member.'],
  ['settings-changed', { fields: 'name, signUp, domains' }, /changed the name, who may sign up and the domains of/],
  ['settings-changed', { fields: 'somethingNew' }, 'Olga Owner changed somethingNew of this Waymark.'],
  ['invitation-made', { by: 'link', uses: '12' }, 'Olga Owner made an invitation by a link for 12 people.'],
  ['invitation-made', { by: 'mail', uses: '1' }, 'Olga Owner made an invitation by mail.'],
  ['jobs-retried', { kind: 'letter', count: '2' }, /tried again that were given up: 2 of the kind letter\.$/],
  ['signed-in', { by: 'password' }, 'Olga Owner signed in.'],
  ['signed-in', { by: 'google' }, 'Olga Owner signed in by google.'],
  ['sign-in-refused', { reason: 'disabled' }, 'Olga Owner could not sign in, since the account is disabled.'],
  ['sign-in-refused', { reason: 'unverified' }, 'Olga Owner could not sign in before confirming the address.'],
  ['sign-in-refused', {}, 'A sign-in as Olga Owner was refused.'],
  ['recovery-code-used', { left: '1' }, 'Olga Owner signed in with a recovery code; 1 is left.'],
] as const)('says more of %s by its facts %o', (event, detail, expected) => {
  expect(auditSentence({ event, actor: olga, target: max, detail: { ...detail } })).toMatch(expected);
});

it('names nobody where nobody is known', () => {
  const line = { event: 'sign-in-refused', actor: null, target: null, detail: { address: 'm…@example.org' } } as const;
  expect(auditSentence(line)).toBe('Somebody tried to sign in with an address that nobody has here, m…@example.org.');
});

it('keeps the people apart from the words, so that each leads to their page', () => {
  const parts = auditParts({ event: 'member-disabled', actor: olga, target: max, detail: {} });
  expect(parts).toEqual([olga, ' disabled ', max, '.']);
  expect(auditParts({ event: 'member-disabled', actor: null, target: null, detail: {} })).toEqual([
    'Somebody disabled a member.',
  ]);
});
