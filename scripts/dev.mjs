// `npm run dev`: the product as it is written. API and client reload on each edit, behind one address.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './lib/free-port.mjs';
import { ROOT } from './lib/paths.mjs';
import { bin, prepare } from './lib/prepare.mjs';
import { beginStep, explain, releaseSignals } from './lib/steps.mjs';
import { whenNpmIsGone } from './lib/watch-npm.mjs';

const START_MS = 180_000;
const children = [];
let isStopping = false;

try {
  await prepare();
  const port = Number(process.env.PORT || 3000);
  const apiPort = await freePort();
  const address = `http://127.0.0.1:${port}`;
  // People, and so cookies and origins, see the client's server, which passes /api on.
  const env = { WAYMARK_MODE: 'development', HOST: '127.0.0.1', PORT: String(apiPort), WAYMARK_PUBLIC_URL: address };
  const line = beginStep('Start API and client');
  launch('tsx', ['watch', '--clear-screen=false', '--conditions=source', 'src/main.ts'], 'apps/api', env);
  const client = [
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--strictPort',
    '--clearScreen',
    'false',
    '--logLevel',
    'warn',
  ];
  launch('vite', client, 'apps/web', { WAYMARK_API_PORT: String(apiPort) });
  stopOnSignals();
  await until(() => answers(`http://127.0.0.1:${apiPort}/api/health/ready`));
  await until(() => answers(address));
  line.done();
  console.log(`\nWaymark is ready: ${address} (reloads on each edit; Ctrl-C stops it)`);
} catch (error) {
  console.error(`\n${explain(error)}`);
  await stop(1);
}

/** In a process group of its own: Ctrl-C reaches each child once, through us. */
function launch(command, args, folder, env) {
  const child = spawn(bin(command), args, {
    cwd: join(ROOT, folder),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const exited = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  exited.then((reason) => {
    if (!isStopping) {
      console.error(`\n${command} ended (${reason?.message ?? reason}).`);
      void stop(1);
    }
  });
  children.push({ child, exited });
}

function stopOnSignals() {
  releaseSignals();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
  whenNpmIsGone(() => void stop(0));
}

async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  for (const { child } of children) child.kill('SIGTERM');
  await Promise.all(children.map(({ exited }) => exited));
  process.exit(code);
}

async function until(isSo) {
  const deadline = Date.now() + START_MS;
  while (!(await isSo())) {
    if (isStopping) return;
    if (Date.now() > deadline) throw new Error(`it was not ready within ${START_MS / 1000} s`);
    await delay(100);
  }
}

async function answers(address) {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
