import mongoose from 'mongoose';
import { refreshAttention } from '../mentoring/refresh-attention.js';

/** What a learner asks for help with has changed, in the transaction of the change: stored attention follows. */
export async function helpChanged(learnerId: mongoose.Types.ObjectId | string, now: Date): Promise<void> {
  await refreshAttention(new mongoose.Types.ObjectId(learnerId), now);
}
