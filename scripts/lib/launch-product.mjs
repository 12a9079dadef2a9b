import { spawn } from 'node:child_process';
import { API_MAIN, ROOT } from './paths.mjs';

/**
 * Starts the built product. It runs in a process group of its own, so that Ctrl-C reaches it once, through us; it stops
 * by itself when this process is gone, because it sees the channel between them close.
 *
 * `onEvent` gets what `apps/api/src/tell-launcher.ts` names. `ready` resolves with the address, or rejects with what
 * the product said.
 */
export function launchProduct({ env = {}, stdout = 'inherit', onEvent = () => {}, nodeArgs = [], entry = API_MAIN }) {
  /** @type {import('node:child_process').ChildProcess} */
  const child = spawn(process.execPath, [...nodeArgs, entry], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', stdout, 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr.on('data', (data) => {
    complaint = (complaint + data).slice(-10_000);
  });
  const exited = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal, complaint }));
    child.once('error', (error) => resolve({ code: 1, signal: null, complaint: error.message }));
  });
  const ready = new Promise((resolve, reject) => {
    child.on('message', (message) => {
      onEvent(message);
      if (message.event === 'ready') resolve(message.address);
    });
    exited.then(({ code, signal }) => reject(new Error(complaint.trim() || `it ended early (${signal ?? code})`)));
  });
  ready.catch(() => {});
  return { child, ready, exited, stop: (signal = 'SIGTERM') => child.kill(signal) };
}
