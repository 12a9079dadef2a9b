import mongoose from 'mongoose';
import type { SendMailOptions, Transporter } from 'nodemailer';
import type { Deps } from '../../deps.js';
import { takeBack } from '../notifications/take-back.js';
import { Mail, type MailRecord } from './mail.model.js';
import { failureOf, giveUpAfterMs, retryDelayMs } from './mail-failure.js';
import { messageOf } from './mail-message.js';
import { readLetter } from './queue-letter.js';
import { lanes } from './smtp-transport.js';

/** Longer than any one try may last, so that a letter is never in two hands. */
const leaseMs = 3 * 60_000;
const triesEndMs = 60_000;

type Posting = Pick<Deps, 'env' | 'keys' | 'log' | 'now'>;

/** How one step ended. `server`: the mail server is to blame, and the next letter would fare no better. */
export type Step = 'nothing-due' | 'sent' | 'taken-back' | 'put-off' | 'given-up' | 'server';

/**
 * Sends every letter that is due, two at a time, until none is left or the mail server fails. Any number of processes
 * may do it at once: each letter is taken by one of them.
 */
export async function deliverDue(
  deps: Posting,
  transport: Transporter,
  isStopping: () => boolean = () => false,
): Promise<'done' | 'server'> {
  let hasFailed = false;
  const lane = async () => {
    while (!hasFailed && !isStopping()) {
      const step = await deliverNext(deps, transport, deps.now());
      if (step === 'nothing-due') return;
      if (step === 'server') hasFailed = true;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return hasFailed ? 'server' : 'done';
}

/**
 * Takes the letter that is due longest, by one conditional update, and tries to send it. A process that dies in
 * between holds it for three minutes; then somebody else takes it. If the mail server had said yes already, before
 * we could mark the letter as sent, it goes out a second time: with the same Message-ID and date, by which the
 * receiver can tell that it is one letter. Losing it instead would be the worse of the two.
 */
export async function deliverNext(deps: Posting, transport: Transporter, now: Date): Promise<Step> {
  const mail = await Mail.findOneAndUpdate(
    { sentAt: null, failedAt: null, dueAt: mongoose.trusted({ $lte: now }) },
    { $set: { dueAt: new Date(now.getTime() + leaseMs) }, $inc: { tries: 1 } },
    { sort: { dueAt: 1 }, returnDocument: 'after' },
  ).lean<MailRecord>();
  if (!mail) return 'nothing-due';
  if (mail.tells && (await takeBack(mail._id, mail.tells, now))) return 'taken-back';
  const message = openMessage(deps, mail);
  if (!message) return giveUp(deps, mail, 'ENOLETTER: it cannot be read with the keys of now', now);
  try {
    // A server that answers one byte at a time never runs into a timeout of the connection.
    const signal = AbortSignal.timeout(triesEndMs);
    await transport.sendMail({ ...message, signal });
  } catch (error) {
    return afterFailure(deps, mail, error, now);
  }
  await mark(mail, { $set: { sentAt: now }, $unset: { sealed: 1, to: 1, lastFailure: 1 } });
  deps.log.info({ mail: String(mail._id), kind: mail.kind, tries: mail.tries }, 'mail sent');
  return 'sent';
}

/** `undefined` where the keys were lost since: trying again would not bring them back. */
function openMessage(deps: Posting, mail: MailRecord): SendMailOptions | undefined {
  try {
    const letter = readLetter(deps.keys, mail);
    return letter && mail.to !== undefined ? messageOf(deps.env, mail, mail.to, letter) : undefined;
  } catch {
    return undefined;
  }
}

async function afterFailure(deps: Posting, mail: MailRecord, error: unknown, now: Date): Promise<Step> {
  const failure = failureOf(error);
  const isTooOld = now.getTime() - mail.createdAt.getTime() >= giveUpAfterMs;
  if (failure.isForGood || isTooOld) return giveUp(deps, mail, failure.text, now);
  const dueAt = new Date(now.getTime() + retryDelayMs(mail.tries));
  await mark(mail, { $set: { dueAt, lastFailure: failure.text } });
  const facts = { mail: String(mail._id), kind: mail.kind, tries: mail.tries, failure: failure.text };
  deps.log.warn({ ...facts, dueAt }, 'mail put off');
  return failure.isServers ? 'server' : 'put-off';
}

/** What it said is of no use to anybody any more, and may hold a link. */
async function giveUp(deps: Posting, mail: MailRecord, failure: string, now: Date): Promise<Step> {
  await mark(mail, { $set: { failedAt: now, lastFailure: failure }, $unset: { sealed: 1, to: 1 } });
  deps.log.error({ mail: String(mail._id), kind: mail.kind, tries: mail.tries, failure }, 'mail given up');
  return 'given-up';
}

/** Only while it is still in our hands: each taking counts a try. */
async function mark(mail: MailRecord, change: mongoose.UpdateQuery<MailRecord>): Promise<void> {
  await Mail.updateOne({ _id: mail._id, tries: mail.tries, sentAt: null }, change);
}
