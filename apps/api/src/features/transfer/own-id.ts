import { createHash } from 'node:crypto';
import mongoose from 'mongoose';

/**
 * The id that a document of a file gets in this member's account. It follows from both, so that taking the file again
 * finds what came of it before; it is another in each account, since ids are unique on the instance; and its time and
 * its counter are the file's, so that what happened in order stays in order.
 */
export function ownId(learnerId: string, id: string, salt = ''): mongoose.Types.ObjectId {
  const [time, machine, counter] = [id.slice(0, 8), id.slice(8, 18), id.slice(18)];
  const hash = createHash('sha256').update(`${learnerId}:${machine}:${salt}`).digest('hex').slice(0, 10);
  return new mongoose.Types.ObjectId(`${time}${hash}${counter}`);
}
