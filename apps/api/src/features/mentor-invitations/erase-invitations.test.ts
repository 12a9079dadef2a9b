import { expect, it } from 'vitest';
import { newEmail, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { invitingIn } from '../../../test/inviting.js';
import { day, startApp } from '../../../test/start.js';
import { eraseAccounts } from '../accounts/erase-accounts.js';
import { MentorAsk } from './mentor-asks.model.js';
import { MentorCode } from './mentor-codes.model.js';
import { MentorInvitation } from './mentor-invitations.model.js';

const app = await startApp();
const { deliver, invite, accept, ask, confirmed } = invitingIn(app);

it('goes with a member: what they sent, what they were sent, and what went to their address', async () => {
  const [mia, max, kept] = [await confirmed('Mia'), await confirmed('Max'), await confirmed('Kit')];
  await invite(mia);
  const toMia = await invite(max, { email: mia.email });
  const accepted = await invite(max);
  await accept(mia, accepted.invitation.id, accepted.token);
  await mia.ok('createMentorCode', { body: { roadmap: 'backend', uses: 5, expiresInDays: 7 } });
  await ask(mia, `@${max.account.handle}`);
  await ask(max, mia.email);
  await deliver();
  const others = await invite(max, { email: kept.email });
  const theirs = await ask(kept, newEmail());
  // Nobody has looked up yet whom it means.
  await ask(kept, mia.email);
  const [open, link] = [await invite(mia), clientOf(app)];
  await mia.ok('deleteMe');
  expect((await link.call('openMentorLink', { body: { token: open.token } })).problem.code, 'over at once').toBe(
    'link-ended',
  );
  app.advance(7 * day);
  await eraseAccounts(app.now());
  expect((await MentorInvitation.find({}, { _id: 1 })).map(({ id }) => id)).toEqual([others.invitation.id]);
  expect((await MentorAsk.find({}, { _id: 1 })).map(({ id }) => id)).toEqual([theirs.body.id]);
  expect(await MentorCode.countDocuments({})).toBe(0);
  expect(toMia.invitation.state).toBe('open');
});

it('takes along whom a learner asked, in their words, and not what was answered', async () => {
  const [mia, lea] = [await confirmed('Mia'), await signUp(app)];
  const { body } = await ask(lea, `@${mia.account.handle}`, { sentence: 'My own words' });
  await deliver();
  await mia.ok('declineAsk', { params: { id: body.id }, body: { answer: 'Somebody else’s words' } });
  const { text } = await lea.call('exportMe');
  expect(JSON.parse(text).mentorAsks).toMatchObject([{ sentence: 'My own words', state: 'declined' }]);
  expect(text).not.toContain('Somebody else’s words');
  expect(JSON.parse((await mia.call('exportMe')).text).mentorAsks).toEqual([]);
});
