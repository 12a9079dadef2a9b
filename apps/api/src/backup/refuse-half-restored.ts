import type mongoose from 'mongoose';
import { DatabaseError } from '../database/connect.js';
import { RESTORING } from './restore-backup.js';

/** A restore that was killed left half of a database: starting on it would look like lost work. */
export async function refuseHalfRestored(connection: mongoose.Connection): Promise<void> {
  if ((await connection.collection(RESTORING).estimatedDocumentCount()) === 0) return;
  throw new DatabaseError(
    'A restore into this database was cut short, so it holds a part only. Run the same `npm run restore` again; it ' +
      'begins anew.',
  );
}
