import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

const isTerminal = process.stdout.isTTY === true;
const CLEAR = isTerminal ? '\r\x1b[2K' : '';
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

const running = new Set();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A command that ended badly; its output is in `logFile`. */
export class CommandError extends Error {
  constructor(command, reason, logFile) {
    super(`${command} ${reason}`);
    this.logFile = logFile;
  }
}

/**
 * One line while something runs, and one when it is done: `✓ Build  2.1 s`.
 * In a pipe only the second is written.
 */
export function beginStep(name) {
  const begun = performance.now();
  let shown = name;
  const timer = isTerminal ? spin(() => shown) : undefined;
  const finish = (mark, text) => {
    clearInterval(timer);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    process.stdout.write(`${CLEAR}${mark} ${text}  ${seconds} s\n`);
  };
  return {
    rename: (text) => {
      shown = text;
    },
    done: (text = shown) => finish('✓', text),
    fail: (text = shown) => finish('✗', text),
  };
}

function spin(text) {
  let frame = 0;
  return setInterval(() => {
    frame = (frame + 1) % FRAMES.length;
    process.stdout.write(`${CLEAR}${FRAMES[frame]} ${text()} …`);
  }, 100);
}

/** Runs `work` as a named step. Throws on what `work` throws, after the cross. */
export async function step(name, work) {
  const line = beginStep(name);
  try {
    const result = await work(line);
    line.done();
    return result;
  } catch (error) {
    line.fail();
    throw error;
  }
}

/**
 * Runs several steps at once, `[name, work]` each, with a line for each as it ends. Never throws: gives
 * `[{ error }]` in the order of the steps. A third part of a step, `note()`, is added to its line.
 */
export async function together(steps) {
  const open = new Set(steps.map(([name]) => name));
  const begun = performance.now();
  const line = isTerminal ? spin(() => [...open].join(', ')) : undefined;
  const results = await Promise.all(
    steps.map(async ([name, work, note]) => {
      const result = await Promise.resolve()
        .then(work)
        .then(
          () => ({}),
          (error) => ({ error }),
        );
      open.delete(name);
      const text = [name, note?.()].filter(Boolean).join(': ');
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      process.stdout.write(`${CLEAR}${result.error ? '✗' : '✓'} ${text}  ${seconds} s\n`);
      return result;
    }),
  );
  clearInterval(line);
  if (isTerminal) process.stdout.write(CLEAR);
  return results;
}

/** Runs a command with its output in `.cache/<log>.log`. Rejects with a `CommandError`. */
export async function run(command, args, { log, env = {}, cwd = ROOT } = {}) {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const logFile = join(ROOT, '.cache', `${log}.log`);
  const fd = openSync(logFile, 'w');
  try {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', fd, fd],
      shell: process.platform === 'win32',
    });
    running.add(child);
    const { code, signal, error } = await new Promise((resolve) => {
      child.once('error', (reason) => resolve({ error: reason }));
      child.once('exit', (exitCode, exitSignal) => resolve({ code: exitCode, signal: exitSignal }));
    });
    running.delete(child);
    if (code === 0) return logFile;
    const reason = error ? error.message : signal ? `was ended by ${signal}` : `failed (exit code ${code})`;
    throw new CommandError([command.split('/').pop(), ...args].join(' '), reason, logFile);
  } finally {
    closeSync(fd);
  }
}

/** Until something else takes the signals: Ctrl-C also ends what was begun here, which would go on alone. */
function endAll() {
  for (const child of running) child.kill('SIGTERM');
  process.exit(130);
}

/** Leaves the signals to the caller. */
export function releaseSignals() {
  for (const signal of SIGNALS) process.off(signal, endAll);
}

for (const signal of SIGNALS) process.on(signal, endAll);

/** What went wrong, for a person: the message, and the end of the log if there is one. */
export function explain(error, lines = 40) {
  if (!(error instanceof CommandError)) return error.message;
  return [error.message, ...tail(error.logFile, lines), `The whole output: ${error.logFile}`].join('\n');
}

function tail(file, lines) {
  try {
    if (statSync(file).size === 0) return [];
    const all = readFileSync(file, 'utf8').trimEnd().split('\n');
    return all.slice(-lines).map((line) => `  ${line}`);
  } catch {
    return [];
  }
}
