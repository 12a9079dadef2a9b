import { createHash, randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import { Problem } from '../../http/problem.js';
import { Link, type LinkKind, type LinkRecord } from './links.model.js';

const tokenBytes = 32;
const hour = 3_600_000;

/** How long each link holds, in milliseconds. */
const lifetimes: Record<LinkKind, number> = {
  verify: 24 * hour,
  reset: hour / 2,
  'change-email': 24 * hour,
  'undo-email': 7 * 24 * hour,
  'keep-account': 7 * 24 * hour,
  claim: 7 * 24 * hour,
};

/** 256 bits as base64url. */
export function newToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** How a secret of 256 bits is kept: nothing slower is needed, since nobody can guess one. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

interface NewLink {
  kind: LinkKind;
  accountId: mongoose.Types.ObjectId | null;
  email?: string;
}

/** Makes a link's token and ends the ones before it of the same kind and account. Undoing keeps each: one per change. */
export async function makeLink(link: NewLink, now: Date): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + lifetimes[link.kind]);
  if (link.kind !== 'undo-email') await Link.deleteMany({ kind: link.kind, accountId: link.accountId });
  await Link.create([{ _id: hashToken(token), ...link, createdAt: now, expiresAt }]);
  return { token, expiresAt };
}

/** The link, still unused; `undefined` where it has ended or never was. */
export async function findLink(kind: LinkKind, token: string, now: Date): Promise<LinkRecord | undefined> {
  const found = await Link.findOne({ ...stillGood(kind, token, now) }).lean<LinkRecord>();
  return found ?? undefined;
}

/**
 * Uses the link up: of ten at once one gets it, the others a `link-ended`. Two that were made in the same moment
 * end together.
 */
export async function useLink(kind: LinkKind, token: string, now: Date): Promise<LinkRecord> {
  const used = await Link.findOneAndDelete({ ...stillGood(kind, token, now) }).lean<LinkRecord>();
  if (!used) throw linkEnded();
  if (kind !== 'undo-email') await Link.deleteMany({ kind, accountId: used.accountId });
  return used;
}

/** Ends an account's links of these kinds: what they were mailed for is over. */
export async function endLinks(accountId: mongoose.Types.ObjectId, kinds: readonly LinkKind[]): Promise<void> {
  await Link.deleteMany({ accountId, kind: mongoose.trusted({ $in: kinds }) });
}

export function linkEnded(): Problem {
  return new Problem('link-ended', { detail: 'Ask for a new link; only the newest one holds.' });
}

function stillGood(kind: LinkKind, token: string, now: Date) {
  return { _id: hashToken(token), kind, expiresAt: mongoose.trusted({ $gt: now }) };
}
