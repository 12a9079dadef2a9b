import mongoose from 'mongoose';
import { transact } from '../../database/transact.js';
import { Mail, type Tells } from '../mail/mail.model.js';
import { aboutOf, kindOf } from './abouts.js';
import { askForLetters } from './letter-due.js';
import { Notification } from './notifications.model.js';

async function isClosed({ memberId, abouts }: Tells): Promise<boolean> {
  for (const about of abouts) if (!(await kindOf(about).maySee(aboutOf(about).id, memberId))) return true;
  return false;
}

/**
 * A letter that is about to leave tells of something that was closed to its reader since it was written: it is not sent, and
 * what else it told is told by another one.
 */
export async function takeBack(mailId: mongoose.Types.ObjectId, tells: Tells, now: Date): Promise<boolean> {
  if (!(await isClosed(tells))) return false;
  const { memberId, abouts } = tells;
  await transact(Mail.db, async () => {
    await Mail.deleteOne({ _id: mailId });
    const about = mongoose.trusted({ $in: [...abouts] });
    await Notification.updateMany({ memberId, about, isUnread: true }, { $unset: { mailedAt: 1 } });
    await askForLetters([memberId], now);
  });
  return true;
}
