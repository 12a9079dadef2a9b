import mongoose from 'mongoose';
import { Mail } from './mail.model.js';

/** For somebody who tries Waymark out on their own machine; older ones are forgotten. */
export const mostKept = 500;

/** Forgets all but the newest letters, and takes in what waited for a mail server that is no longer named. */
export async function tidyMailbox(now: Date): Promise<void> {
  await Mail.updateMany({ sentAt: null, failedAt: null }, { $set: { sentAt: now } });
  const [oldest] = await Mail.find({}, { createdAt: 1 })
    .sort({ createdAt: -1, _id: -1 })
    .skip(mostKept - 1)
    .limit(1)
    .lean();
  if (!oldest) return;
  const older = { createdAt: oldest.createdAt, _id: mongoose.trusted({ $lt: oldest._id }) };
  await Mail.deleteMany({ $or: [{ createdAt: mongoose.trusted({ $lt: oldest.createdAt }) }, older] });
}
