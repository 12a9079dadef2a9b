import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchProduct } from './launch-product.mjs';
import { ROOT } from './paths.mjs';
import { beginStep, releaseSignals } from './steps.mjs';
import { whenNpmIsGone } from './watch-npm.mjs';

/** A signal comes twice where both the terminal and npm send it. */
const SAME_SIGNAL_MS = 1000;

/** Runs the product in the foreground until it ends: its steps, its address, its stop. Resolves with the exit code. */
export async function runProduct({ env } = {}) {
  const said = [];
  let line;
  let dataDir;
  let isStopping = false;
  const product = launchProduct({
    env,
    onEvent: (message) => {
      if (message.event === 'database') dataDir = message.dataDir;
      if (message.event === 'say') said.push(message.text);
      if (message.event === 'doing') {
        if (line) line.rename(message.text);
        else line = beginStep(message.text);
      }
      if (message.event === 'done' || message.event === 'ready') {
        line?.done(message.event === 'done' ? message.text : undefined);
        line = undefined;
      }
    },
  });

  releaseSignals();
  let lastSignal = 0;
  const stop = (signal) => {
    if (Date.now() - lastSignal < SAME_SIGNAL_MS) return;
    lastSignal = Date.now();
    if (!isStopping && process.stdout.isTTY) console.log('\nStopping …');
    isStopping = true;
    product.stop(signal);
  };
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGHUP', () => stop('SIGTERM'));
  whenNpmIsGone(() => stop('SIGINT'));

  product.ready.then(
    (address) => console.log(['', ...said, `Waymark is ready: ${address}`].join('\n')),
    () => {},
  );
  const { code, signal, complaint } = await product.exited;
  line?.fail();
  if (code === 0) return 0;
  if (complaint.trim()) console.error(`\n${complaint.trim()}`);
  if (isStopping && signal) return 0;
  if (signal) {
    console.error(
      `\nWaymark's server was ended from outside (${signal}). Nothing that was saved is lost; start it again.`,
    );
    await stopMongodOf(dataDir);
  }
  return code ?? 1;
}

/** A server that was killed cannot stop its database; left alone, the next start would. */
async function stopMongodOf(dataDir) {
  if (!dataDir) return;
  const file = join(ROOT, 'apps/api/dist/database/embedded/stop-left-behind-mongod.js');
  const { stopLeftBehindMongod } = await import(pathToFileURL(file).href);
  await stopLeftBehindMongod(join(dataDir, 'mongodb'));
}
