import { letterDueAt, usualDigest, usualWeekly, weeklyDueAt } from '@waymark/contract';
import mongoose from 'mongoose';
import { askForJob, dropJob, moveJob } from '../../jobs/ask-for-job.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';

export const letterKind = 'letter';
export const weeklyKind = 'weekly';

type Reader = Pick<AccountRecord, '_id' | 'digest' | 'timeZone'>;

const dueFor = ({ digest = usualDigest, timeZone }: Reader, now: Date) => letterDueAt(digest, timeZone, now);
const letterFor = ({ _id }: Reader) => ({ kind: letterKind, about: String(_id) });

/** Lets a letter tell these members, when each of them wants it, of what they will not have read by then. */
export async function askForLetters(memberIds: readonly string[], now: Date): Promise<void> {
  if (memberIds.length === 0) return;
  const readers = await Account.find({ _id: mongoose.trusted({ $in: memberIds }) }, { digest: 1, timeZone: 1 }).lean<
    Reader[]
  >();
  for (const reader of readers) {
    const dueAt = dueFor(reader, now);
    if (dueAt) await askForJob({ ...letterFor(reader), dueAt });
  }
}

/** A member wants their letters otherwise from now on: what waits is told of then. */
export async function moveLetter(reader: Reader, now: Date): Promise<void> {
  await moveOrDrop(letterFor(reader), dueFor(reader, now));
}

type WeeklyReader = Pick<AccountRecord, '_id' | 'weekly' | 'timeZone'>;

/** When the next weekly letter to this member is due. */
export const nextWeekly = ({ weekly = usualWeekly, timeZone }: WeeklyReader, now: Date): Date | null =>
  weeklyDueAt(weekly, timeZone, now);

/** A member wants weekly letters, does not, or lives elsewhere: the next one leaves when it is due from now on. */
export async function moveWeekly(reader: WeeklyReader, now: Date): Promise<void> {
  await moveOrDrop({ kind: weeklyKind, about: String(reader._id) }, nextWeekly(reader, now));
}

async function moveOrDrop({ kind, about }: { kind: string; about: string }, dueAt: Date | null): Promise<void> {
  if (dueAt) await moveJob({ kind, about, dueAt });
  else await dropJob(kind, about);
}
