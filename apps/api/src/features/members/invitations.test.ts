import { expect, it } from 'vitest';
import { makeOwner, newEmail, signInAgain, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { day, second, startApp } from '../../../test/start.js';
import { Audit } from '../instance/audit.model.js';
import { Mail, type MailRecord } from '../mail/mail.model.js';
import { readLetter } from '../mail/queue-letter.js';
import { Invitation } from './invitations.model.js';

const app = await startApp();
const owner = await makeOwner(await signUp(app, { name: 'Oda Owner' }));
const stranger = clientOf(app);

const tokenOf = (url: string | null) => /\/invitations\/([\w-]{43})$/.exec(url ?? '')?.[1] ?? '';
const preview = (token: string) => stranger.call('previewInvitation', { body: { token } });

async function invite(body: Record<string, unknown> = {}) {
  const { invitation, url } = await owner.ok('createInvitation', { body });
  return { invitation, url, token: tokenOf(url) };
}

it('invites by a link that is shown once and stored nowhere', async () => {
  const { invitation, url, token } = await invite({ note: 'For the spring class', uses: 30, expiresInDays: 14 });
  expect(url).toBe(`${app.deps.env.publicUrl}/invitations/${token}`);
  expect(invitation).toEqual({
    id: expect.any(String),
    email: null,
    note: 'For the spring class',
    uses: 30,
    usesLeft: 30,
    createdAt: app.now().toISOString(),
    expiresAt: new Date(app.now().getTime() + 14 * day).toISOString(),
    revokedAt: null,
    madeBy: 'Oda Owner',
  });
  const listed = await owner.call('listInvitations');
  expect(listed.body.items[0]).toEqual(invitation);
  expect(listed.text).not.toContain(token);
  const stored = await Invitation.findById(invitation.id).lean();
  const line = await Audit.findOne({ event: 'invitation-made' }).sort({ _id: -1 }).lean();
  expect(line).toMatchObject({ detail: { invitation: invitation.id, by: 'link', uses: '30' } });
  expect(JSON.stringify([stored, line, app.logged()])).not.toContain(token);
  expect((await preview(token)).body).toEqual({ instance: 'Waymark', from: 'Oda Owner', email: null });
});

it('invites by mail: the link is in the letter alone', async () => {
  const email = newEmail();
  const { invitation, url } = await invite({ email, note: 'Welcome aboard' });
  expect([url, invitation.email]).toEqual([null, email]);
  const mails = await Mail.find({ to: email }).lean<MailRecord[]>();
  expect(mails.map(({ kind }) => kind)).toEqual(['invitation']);
  const letter = mails[0] && readLetter(app.deps.keys, mails[0]);
  const token = tokenOf(/http\S+\/invitations\/[\w-]{43}/.exec(letter?.text ?? '')?.[0] ?? null);
  expect(letter?.text).toContain('Welcome aboard');
  expect((await preview(token)).body).toEqual({ instance: 'Waymark', from: 'Oda Owner', email });
});

it('lists the newest first, in pages', async () => {
  await Invitation.deleteMany({});
  const made: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    made.unshift((await invite({ note: `${i}` })).invitation.id);
    // Two of the same moment, too.
    if (i % 2) app.advance(second);
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await owner.ok('listInvitations', { query: { limit: 2, ...(cursor && { cursor }) } });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(made);
  for (const garbage of ['garbage', Buffer.from('[1e99,"fedcba9876543210fedcba98"]').toString('base64url')]) {
    expect((await owner.call('listInvitations', { query: { cursor: garbage } })).problem.code).toBe('bad-request');
  }
});

it('lets in as many as were invited, however many come at once', async () => {
  const { token, invitation } = await invite({ uses: 3 });
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      clientOf(app).call('signUp', {
        body: { name: 'New', email: newEmail(), password: 'nine quiet lanterns', invitation: token },
      }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, ...Array(7).fill(422)]);
  const { items } = await owner.ok('listInvitations', { query: { limit: 100 } });
  expect(items.find(({ id }) => id === invitation.id)).toMatchObject({ uses: 3, usesLeft: 0 });
  expect((await preview(token)).problem.code).toBe('link-ended');
});

it('takes an invitation back, once in the log', async () => {
  const { token, invitation } = await invite();
  expect((await preview(token)).status).toBe(200);
  for (let i = 0; i < 2; i += 1) await owner.ok('revokeInvitation', { params: { id: invitation.id } });
  expect((await preview(token)).problem.code).toBe('link-ended');
  const lines = await Audit.find({ event: 'invitation-revoked', 'detail.invitation': invitation.id }).lean();
  expect(lines.map(({ actorId }) => String(actorId))).toEqual([owner.id]);
  const [listed] = (await owner.ok('listInvitations')).items;
  expect(listed?.revokedAt).toBe(app.now().toISOString());
});

it('ends when its time is over', async () => {
  const { token } = await invite({ expiresInDays: 1 });
  app.advance(day - 1);
  expect((await preview(token)).status).toBe(200);
  app.advance(1);
  expect((await preview(token)).problem.code).toBe('link-ended');
  const [ended, never] = [await preview(token), await preview('never-was')];
  const { requestId: _, ...problem } = ended.problem;
  expect(never.problem).toMatchObject(problem);
});

it.each([
  [{ email: 'no address' }, 'email'],
  [{ email: 'ada@exa..mple' }, 'email'],
  [{ email: 'ada@exa mple.org' }, 'email'],
  [{ note: 'x'.repeat(201) }, 'note'],
  [{ note: 'a\r\nBcc: all@example.org' }, 'note'],
  [{ note: '\u202eeno' }, 'note'],
  [{ uses: 0 }, 'uses'],
  [{ uses: 1001 }, 'uses'],
  [{ uses: 1.5 }, 'uses'],
  [{ expiresInDays: 91 }, 'expiresInDays'],
  [{ expiresInDays: '7' }, 'expiresInDays'],
  [{ role: 'owner' }, 'role'],
])('takes no %j', async (body, path) => {
  const { problem } = await (await signInAgain(owner)).call('createInvitation', { body });
  expect(problem.code).toBe('invalid');
  expect(problem.errors?.map((issue) => issue.path)).toContain(path);
});
