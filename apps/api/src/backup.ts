import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BackupError } from './backup/backup-file.js';
import { runCommand } from './backup/run-command.js';
import { showProgress } from './backup/show-progress.js';
import { checkBackup, writeBackup } from './backup/write-backup.js';
import { recordAudit } from './features/instance/audit.model.js';
import { keysFileOf } from './key-file.js';
import { version } from './version.js';

// `npm run backup [-- <file>] [-- --keep <number>]`
const usual = /^waymark-[\dTZ-]+\.backup$/;

function readArguments(): { file: string | undefined; keep: number | undefined } {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { keep: { type: 'string' } } });
  const keep = values.keep === undefined ? undefined : Number(values.keep);
  const isGood = positionals.length <= 1 && (keep === undefined || (Number.isInteger(keep) && keep > 0));
  if (isGood) return { file: positionals[0], keep };
  throw new BackupError('Say `npm run backup`, `npm run backup -- <file>` or `npm run backup -- --keep 7`.');
}

/** Of the backups with our usual name in that folder the newest stay. */
function forgetOld(folder: string, keep: number): void {
  const names = readdirSync(folder).filter((name) => usual.test(name));
  for (const name of names.toSorted().toReversed().slice(keep)) {
    rmSync(join(folder, name));
    console.log(`Removed ${name}, since the newest ${keep} are kept.`);
  }
}

await runCommand(async ({ client, db, description }, env) => {
  const { file, keep } = readArguments();
  const now = new Date();
  const name = `waymark-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup`;
  const path = file ? resolve(file) : join(env.dataDir, 'backups', name);
  if (existsSync(path)) throw new BackupError(`There is a file ${path} already. Name another; none is written over.`);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const keysFile = keysFileOf(env);
  const keys = existsSync(keysFile) ? readFileSync(keysFile, 'utf8') : null;
  console.log(`Back up ${description}`);
  const head = { format: 'waymark-backup', formatVersion: 1, madeAt: now, version, keys } as const;
  await writeBackup({ client, db }, path, head, showProgress(process.stdout));
  const { sums } = await checkBackup(path);
  const documents = sums.reduce((all, { count }) => all + count, 0);
  const detail = { file: basename(path), documents: String(documents) };
  await recordAudit('backup-made', { detail }, now);
  console.log(
    `${path}: ${documents.toLocaleString('en')} documents, ${statSync(path).size.toLocaleString('en')} bytes, read again and whole.`,
  );
  console.log(
    keys === null
      ? `There are no keys at ${keysFile}, so it holds none. Keep a copy of them beside it: without them no password holds.`
      : 'It holds addresses and the keys of this Waymark: keep it where nobody else can read it.',
  );
  if (keep) forgetOld(dirname(path), keep);
});
