import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import type { Env } from '../../env.js';
import { openSealed, sealText } from '../../seal.js';
import type { Letter } from './letters.js';
import { Mail, type MailRecord, type Tells } from './mail.model.js';

/** How letters leave this instance: by SMTP, into the mailbox page of this machine, or not at all. */
export function mailKind(env: Pick<Env, 'smtpUrl' | 'isLoopback'>): 'smtp' | 'mailbox' | 'none' {
  if (env.smtpUrl) return 'smtp';
  return env.isLoopback ? 'mailbox' : 'none';
}

/**
 * Puts a letter into the outbox, in the transaction around it where there is one; it leaves after the answer, so that
 * no mail server ever keeps a request waiting. Where letters land in the mailbox, it is delivered with this.
 * Where nothing can be mailed it does nothing: whoever depends on the letter asks `mailKind` first.
 */
export async function queueLetter(
  deps: Pick<Deps, 'env' | 'keys'>,
  to: string,
  letter: Letter,
  now: Date,
  tells?: Tells,
): Promise<void> {
  const way = mailKind(deps.env);
  if (way === 'none') return;
  const _id = new mongoose.Types.ObjectId();
  const { kind, ...content } = letter;
  const sealed = sealText(deps.keys, `mail ${_id}`, JSON.stringify(content));
  const delivered = way === 'mailbox' && { sentAt: now };
  await Mail.create([
    { _id, kind, to, sealed, createdAt: now, dueAt: now, tries: 0, ...(tells && { tells }), ...delivered },
  ]);
}

/** What a letter says; `undefined` once it was delivered by SMTP, or where the keys that sealed it are lost. */
export function readLetter(
  keys: Deps['keys'],
  mail: Pick<MailRecord, '_id' | 'sealed'>,
): Omit<Letter, 'kind'> | undefined {
  if (!mail.sealed) return undefined;
  try {
    return JSON.parse(openSealed(keys, `mail ${mail._id}`, mail.sealed));
  } catch {
    return undefined;
  }
}
