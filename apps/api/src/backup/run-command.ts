import { DatabaseError } from '../database/connect.js';
import { type Env, EnvError, readEnv } from '../env.js';
import { BackupError } from './backup-file.js';
import { type Reached, reachDatabase } from './reach-database.js';

/** Runs one command of the owner's on the database, and ends the process: 0 when it is done, 1 with what to do. */
export async function runCommand(work: (reached: Reached, env: Env) => Promise<void>): Promise<never> {
  let reached: Reached | undefined;
  // By `exit`, so that what tidies up at the end of the process does: the lock, the database, the half of a file.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  try {
    const env = readEnv(process.env);
    reached = await reachDatabase(env, (text) => console.log(`Fetch a database: ${text}`));
    await work(reached, env);
    await reached.close();
    process.exit(0);
  } catch (error) {
    await reached?.close().catch(() => undefined);
    const isForTheOwner = [BackupError, DatabaseError, EnvError].some((kind) => error instanceof kind);
    console.error(isForTheOwner ? (error as Error).message : error);
    process.exit(1);
  }
}
