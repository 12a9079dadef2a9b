import type mongoose from 'mongoose';
import { rowsOf } from '../transfer/part.js';
import { MentorAsk, type MentorAskRecord } from './mentor-asks.model.js';

/** Whom a learner asked, in their own words; what was answered is somebody else's. */
export async function* exportAsks(
  learnerId: mongoose.Types.ObjectId | string,
): AsyncGenerator<Record<string, unknown>> {
  const rows = rowsOf<MentorAskRecord>(MentorAsk.find({ learnerId }).sort({ _id: 1 }));
  for await (const { to, roadmap, sentence, consent, state, createdAt } of rows) {
    yield { to, roadmap, sentence, consent, state, createdAt: createdAt.toISOString() };
  }
}
