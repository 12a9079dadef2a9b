import type { Invitation as InvitationAnswer, members } from '@waymark/contract';
import mongoose from 'mongoose';
import type { z } from 'zod';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { olderThan, page, readCursor } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import type { Call } from '../../http/route.js';
import { emailKey } from '../accounts/email-key.js';
import { findPeople } from '../accounts/find-people.js';
import { hashToken, linkEnded, newToken } from '../credentials/links.js';
import { recordAudit } from '../instance/audit.model.js';
import { readSettings } from '../instance/settings.model.js';
import { pageUrl } from '../mail/address-letter.js';
import { letters } from '../mail/letters.js';
import { mailKind, queueLetter } from '../mail/queue-letter.js';
import { Invitation, type InvitationRecord } from './invitations.model.js';

type Inviting = Pick<Call<typeof members.createInvitation>, 'body' | 'viewer' | 'client' | 'now'>;

/** Makes an invitation. Mailed, its link is in the letter alone; else it is in the answer, this once. */
export async function createInvitation(deps: Deps, { body, viewer, client, now }: Inviting) {
  const { email, note, uses } = body;
  if (email !== undefined) refuseAddress(deps, email);
  const token = newToken();
  const url = pageUrl(deps, 'invitations', token);
  const record: InvitationRecord = {
    _id: new mongoose.Types.ObjectId(),
    hash: hashToken(token),
    ...(email !== undefined && { email }),
    ...{ note, uses, usesLeft: uses, madeBy: new mongoose.Types.ObjectId(viewer.id), createdAt: now },
    expiresAt: new Date(now.getTime() + body.expiresInDays * 86_400_000),
  };
  const people = await findPeople([record.madeBy]);
  await transact(deps.connection, async () => {
    await Invitation.create([record]);
    const detail = { invitation: String(record._id), by: email === undefined ? 'link' : 'mail', uses: String(uses) };
    await recordAudit('invitation-made', { actor: viewer.id, client, detail }, now);
    if (email === undefined) return;
    const from = people.get(viewer.id)?.name ?? '';
    const letter = letters.invitation({ instance: (await readSettings()).name, url, from, note });
    await queueLetter(deps, email, letter, now);
  });
  return { invitation: invitationAnswer(record, people), url: email === undefined ? url : null };
}

function refuseAddress(deps: Deps, email: string): void {
  if (emailKey(email) === undefined) {
    const message = 'This does not look like an e-mail address';
    throw new Problem('invalid', { errors: [{ path: 'email', message }] });
  }
  if (mailKind(deps.env) !== 'none') return;
  throw new Problem('no-mail', { detail: 'Leave the address out, and hand the link on yourself.' });
}

/** The newest first. */
export async function listInvitations(query: z.output<typeof members.listInvitations.query & {}>) {
  const [at, id] = (readCursor(query.cursor, ['time', 'id']) ?? []) as [number?, string?];
  const found = await Invitation.find(at === undefined || !id ? {} : olderThan('createdAt', at, id))
    .sort({ createdAt: -1, _id: -1 })
    .limit(query.limit + 1)
    .lean<InvitationRecord[]>();
  const { items, nextCursor } = page(found, query.limit, ({ createdAt, _id }) => [createdAt.getTime(), String(_id)]);
  const people = await findPeople(items.map(({ madeBy }) => madeBy));
  return { items: items.map((record) => invitationAnswer(record, people)), nextCursor };
}

function invitationAnswer(record: InvitationRecord, people: Awaited<ReturnType<typeof findPeople>>): InvitationAnswer {
  return {
    id: String(record._id),
    email: record.email ?? null,
    ...{ note: record.note, uses: record.uses, usesLeft: record.usesLeft },
    createdAt: record.createdAt.toISOString(),
    expiresAt: record.expiresAt.toISOString(),
    revokedAt: record.revokedAt?.toISOString() ?? null,
    madeBy: people.get(String(record.madeBy))?.name ?? null,
  };
}

/** In the transaction of the route. Taken back twice, it is taken back. */
export async function revokeInvitation({
  params,
  viewer,
  client,
  now,
}: Pick<Call<typeof members.revokeInvitation>, 'params' | 'viewer' | 'client' | 'now'>): Promise<void> {
  const before = await Invitation.findById(params.id, { revokedAt: 1 }).lean<InvitationRecord>();
  if (!before) throw new Problem('not-found');
  if (before.revokedAt) return;
  await Invitation.updateOne({ _id: params.id }, { $set: { revokedAt: now } });
  await recordAudit('invitation-revoked', { actor: viewer.id, client, detail: { invitation: params.id } }, now);
}

/** What a link invites to, while it still does. */
export async function previewInvitation(token: string, now: Date) {
  const found = await Invitation.findOne({
    hash: hashToken(token),
    usesLeft: mongoose.trusted({ $gt: 0 }),
    expiresAt: mongoose.trusted({ $gt: now }),
    revokedAt: mongoose.trusted({ $exists: false }),
  }).lean<InvitationRecord>();
  if (!found) throw linkEnded();
  const people = await findPeople([found.madeBy]);
  const from = people.get(String(found.madeBy))?.name ?? null;
  return { instance: (await readSettings()).name, from, email: found.email ?? null };
}
