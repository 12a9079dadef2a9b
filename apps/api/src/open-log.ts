import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { destination, type Logger, pino } from 'pino';
import type { Env } from './env.js';

const ROTATE_BYTES = 10_000_000;

/**
 * JSON lines on stdout, where a container or a service manager collects them; in a terminal, where a person reads,
 * they go to `<dataDir>/waymark.log` instead.
 */
export function openLog(env: Env, isTerminal: boolean): Logger {
  const options = { level: env.logLevel, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` };
  if (!isTerminal) {
    const stdout = destination({ dest: 1, sync: true });
    // Whoever read it went away (a pipe that closed): that must not end the server.
    stdout.on('error', () => undefined);
    return pino(options, stdout);
  }
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 });
  const file = join(env.dataDir, 'waymark.log');
  if (existsSync(file) && statSync(file).size > ROTATE_BYTES) renameSync(file, `${file}.1`);
  return pino(options, destination({ dest: file, sync: true }));
}
