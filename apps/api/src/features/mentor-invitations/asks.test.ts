import { expect, it } from 'vitest';
import { confirm, everything, newEmail, nothing, signInAgain, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { invitingIn, tokenOf } from '../../../test/inviting.js';
import { lettersTo, letterTo } from '../../../test/letters.js';
import { day, startApp } from '../../../test/start.js';
import { Grant } from '../mentoring/grants.model.js';
import { Enrolment } from '../progress/progress.model.js';
import { MentorAsk } from './mentor-asks.model.js';

const app = await startApp();
const strict = await startApp({ rateLimitFactor: 1 });
const noMail = await startApp({ isLoopback: false, smtpUrl: undefined });
const { deliver, accept: acceptInvitation, invite, ask, confirmed } = invitingIn(app);
const some = { ...nothing, progress: true };
const accept = (mentor: ReturnType<typeof clientOf>, id: string, more: Record<string, unknown> = {}) =>
  mentor.call('acceptAsk', { params: { id }, body: more });

it('asks by handle, and lets in with the consent that was chosen then', async () => {
  const [mia, lea] = await Promise.all([signUp(app, { name: 'Mia' }), signUp(app, { name: 'Lea' })]);
  const asked = await ask(lea, `@${mia.account.handle}`, { consent: some });
  const { id } = asked.body;
  expect([asked.status, asked.body]).toEqual([
    201,
    {
      ...{ id, to: `@${mia.account.handle}`, roadmap: 'backend', sentence: 'I would like to build an API' },
      ...{ consent: some, state: 'open', mentor: null, answer: '', createdAt: app.now().toISOString() },
      expiresAt: new Date(app.now().getTime() + 30 * day).toISOString(),
    },
  ]);
  await deliver();
  expect((await mia.ok('listNotifications')).items).toMatchObject([{ kind: 'asked-to-mentor', path: 'mentoring' }]);
  expect((await mia.ok('listReceivedAsks')).items).toMatchObject([
    { id, learner: { id: lea.id, name: 'Lea' }, consent: some, sentence: 'I would like to build an API' },
  ]);
  expect((await mia.ok('listLearners')).items, 'to be asked shows nothing').toEqual([]);
  const accepted = await accept(mia, id, { answer: 'Gladly' });
  expect([accepted.status, accepted.body]).toMatchObject([201, { learner: { id: lea.id }, roadmap: 'backend' }]);
  expect((await lea.ok('listGrants')).items).toMatchObject([{ mentor: { id: mia.id }, cohort: null, consent: some }]);
  const dashboard = await mia.ok('readLearner', { params: { id: lea.id }, query: { roadmap: 'backend' } });
  expect(dashboard).toMatchObject({ consent: some, activity: null, projects: null });
  expect((await lea.ok('listMyAsks')).items).toMatchObject([
    { state: 'accepted', mentor: { id: mia.id }, answer: 'Gladly' },
  ]);
  expect((await lea.ok('listNotifications')).items).toMatchObject([{ kind: 'ask-accepted', by: { id: mia.id } }]);
  expect((await accept(mia, id)).problem.code).toBe('invitation-over');
});

it('answers alike whether or not there is such a member, by handle and by address', async () => {
  const [mia, lea] = [await confirmed('Mia'), await signUp(app)];
  const answers = [];
  for (const to of [`@${mia.account.handle}`, '@nobody-at-all', mia.email, newEmail()]) {
    const { status, body } = await ask(lea, to);
    const { id: _, to: said, ...rest } = body;
    expect(said).toBe(to);
    answers.push([status, rest]);
  }
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(
    (await mia.ok('listReceivedAsks')).items.length + (await mia.ok('listNotifications')).items.length,
  ).toBeLessThan(2);
  await deliver();
  expect((await lea.ok('listMyAsks')).items.map(({ state, mentor }) => [state, mentor])).toEqual(
    Array.from({ length: 4 }, () => ['open', null]),
  );
  expect((await mia.ok('listNotifications')).items, 'named twice they are asked once').toHaveLength(1);
});

it('writes to an address that nobody has confirmed, without the learner’s own words; the letter can be accepted', async () => {
  const lea = await signUp(app, { name: 'Lea' });
  const email = newEmail();
  const { body } = await ask(lea, email, { sentence: 'Buy something at example.com' });
  expect(await lettersTo(app, email)).toEqual([]);
  await deliver();
  const letter = await letterTo(app, email, 'mentor-ask');
  expect(letter.subject + letter.text + letter.html).not.toContain('Buy something');
  const token = tokenOf(letter.url);
  expect(await clientOf(app).ok('openMentorLink', { body: { token } })).toEqual({
    ...{ kind: 'ask', id: body.id, from: 'Lea', roadmap: 'backend', sentence: 'Buy something at example.com' },
    consent: everything,
  });
  const [mia, other] = await Promise.all([signUp(app, { name: 'Mia' }), signUp(app)]);
  expect((await accept(other, body.id)).status, 'without the letter').toBe(404);
  expect((await accept(lea, body.id, { token })).problem.code).toBe('own-invitation');
  expect((await accept(mia, body.id, { token })).status).toBe(201);
  expect((await lea.ok('listGrants')).items).toMatchObject([{ mentor: { id: mia.id } }]);
});

it('is found by who confirms the address later', async () => {
  const [lea, email] = [await signUp(app), newEmail()];
  const { body } = await ask(lea, email);
  await deliver();
  const unconfirmed = await signUp(app, { email });
  expect((await unconfirmed.ok('listReceivedAsks')).items).toEqual([]);
  expect((await accept(unconfirmed, body.id)).status).toBe(404);
  await confirm(unconfirmed);
  expect((await unconfirmed.ok('listReceivedAsks')).items).toMatchObject([{ id: body.id }]);
  expect((await accept(unconfirmed, body.id)).status).toBe(201);
});

it('can be declined with a sentence, which leaves nothing and names nobody', async () => {
  const [mia, lea] = await Promise.all([signUp(app, { name: 'Mia' }), signUp(app)]);
  const { body } = await ask(lea, `@${mia.account.handle}`);
  await deliver();
  const declined = { params: { id: body.id }, body: { answer: 'I have no time before May' } };
  expect((await mia.call('declineAsk', declined)).status).toBe(204);
  expect((await lea.ok('listMyAsks')).items).toMatchObject([
    { state: 'declined', mentor: null, answer: 'I have no time before May' },
  ]);
  const [told] = (await lea.ok('listNotifications')).items;
  expect(told).toMatchObject({ kind: 'ask-declined', by: null });
  expect(await Grant.countDocuments({ learnerId: lea.id })).toBe(0);
  expect(await Enrolment.countDocuments({ learnerId: lea.id })).toBe(0);
  expect((await mia.ok('listReceivedAsks')).items).toEqual([]);
  expect((await accept(mia, body.id)).problem.code).toBe('invitation-over');
});

it('is withdrawn by its learner alone, and over after thirty days', async () => {
  const [mia, lea] = await Promise.all([signUp(app), signUp(app)]);
  const to = `@${mia.account.handle}`;
  const first = await ask(lea, to);
  expect((await ask(lea, to)).problem.code).toBe('already-asked');
  await deliver();
  const withdraw = (client: ReturnType<typeof clientOf>, id: string) => client.call('withdrawAsk', { params: { id } });
  expect((await withdraw(mia, first.body.id)).status).toBe(404);
  expect((await withdraw(lea, first.body.id)).status).toBe(204);
  expect((await withdraw(lea, first.body.id)).problem.code).toBe('invitation-over');
  expect((await mia.ok('listReceivedAsks')).items).toEqual([]);
  expect((await mia.ok('countNotifications')).unread).toBe(0);
  expect((await accept(mia, first.body.id)).problem.code).toBe('invitation-over');
  const second = await ask(lea, to);
  expect(second.status).toBe(201);
  await deliver();
  app.advance(30 * day);
  const [backMia, backLea] = [await signInAgain(mia), await signInAgain(lea)];
  expect((await backMia.ok('listReceivedAsks')).items).toEqual([]);
  expect((await accept(backMia, second.body.id)).problem.code).toBe('invitation-over');
  expect((await backLea.ok('listMyAsks')).items.map(({ state }) => state)).toEqual(['expired', 'revoked']);
  expect((await ask(backLea, to)).status, 'makes place').toBe(201);
  await deliver();
  expect((await backMia.ok('listReceivedAsks')).items).toHaveLength(1);
});

it('makes one of five asks at once, and one grant of two answers at once, ten times over', async () => {
  const mia = await signUp(app);
  for (let round = 0; round < 10; round += 1) {
    const lea = await signUp(app);
    const asks = await Promise.all(Array.from({ length: 5 }, () => ask(lea, `@${mia.account.handle}`)));
    expect(asks.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
    await deliver();
    const id = asks.find(({ status }) => status === 201)?.body.id ?? '';
    const raced = await Promise.all([accept(mia, id), accept(mia, id), lea.call('withdrawAsk', { params: { id } })]);
    const won = raced.filter(({ status }) => status < 300);
    expect(won, `round ${round}`).toHaveLength(1);
    expect(raced.filter(({ status }) => status === 409)).toHaveLength(2);
    const grants = await Grant.countDocuments({ mentorId: mia.id, learnerId: lea.id, isLive: true });
    expect(grants).toBe(won[0]?.status === 201 ? 1 : 0);
  }
});

it('keeps what the learner shares already, if they were let in another way meanwhile', async () => {
  const [mia, lea] = await Promise.all([signUp(app), signUp(app)]);
  const { body } = await ask(lea, `@${mia.account.handle}`, { consent: everything });
  await deliver();
  const { invitation, token } = await invite(mia);
  expect((await acceptInvitation(lea, invitation.id, token, nothing)).status).toBe(201);
  expect((await accept(mia, body.id)).status).toBe(201);
  expect((await lea.ok('listGrants')).items).toMatchObject([{ consent: nothing }]);
});

it('refuses what it cannot take, beside the field', async () => {
  const lea = await signUp(app);
  const wrong = [
    [{ to: lea.email }, 'to'],
    [{ to: `@${lea.account.handle}` }, 'to'],
    [{ to: 'x' }, 'to'],
    [{ to: { $ne: null } }, 'to'],
    [{ roadmap: 'no-such' }, 'roadmap'],
    [{ sentence: '  ' }, 'sentence'],
    [{ sentence: 'x'.repeat(301) }, 'sentence'],
    [{ consent: { progress: true } }, 'consent.activity'],
  ] as const;
  for (const [more, path] of wrong) {
    const { problem } = await ask(lea, newEmail(), more as Record<string, unknown>);
    expect([problem.code, problem.errors?.[0]?.path], JSON.stringify(more)).toEqual(['invalid', path]);
  }
  expect(await MentorAsk.countDocuments({ learnerId: lea.id })).toBe(0);
  const alone = await signUp(noMail);
  expect((await invitingIn(noMail).ask(alone, newEmail())).problem.code).toBe('no-mail');
  expect((await invitingIn(noMail).ask(alone, '@somebody')).status).toBe(201);
});

it('says clearly when somebody asks too many in a day', async () => {
  const lea = await signUp(strict);
  const statuses = [];
  for (let i = 0; i < 21; i += 1) statuses.push((await invitingIn(strict).ask(lea, `@nobody-${i}`)).status);
  expect(statuses).toEqual([...Array.from({ length: 20 }, () => 201), 429]);
});
