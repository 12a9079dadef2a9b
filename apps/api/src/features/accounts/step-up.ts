import mongoose from 'mongoose';
import { Problem } from '../../http/problem.js';
import type { Viewer } from '../../http/viewer.js';
import { Session } from './sessions.model.js';

const minutes = 10;

/** The viewer gave their password, or a code, in this session in the last ten minutes. */
export async function hasProved(viewer: Viewer, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - minutes * 60_000);
  return (await Session.exists({ _id: viewer.sessionId, provedAt: mongoose.trusted({ $gt: since }) })) !== null;
}

/** For acts that need it in some cases only; those that always do say `stepUp` in the contract. */
export async function requireStepUp(viewer: Viewer, now: Date): Promise<void> {
  if (await hasProved(viewer, now)) return;
  throw new Problem('step-up-required', { detail: 'Give your password again, then repeat this.' });
}
