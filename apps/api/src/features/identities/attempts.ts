import type { IdentityPurpose } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import type { Client } from '../../http/route.js';
import { openSealed, sealText } from '../../seal.js';
import { hashToken, newToken } from '../credentials/links.js';
import { IdentityAttempt, type IdentityAttemptRecord } from './attempts.model.js';
import { attemptMinutes, browserHash } from './browser-cookie.js';
import type { Journey, Proved } from './provider.js';

const mostCodes = 5;

/** What of an attempt is secret: first what comes back is checked with, then who was proved. */
interface Kept {
  verifier?: string;
  nonce?: string;
  invitation?: string | undefined;
  proved?: Proved;
}

interface NewAttempt {
  provider: string;
  browser: string;
  purpose: IdentityPurpose;
  accountId: string | undefined;
  next: string;
  staySignedIn: boolean;
  invitation: string | undefined;
}

export async function beginAttempt(deps: Deps, attempt: NewAttempt, now: Date): Promise<Journey> {
  const { invitation, accountId, ...stored } = attempt;
  const [state, verifier, nonce] = [newToken(), newToken(), newToken()];
  const _id = hashToken(state);
  await IdentityAttempt.create({
    ...stored,
    ...(accountId !== undefined && { accountId }),
    _id,
    sealed: seal(deps, _id, { verifier, nonce, invitation }),
    stage: 'begun',
    codeTries: 0,
    createdAt: now,
    expiresAt: new Date(now.getTime() + attemptMinutes * 60_000),
  });
  return { state, verifier, nonce };
}

/** What was taken out: nobody else has it until it is put back. */
export interface Attempt extends Omit<IdentityAttemptRecord, 'sealed'> {
  journey: Journey;
  invitation: string | undefined;
  /** Set where the provider's part is done. */
  proved: Proved | undefined;
}

/** Takes the attempt that this browser began at this provider: of ten at once one gets it, the others a `link-ended`. */
export async function takeAttempt(
  deps: Deps,
  { provider, state, client }: { provider: string; state: string; client: Client },
  now: Date,
): Promise<Attempt> {
  const taken = await IdentityAttempt.findOneAndUpdate(
    {
      _id: hashToken(state),
      provider,
      browser: browserHash(deps.env, client.cookies),
      stage: mongoose.trusted({ $in: ['begun', 'code'] }),
      expiresAt: mongoose.trusted({ $gt: now }),
    },
    { $set: { stage: 'busy' } },
    { returnDocument: 'before' },
  ).lean<IdentityAttemptRecord>();
  if (!taken) throw attemptEnded();
  const { sealed, ...attempt } = taken;
  const kept = JSON.parse(openSealed(deps.keys, context(taken._id), sealed)) as Kept;
  const { verifier = '', nonce = '', invitation, proved } = kept;
  return { ...attempt, journey: { state, verifier, nonce }, invitation, proved };
}

/** Puts it back, for the code of the second factor alone. After a few wrong ones it is over. */
export async function keepForCode(deps: Deps, attempt: Attempt, proved: Proved, wasWrong: boolean): Promise<void> {
  const codeTries = attempt.codeTries + (wasWrong ? 1 : 0);
  if (codeTries >= mostCodes) return endAttempt(attempt);
  const sealed = seal(deps, attempt._id, { proved, invitation: attempt.invitation });
  await IdentityAttempt.updateOne({ _id: attempt._id, stage: 'busy' }, { $set: { stage: 'code', sealed, codeTries } });
}

export async function endAttempt({ _id }: Pick<Attempt, '_id'>): Promise<void> {
  await IdentityAttempt.deleteOne({ _id });
}

export function attemptEnded(): Problem {
  return new Problem('link-ended', {
    detail: 'This way in was used, took more than ten minutes, or began in another browser. Begin again.',
  });
}

function context(id: string): string {
  return `identity attempt ${id}`;
}

function seal(deps: Deps, id: string, kept: Kept): string {
  return sealText(deps.keys, context(id), JSON.stringify(kept));
}
