import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { cohort, confirm, everything, newEmail, nothing, signInAgain, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { invitingIn, tokenOf } from '../../../test/inviting.js';
import { lettersTo, letterTo } from '../../../test/letters.js';
import { day, startApp } from '../../../test/start.js';
import { Cohort } from '../mentoring/cohorts.model.js';
import { Grant } from '../mentoring/grants.model.js';
import { Enrolment } from '../progress/progress.model.js';
import { MentorInvitation } from './mentor-invitations.model.js';

const app = await startApp();
const strict = await startApp({ rateLimitFactor: 1 });
const noMail = await startApp({ isLoopback: false, smtpUrl: undefined });
const { deliver, invite, accept, confirmed } = invitingIn(app);
const stranger = clientOf(app);
const open = (token: string) => stranger.call('openMentorLink', { body: { token } });

it('invites by a letter whose link is stored nowhere, shows what it is about, and lets in once', async () => {
  const mia = await signUp(app, { name: 'Mia' });
  const { invitation, email, token } = await invite(mia);
  expect(invitation).toEqual({
    ...{ id: expect.any(String), email, name: 'Lea', roadmap: 'backend', cohort: null, acceptedBy: null },
    from: { id: mia.id, name: 'Mia', handle: mia.account.handle },
    state: 'open',
    sentAt: app.now().toISOString(),
    expiresAt: new Date(app.now().getTime() + 14 * day).toISOString(),
  });
  const stored = await MentorInvitation.findById(invitation.id).lean();
  expect(JSON.stringify([stored, app.logged()])).not.toContain(token);
  const about = {
    kind: 'invitation',
    id: invitation.id,
    from: 'Mia',
    roadmap: 'backend',
    cohort: null,
    mentors: ['Mia'],
  };
  for (let round = 0; round < 3; round += 1) expect((await open(token)).body, 'looking uses nothing up').toEqual(about);

  const lea = await signUp(app, { name: 'Lea L.' });
  const accepted = await accept(lea, invitation.id, token);
  expect([accepted.status, accepted.body]).toEqual([201, { roadmap: 'backend', cohort: null }]);
  expect((await lea.call('readEnrolment', { params: { slug: 'backend' } })).status, 'it enrols').toBe(200);
  expect((await lea.ok('listGrants')).items).toMatchObject([
    { mentor: { id: mia.id }, cohort: null, consent: everything },
  ]);
  expect((await mia.ok('listLearners')).items).toMatchObject([{ learner: { id: lea.id }, cohort: null }]);
  const [listed] = (await mia.ok('listMentorInvitations')).items;
  expect(listed).toEqual({ ...invitation, state: 'accepted', acceptedBy: 'Lea L.' });
  expect(JSON.stringify(listed), 'the address of the account is theirs to tell').not.toContain(lea.email);
  expect((await accept(lea, invitation.id, token)).problem.code).toBe('invitation-over');
  expect((await open(token)).problem.code).toBe('link-ended');
  const told = (await mia.ok('listNotifications')).items;
  expect(told).toMatchObject([{ kind: 'invitation-accepted', by: { id: lea.id } }]);
});

it('answers alike whether or not somebody has the address, in words and in work', async () => {
  const mia = await signUp(app);
  const known = await confirmed('Kim');
  const [one, two] = [await invite(mia, { email: known.email }), await invite(mia)];
  const shape = ({ id: _, email: _e, ...rest }: typeof one.invitation) => rest;
  expect(shape(one.invitation)).toEqual(shape(two.invitation));
  const kinds = async (email: string) =>
    (await lettersTo(app, email)).map(({ kind }) => kind).filter((kind) => kind !== 'verify-email');
  expect(await kinds(known.email)).toEqual(await kinds(two.email));
  expect((await known.ok('listNotifications')).items, 'nothing is looked up before the answer').toEqual([]);
  await deliver();
  expect((await known.ok('listNotifications')).items).toMatchObject([{ kind: 'invited', by: { id: mia.id } }]);
  expect((await mia.ok('listMentorInvitations')).items.map(shape)).toEqual([
    shape(one.invitation),
    shape(one.invitation),
  ]);
});

it('is seen without the letter by who confirmed the address, and by nobody who only says that it is theirs', async () => {
  const mia = await signUp(app, { name: 'Mia' });
  const lea = await signUp(app);
  const { invitation } = await invite(mia, { email: lea.email.toUpperCase().replace('EXAMPLE.ORG', 'example.ORG') });
  expect((await lea.ok('listReceivedInvitations')).items).toEqual([]);
  expect((await accept(lea, invitation.id)).status).toBe(404);
  await confirm(lea);
  expect((await lea.ok('listReceivedInvitations')).items).toMatchObject([
    { id: invitation.id, from: { id: mia.id }, mentors: [{ id: mia.id }], cohort: null, roadmap: 'backend' },
  ]);
  expect((await accept(lea, invitation.id, undefined, nothing)).status).toBe(201);
  expect((await lea.ok('listReceivedInvitations')).items).toEqual([]);
  expect((await lea.ok('listGrants')).items).toMatchObject([{ consent: nothing }]);
});

it('brings into a cohort like its code: to all mentors that it has now', async () => {
  const [mia, max] = await Promise.all([signUp(app, { name: 'Mia' }), signUp(app, { name: 'Max' })]);
  const made = await cohort(mia);
  const { invitation, token } = await invite(mia, { cohortId: made.id });
  await Cohort.updateOne({ _id: made.id }, { $push: { mentorIds: max.id } });
  expect((await open(token)).body).toMatchObject({ cohort: made.name, mentors: ['Mia', 'Max'] });
  expect(
    (await max.ok('listMentorInvitations', { query: { cohort: made.id } })).items,
    'they are its mentors’',
  ).toHaveLength(1);
  expect((await accept(mia, invitation.id, token)).problem.code).toBe('own-cohort');
  const lea = await signUp(app);
  expect((await accept(lea, invitation.id, token)).body).toEqual({
    roadmap: 'backend',
    cohort: { id: made.id, name: made.name },
  });
  expect((await lea.ok('listGrants')).items.map(({ mentor }) => mentor.name).toSorted()).toEqual(['Max', 'Mia']);
  const again = await invite(mia, { cohortId: made.id });
  expect((await accept(lea, again.invitation.id, again.token)).problem.code).toBe('already-joined');
  expect((await MentorInvitation.findById(again.invitation.id))?.state, 'what was refused used nothing').toBe('open');
  const other = await signUp(app);
  await Cohort.updateOne({ _id: made.id }, { archivedAt: app.now() });
  expect((await accept(other, again.invitation.id, again.token)).problem.code).toBe('cohort-archived');
  for (const name of ['listMentorInvitations', 'inviteLearner'] as const) {
    const asking = { query: { cohort: made.id }, body: { email: newEmail(), cohortId: made.id } };
    const asked = name === 'inviteLearner' ? { body: asking.body } : { query: asking.query };
    expect((await other.call(name, asked)).status, name).toBe(404);
  }
});

it('can be declined with or without an account, and leaves nothing', async () => {
  const mia = await signUp(app);
  const lea = await confirmed('Lea');
  const [byPage, byLetter] = [await invite(mia, { email: lea.email }), await invite(mia)];
  const { id } = byPage.invitation;
  expect((await lea.call('declineMentorInvitation', { params: { id }, body: {} })).status).toBe(204);
  expect((await stranger.call('declineMentorLink', { body: { token: byLetter.token } })).status).toBe(204);
  expect((await stranger.call('declineMentorLink', { body: { token: byLetter.token } })).problem.code).toBe(
    'link-ended',
  );
  const { items } = await mia.ok('listMentorInvitations');
  expect(items.map(({ state, acceptedBy }) => [state, acceptedBy])).toEqual([
    ['declined', null],
    ['declined', null],
  ]);
  expect(await Grant.countDocuments({ learnerId: lea.id })).toBe(0);
  expect(await Enrolment.countDocuments({ learnerId: lea.id })).toBe(0);
  expect((await accept(lea, id)).problem.code).toBe('invitation-over');
});

it('is taken back, sent again, and over after fourteen days, from the very next request on', async () => {
  const mia = await signUp(app);
  const lea = await confirmed('Lea');
  const [revoked, resent] = [await invite(mia), await invite(mia)];
  await mia.ok('revokeMentorInvitation', { params: { id: revoked.invitation.id } });
  expect((await open(revoked.token)).problem.code).toBe('link-ended');
  expect((await accept(lea, revoked.invitation.id, revoked.token)).problem.code).toBe('invitation-over');
  expect((await mia.call('revokeMentorInvitation', { params: { id: revoked.invitation.id } })).problem.code).toBe(
    'invitation-over',
  );

  expect(
    (await mia.call('inviteLearner', { body: { email: resent.email, cohortId: null, roadmap: 'backend' } })).problem
      .code,
  ).toBe('already-invited');
  await mia.ok('resendMentorInvitation', { params: { id: resent.invitation.id } });
  const fresh = tokenOf((await letterTo(app, resent.email, 'mentor-invitation')).url);
  expect(fresh).not.toBe(resent.token);
  expect((await open(resent.token)).problem.code, 'the old link ends').toBe('link-ended');
  expect((await open(fresh)).status).toBe(200);

  app.advance(14 * day - 1);
  expect((await open(fresh)).status).toBe(200);
  app.advance(1);
  expect((await open(fresh)).problem.code).toBe('link-ended');
  expect((await accept(await signUp(app), resent.invitation.id, fresh)).problem.code).toBe('invitation-over');
});

it('makes place for a new one when nobody answered, and keeps one open at a time', async () => {
  const email = newEmail();
  const first = await signUp(app);
  const { invitation } = await invite(first, { email });
  app.advance(14 * day);
  const back = await signInAgain(first);
  expect((await back.ok('listMentorInvitations')).items).toMatchObject([{ id: invitation.id, state: 'expired' }]);
  const body = { email, cohortId: null, roadmap: 'backend' };
  const made = await Promise.all(Array.from({ length: 5 }, () => back.call('inviteLearner', { body })));
  expect(made.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
  expect((await back.call('resendMentorInvitation', { params: { id: invitation.id } })).problem.code).toBe(
    'already-invited',
  );
});

it('lets in one of two who accept at once, and none or one where it is taken back meanwhile, ten times over', async () => {
  const mia = await signUp(app);
  for (let round = 0; round < 10; round += 1) {
    const [lea, lou] = await Promise.all([signUp(app), signUp(app)]);
    const one = await invite(mia);
    const raced = await Promise.all([lea, lou].map((who) => accept(who, one.invitation.id, one.token)));
    expect(raced.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(
      await Grant.countDocuments({ mentorId: mia.id, learnerId: mongoose.trusted({ $in: [lea.id, lou.id] }) }),
    ).toBe(1);

    const two = await invite(mia);
    const { id } = two.invitation;
    const late = await signUp(app);
    const [accepted, revoked] = await Promise.all([
      accept(late, id, two.token),
      mia.call('revokeMentorInvitation', { params: { id } }),
    ]);
    expect([accepted.status, revoked.status].toSorted(), `round ${round}`).toEqual(
      accepted.status === 201 ? [201, 409] : [204, 409],
    );
    expect(await Grant.countDocuments({ mentorId: mia.id, learnerId: late.id })).toBe(accepted.status === 201 ? 1 : 0);
  }
});

it('refuses what it cannot take, beside the field', async () => {
  const mia = await signUp(app);
  const ask = (body: Record<string, unknown>) => mia.call('inviteLearner', { body });
  const wrong = [
    [{ email: mia.email, cohortId: null, roadmap: 'backend' }, 'email'],
    [{ email: 'nobody', cohortId: null, roadmap: 'backend' }, 'email'],
    [{ email: newEmail(), cohortId: null, roadmap: 'no-such' }, 'roadmap'],
    [{ email: newEmail(), cohortId: null }, 'roadmap'],
    [{ email: newEmail(), cohortId: null, roadmap: 'backend', name: 'a\nb' }, 'name'],
    [{ email: newEmail(), cohortId: null, roadmap: 'backend', note: 'x' }, 'note'],
  ] as const;
  for (const [body, path] of wrong) {
    const { problem } = await ask(body);
    expect([problem.code, problem.errors?.[0]?.path], JSON.stringify(body)).toEqual(['invalid', path]);
  }
  const { invitation, token } = await invite(mia);
  expect((await accept(mia, invitation.id, token)).problem.code).toBe('own-invitation');
  const lea = await signUp(app);
  expect((await accept(lea, invitation.id, 'x'.repeat(43))).status, 'another token').toBe(404);
  const before = await invite(mia);
  expect((await accept(lea, before.invitation.id, before.token)).status).toBe(201);
  expect((await accept(lea, invitation.id, token)).problem.code).toBe('already-mentored');
});

it('says clearly when a day’s letters are used up, to one address or in all', async () => {
  const near = invitingIn(strict);
  const mia = await signUp(strict);
  const { invitation } = await near.invite(mia);
  const { id } = invitation;
  await mia.ok('resendMentorInvitation', { params: { id } });
  await mia.ok('resendMentorInvitation', { params: { id } });
  const refused = await mia.call('resendMentorInvitation', { params: { id } });
  expect([refused.status, refused.problem.code]).toEqual([429, 'too-many-requests']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3600);
});

it('promises no letter where none can leave, to nobody', async () => {
  const mia = await signUp(noMail);
  const body = { email: newEmail(), cohortId: null, roadmap: 'backend' };
  expect((await mia.call('inviteLearner', { body })).problem.code).toBe('no-mail');
});
