import type mongoose from 'mongoose';
import { DatabaseError } from '../database/connect.js';
import type { Mode } from '../env.js';
import { findDemoMark } from './demo-mark.js';

/** Invented people whose password is printed must not live in an instance that others can reach: stops the start. */
export async function refuseDemoData(connection: mongoose.Connection, mode: Mode): Promise<void> {
  if (mode === 'demo' || !(await findDemoMark(connection))) return;
  throw new DatabaseError(
    `The database "${connection.name}" holds the demo: invented people with a password that everybody knows. ` +
      'Run it with `npm run demo`, or name another place for your own data (WAYMARK_DATA_DIR, or MONGODB_URI).',
  );
}
