import { expect, it } from 'vitest';
import { cohort, join, newEmail, signUp } from '../../../test/build.js';
import { type Client, clientOf } from '../../../test/client.js';
import { invitingIn } from '../../../test/inviting.js';
import { lettersTo } from '../../../test/letters.js';
import { startApp } from '../../../test/start.js';
import { Mail } from '../mail/mail.model.js';
import { MentorInvitation } from './mentor-invitations.model.js';

const app = await startApp();
const near = await startApp({ rateLimitFactor: 0.001 });
const { invite, accept } = invitingIn(app);
const line = (email: string, name = 'Lea') => ({ name, email });
const preview = (mentor: Client, id: string, lines: readonly object[]) =>
  mentor.call('previewRoster', { params: { id }, body: { lines } });
const send = (mentor: Client, id: string, lines: readonly object[], key?: string) =>
  mentor.call('inviteRoster', { params: { id }, body: { lines }, ...(key && { headers: { 'idempotency-key': key } }) });

it('says line by line what it would do, and sends nothing before it is told to', async () => {
  const mia = await signUp(app);
  const made = await cohort(mia);
  const [gone, here] = [await invite(mia, { cohortId: made.id }), await invite(mia, { cohortId: made.id })];
  const waiting = await invite(mia, { cohortId: made.id });
  const [lea, lou] = await Promise.all([signUp(app), signUp(app)]);
  await accept(lea, here.invitation.id, here.token);
  await accept(lou, gone.invitation.id, gone.token);
  const [grant] = (await lou.ok('listGrants')).items;
  await lou.ok('endGrant', { params: { id: grant?.id ?? '' } });
  const byCode = await signUp(app);
  await join(byCode, made.code);

  const fresh = newEmail();
  const lines = [
    fresh,
    here.email,
    gone.email,
    waiting.email,
    'no address',
    '',
    fresh.toUpperCase().replace('EXAMPLE.ORG', 'Example.org'),
    byCode.email,
    mia.email,
  ];
  const before = await Mail.countDocuments({});
  const judged = await preview(
    mia,
    made.id,
    lines.map((email) => line(email)),
  );
  expect(judged.body.results).toEqual(
    // Who came in by the code has told nobody their address: it is invited as any other.
    ['invite', 'in-cohort', 'invite', 'invited', 'not-an-address', 'not-an-address', 'twice', 'invite', 'own'],
  );
  expect(await Mail.countDocuments({})).toBe(before);
  const sent = await send(
    mia,
    made.id,
    lines.map((email) => line(email)),
  );
  expect(sent.body.results).toEqual(judged.body.results);
  expect(await Mail.countDocuments({})).toBe(before + 3);
  expect((await preview(mia, made.id, [line(fresh)])).body.results).toEqual(['invited']);
});

it('sends each part once by its key, and each address once by whatever key', async () => {
  const mia = await signUp(app);
  const { id } = await cohort(mia);
  const lines = Array.from({ length: 200 }, (_, i) => line(newEmail(), `Learner ${i}`));
  const first = await send(mia, id, lines, 'part-one-of-two');
  const again = await send(mia, id, lines, 'part-one-of-two');
  expect([again.status, again.body]).toEqual([200, first.body]);
  expect(new Set(first.body.results)).toEqual(new Set(['invite']));
  expect((await send(mia, id, lines, 'part-two-of-two')).body.results.every((each) => each === 'invited')).toBe(true);
  expect(await MentorInvitation.countDocuments({ cohortId: id })).toBe(200);
  expect(await lettersTo(app, lines[7]?.email ?? '')).toHaveLength(1);
  const { items, nextCursor } = await mia.ok('listMentorInvitations', { query: { cohort: id, limit: 100 } });
  expect([items.length, nextCursor !== null]).toEqual([100, true]);
});

it('takes hostile lines as lines', async () => {
  const mia = await signUp(app);
  const { id } = await cohort(mia);
  const bad = [
    'a@b@c',
    'a b@example.org',
    'a@exa\r\nBcc: x@y.z',
    '<script>@',
    'ä@example.org',
    `${'x'.repeat(300)}@example.org`,
  ];
  expect(
    (
      await send(
        mia,
        id,
        bad.map((email) => line(email)),
      )
    ).body.results,
  ).toEqual(bad.map(() => 'not-an-address'));
  const email = newEmail();
  await send(mia, id, [line(email, '=HYPERLINK("http://x.example")\u202e\n'.repeat(5))]);
  const [letter] = await lettersTo(app, email);
  expect(`${letter?.subject}${letter?.text}`).not.toContain('x.example');
  for (const lines of [
    [],
    Array.from({ length: 201 }, () => line('a@b.c')),
    [{ email: 'a@b.c' }],
    [{ ...line('a@b.c'), role: 'owner' }],
  ]) {
    expect((await send(mia, id, lines)).problem.code).toBe('invalid');
  }
});

it('sends all of a part or none, as long as the day’s letters last', async () => {
  const member = await signUp(app);
  const mia = clientOf(near, member.token);
  const { id } = await cohort(mia);
  const lines = (count: number) => Array.from({ length: count }, () => line(newEmail()));
  expect((await preview(mia, id, lines(1))).body.lettersLeft).toBe(5);
  expect((await send(mia, id, lines(3))).status).toBe(200);
  expect((await preview(mia, id, lines(1))).body.lettersLeft).toBe(2);
  const refused = await send(mia, id, lines(3));
  expect([refused.status, await MentorInvitation.countDocuments({ cohortId: id })]).toEqual([429, 3]);
  expect((await send(mia, id, lines(2))).status, 'what was refused used none').toBe(200);
  expect((await preview(mia, id, lines(1))).body.lettersLeft).toBe(0);
});

it('is there for the cohort’s mentors alone', async () => {
  const [mia, other] = await Promise.all([signUp(app), signUp(app)]);
  const { id, code } = await cohort(mia);
  const lea = await signUp(app);
  await join(lea, code);
  for (const client of [other, lea]) {
    expect((await preview(client, id, [line(newEmail())])).status).toBe(404);
    expect((await send(client, id, [line(newEmail())])).status).toBe(404);
  }
});

it('invites nobody into a cohort in the archive, neither by mail, nor by a list, nor once more', async () => {
  const mia = await signUp(app);
  const made = await cohort(mia);
  const { invitation } = await invite(mia, { cohortId: made.id });
  const { version } = await mia.ok('readCohort', { params: { id: made.id } });
  const headers = { 'if-match': `"${version}"` };
  await mia.ok('changeCohort', { params: { id: made.id }, body: { isArchived: true }, headers });
  const before = await Mail.countDocuments({});
  const refused = [
    await mia.call('inviteLearner', { body: { email: newEmail(), cohortId: made.id } }),
    await mia.call('resendMentorInvitation', { params: { id: invitation.id } }),
    await preview(mia, made.id, [line(newEmail())]),
    await send(mia, made.id, [line(newEmail())]),
  ];
  expect(refused.map(({ problem }) => problem.code)).toEqual(refused.map(() => 'cohort-archived'));
  expect(await Mail.countDocuments({})).toBe(before);
});
