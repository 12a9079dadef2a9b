import type { Transporter } from 'nodemailer';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { Account } from '../../src/features/accounts/accounts.model.js';
import { deliverDue } from '../../src/features/mail/deliver-mails.js';
import { Mail } from '../../src/features/mail/mail.model.js';
import { openTransport } from '../../src/features/mail/smtp-transport.js';
import { notifyDue } from '../../src/features/notifications/keep-notifying.js';
import { confirm, everything } from '../build.js';
import { asked, at } from '../reviewing.js';
import { decodeQuoted, startSmtp } from '../smtp.js';
import { startApp } from '../start.js';

const smtp = await startSmtp();
const app = await startApp({ smtpUrl: `smtp://127.0.0.1:${smtp.port}`, mailFrom: 'Waymark <waymark@example.org>' });
const transport: Transporter = openTransport(app.deps.env);
afterAll(() => transport.close());
beforeEach(async () => {
  await Mail.deleteMany({});
  smtp.arrived.length = 0;
});

/** A letter of two things, written while its mentor might see both, which no mail server has taken yet. */
async function written() {
  const world = await asked(app, undefined, { title: 'Link shortener' });
  const { mentor, learner } = world;
  await confirm(mentor);
  await Account.updateOne({ _id: mentor.id }, { $set: { digest: 'at-once' } });
  const topicId = world.mine.covers[0]?.topicId ?? '';
  const params = { id: learner.id, slug: 'backend', topicId };
  await learner.ok('sayOnTopic', { params, body: { text: 'A word' } });
  // Those that greet who signs up.
  await Mail.deleteMany({});
  await notifyDue(app.deps);
  expect(await Mail.countDocuments({ kind: 'digest', sentAt: null })).toBe(1);
  return world;
}

const arrived = () => smtp.arrived.map(({ source }) => decodeQuoted(source)).join('\n');

it('leaves as it was written where nothing is taken back', async () => {
  await written();
  expect(await deliverDue(app.deps, transport)).toBe('done');
  expect(arrived()).toContain('Link shortener');
});

it.each(['pauseGrant', 'endGrant'] as const)('is not sent once everything in it is closed: %s', async (act) => {
  const { learner, grant } = await written();
  await learner.call(act, at(grant.id));
  await deliverDue(app.deps, transport);
  await notifyDue(app.deps);
  await deliverDue(app.deps, transport);
  expect(smtp.arrived).toEqual([]);
  expect(await Mail.countDocuments({ kind: 'digest' })).toBe(0);
});

it('tells of what is open still in another one', async () => {
  const { learner, grant } = await written();
  await learner.ok('changeGrant', { ...at(grant.id), body: { consent: { ...everything, projects: false } } });
  await deliverDue(app.deps, transport);
  expect(smtp.arrived).toEqual([]);
  await notifyDue(app.deps);
  await deliverDue(app.deps, transport);
  expect(smtp.arrived).toHaveLength(1);
  expect(arrived()).toContain('Lea Learner');
  expect(arrived()).not.toContain('Link shortener');
});
