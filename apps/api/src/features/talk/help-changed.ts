import type mongoose from 'mongoose';
import type { Deps } from '../../deps.js';

/**
 * What a learner asks for help with has changed, in the transaction of the change. The one place from which stored
 * attention is told of it.
 */
export async function helpChanged(
  _deps: Pick<Deps, 'roadmaps'>,
  _learnerId: mongoose.Types.ObjectId | string,
  _now: Date,
): Promise<void> {}
