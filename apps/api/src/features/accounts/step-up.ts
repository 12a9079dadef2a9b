import mongoose from 'mongoose';
import { Problem } from '../../http/problem.js';
import type { Viewer } from '../../http/viewer.js';
import { Session } from './sessions.model.js';

const minutes = 10;

/** Throws `step-up-required` unless the viewer gave their password in this session in the last ten minutes. */
export async function requireStepUp(viewer: Viewer, now: Date): Promise<void> {
  const since = new Date(now.getTime() - minutes * 60_000);
  const proved = await Session.exists({ _id: viewer.sessionId, provedAt: mongoose.trusted({ $gt: since }) });
  if (!proved) throw new Problem('step-up-required', { detail: 'Give your password again, then repeat this.' });
}
