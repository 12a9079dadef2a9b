import type { Server } from 'node:http';
import { loadRoadmaps } from '@waymark/roadmaps';
import type { Logger } from 'pino';
import { createApp } from './app.js';
import { createBackground } from './background.js';
import { refuseHalfRestored } from './backup/refuse-half-restored.js';
import { DatabaseError } from './database/connect.js';
import { type FolderLock, lockDataFolder, prepareDataFolder } from './database/embedded/lock-data-folder.js';
import { ensureIndexes } from './database/indexes.js';
import { type OpenDatabase, openDatabase } from './database/open-database.js';
import { refuseDemoData } from './demo/refuse-demo-data.js';
import type { Deps } from './deps.js';
import { type Env, EnvError, readEnv } from './env.js';
import { keepErasing } from './features/accounts/erase-accounts.js';
import { watchSessions } from './features/accounts/watch-sessions.js';
import { keepAnswering } from './features/credentials/answer-address-requests.js';
import { keepSweepingImages } from './features/images/settle-images.js';
import { offerClaim } from './features/instance/offer-claim.js';
import { keepCheckingLinks } from './features/links/keep-checking.js';
import { watchChanges } from './features/live/watch-changes.js';
import { keepDelivering } from './features/mail/keep-delivering.js';
import { fillSearchKeys } from './features/members/backfill-search-keys.js';
import { keepDeliveringInvitations } from './features/mentor-invitations/deliver.js';
import { keepAttention } from './features/mentoring/keep-attention.js';
import { keepNotifying } from './features/notifications/keep-notifying.js';
import { keepReviewing } from './features/reviews/keep-reviewing.js';
import { keepKeys } from './keep-keys.js';
import { KeysError } from './key-file.js';
import { loadKeys } from './keys.js';
import { checkPort, listen, PortError } from './listen.js';
import { openLog } from './open-log.js';
import { outbound } from './outbound/guarded-get.js';
import { stopGracefully } from './stop-gracefully.js';
import { forgetLauncher, hasLauncher, tellLauncher, whenLauncherIsGone } from './tell-launcher.js';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

async function main(): Promise<void> {
  const env = readEnv(process.env);
  const isTerminal = process.stdout.isTTY === true;
  const log = openLog(env, isTerminal);
  if (env.rateLimitFactor !== 1) log.warn({ factor: env.rateLimitFactor }, 'every rate limit is multiplied');
  // Before anything serves, there is nothing to drain: the database ends with this process.
  const endEarly = () => process.exit(0);
  for (const signal of SIGNALS) process.once(signal, endEarly);
  whenLauncherIsGone(endEarly);
  tellLauncher({ event: 'doing', text: 'Start the database' });
  const folder = await takeDataFolder(env);
  await checkPort(env);
  tellLauncher({ event: 'database', dataDir: env.dataDir });
  const database = await openDatabase(env, {
    report: (text) => {
      log.info({ trying: text }, 'looking for a mongod');
      tellLauncher({ event: 'doing', text: `Fetch a database: ${text}` });
    },
    onRestart: () => log.error('the embedded mongod ended unasked and is started again'),
    onLost: (error) => end(log, error),
  });
  try {
    await serve({ env, log, database, folder, isTerminal, endEarly });
  } catch (error) {
    await database.close(5000);
    throw error;
  }
}

/** Not locked with MONGODB_URI: several processes on one database may share the folder, which then holds the keys. */
async function takeDataFolder(env: Env): Promise<Pick<FolderLock, 'announceStop'>> {
  if (!env.mongodbUri) return await lockDataFolder(env.dataDir);
  prepareDataFolder(env.dataDir);
  return { announceStop: () => undefined };
}

interface Parts {
  env: Env;
  log: Logger;
  database: OpenDatabase;
  folder: Pick<FolderLock, 'announceStop'>;
  isTerminal: boolean;
  endEarly: () => void;
}

async function serve({ env, log, database, folder, isTerminal, endEarly }: Parts): Promise<void> {
  log.info({ database: database.description }, 'database is ready');
  tellLauncher({ event: 'done', text: database.description });
  tellLauncher({ event: 'doing', text: 'Create indexes' });
  const { connection } = database;
  await refuseHalfRestored(connection);
  await refuseDemoData(connection, env.mode);
  await ensureIndexes(connection);
  const keys = await loadKeys(env, new Date());
  const roadmaps = loadRoadmaps();
  const deps: Deps = { env, connection, keys, log, now: () => new Date(), roadmaps, outbound };
  if (env.mode === 'demo') await fillDemo(deps);
  const app = createApp(deps);
  const server = await listen(env, app.handler);
  for (const signal of SIGNALS) process.off(signal, endEarly);
  forgetLauncher(endEarly);
  const mail = keepDelivering(deps);
  const { sessions, changes } = app;
  const where = { uri: database.uri, database: connection.name, log };
  const watching = [watchSessions({ ...where, sessions }), watchChanges({ ...where, changes })];
  const keptKeys = keepKeys(deps);
  const background = createBackground(deps);
  const stopping = () => {
    folder.announceStop();
    app.stopping();
    void background.stop();
    mail.stop();
    keptKeys.stop();
  };
  keepAnswering(deps, background);
  keepDeliveringInvitations(deps, background);
  keepErasing(deps, background);
  keepReviewing(deps, background);
  keepNotifying(deps, background);
  keepAttention(deps, background);
  keepCheckingLinks(deps, background);
  keepSweepingImages(deps, background);
  const close = async (patienceMs: number) => {
    await Promise.all([mail.stop(), background.stop(), ...watching.map((each) => each.close())]);
    await database.close(patienceMs);
  };
  stopOnSignal(server, stopping, { close }, log, env.mode === 'development' || isTerminal);
  background.once('search keys filled', fillSearchKeys);
  log.info({ host: env.host, port: env.port, publicUrl: env.publicUrl }, 'listening');
  const offer = await offerClaim(deps).catch((error: unknown) => {
    // A stop that came at once has closed the database.
    if (background.isStopping()) return [];
    throw error;
  });
  if (background.isStopping()) return;
  for (const text of offer) say(text);
  if (!hasLauncher) console.log(`Waymark is ready: ${env.publicUrl}`);
  tellLauncher({ event: 'ready', address: env.publicUrl });
}

/** Its code is loaded for the demo alone. */
async function fillDemo(deps: Deps): Promise<void> {
  tellLauncher({ event: 'doing', text: 'Fill the demo' });
  const { seedDemo } = await import('./demo/seed-demo.js');
  const { describeSignIns } = await import('./demo/describe-sign-ins.js');
  for (const text of describeSignIns(await seedDemo({ ...deps, now: deps.now() }))) {
    say(text);
  }
}

/** To the person who started it, and never into the log. */
function say(text: string): void {
  if (hasLauncher) tellLauncher({ event: 'say', text });
  else console.log(text);
}

function stopOnSignal(
  server: Server,
  stopping: () => void,
  database: Pick<OpenDatabase, 'close'>,
  log: Logger,
  isHasty: boolean,
): void {
  let isStopping = false;
  const stop = (reason: string, hasty: boolean) => {
    // Asked twice: whoever waits wants it over.
    if (isStopping) return server.closeAllConnections();
    isStopping = true;
    log.info({ reason }, 'stopping');
    stopGracefully({ server, stopping, closeDatabase: database.close, isHasty: hasty }).then(
      () => process.exit(0),
      (error) => end(log, error),
    );
  };
  for (const signal of SIGNALS) process.on(signal, () => stop(signal, isHasty));
  whenLauncherIsGone(() => stop('its launcher is gone', true));
}

function end(log: Logger, error: unknown): never {
  log.fatal({ name: (error as Error).name, message: (error as Error).message }, 'ended by an error');
  console.error((error as Error).message);
  process.exit(1);
}

main().catch((error: unknown) => {
  const isForTheOwner = [EnvError, DatabaseError, KeysError, PortError].some((kind) => error instanceof kind);
  console.error(isForTheOwner ? (error as Error).message : error);
  process.exit(1);
});
