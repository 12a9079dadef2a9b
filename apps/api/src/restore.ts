import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { BackupError } from './backup/backup-file.js';
import { refuseUsed, restoreBackup } from './backup/restore-backup.js';
import { runCommand } from './backup/run-command.js';
import { showProgress } from './backup/show-progress.js';
import { checkBackup } from './backup/write-backup.js';
import type { Env } from './env.js';
import { recordAudit } from './features/instance/audit.model.js';
import { keysFileOf } from './key-file.js';

// `npm run restore -- <file>`

/** What was over since the backup must not come to life again: sessions, links, letters that have long been sent. */
const overSince = ['sessions', 'links', 'mails', 'addressrequests', 'identityattempts'];

/** Those that sign are renewed every month, and nothing that is stored depends on them. */
function haveSameSecrets(a: string, b: string): boolean {
  const [one, other] = [JSON.parse(a), JSON.parse(b)] as Record<string, unknown>[];
  return one?.pepper === other?.pepper && one?.refresh === other?.refresh;
}

/** Passwords, sessions and second factors hold with the keys that they were made with, and with no others. */
function restoreKeys(env: Env, keys: string | null): void {
  const path = keysFileOf(env);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (keys === null) {
    if (before) return;
    throw new BackupError(`The backup holds no keys. Put the keys.json of that time at ${path} first.`);
  }
  if (before === keys) return;
  if (env.keysFile) {
    if (before && haveSameSecrets(before, keys)) return;
    throw new BackupError(
      `${path} of WAYMARK_KEYS_FILE has other keys than the backup. Restore without that variable: the keys of the ` +
        'backup then go into the data folder, from where you can take them.',
    );
  }
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (before !== undefined) {
    const aside = `${path}.before-restore-${Date.now()}`;
    renameSync(path, aside);
    console.log(`The keys that were there are kept in ${aside}.`);
  }
  writeFileSync(path, keys, { mode: 0o600 });
}

await runCommand(async ({ db, description, isServing }, env) => {
  const [file, ...more] = process.argv.slice(2);
  if (!file || more.length > 0) throw new BackupError('Say `npm run restore -- <file>`.');
  if (isServing) {
    throw new BackupError(
      `A Waymark runs on ${env.dataDir}. Stop it, or name another WAYMARK_DATA_DIR. Nothing was changed.`,
    );
  }
  const path = resolve(file);
  console.log(`Check ${path}`);
  const { head, sums } = await checkBackup(path);
  console.log(`It was made at ${head.madeAt.toISOString()} by Waymark ${head.version}. Restore into ${description}`);
  await refuseUsed(db, sums);
  // First: a start after a restore that was cut off between the two must not make keys of its own.
  restoreKeys(env, head.keys);
  await restoreBackup(db, path, sums, showProgress(process.stdout));
  for (const name of overSince) await db.collection(name).deleteMany({});
  const detail = { file: basename(path), madeAt: head.madeAt.toISOString() };
  await recordAudit('restored', { detail }, new Date());
  console.log('Every document is there again, the same to the byte. Start Waymark with `npm start`.');
  console.log(
    'Everybody signs in again. Access tokens that were ended since that day hold again: have a look at them.',
  );
});
