import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { build, prepare } from './prepare.mjs';
import { explain } from './steps.mjs';

/** Runs a command of the built API, `apps/api/dist/<name>.js`, in this terminal, and ends as it ends. */
export async function runApiCommand(name, args = process.argv.slice(2)) {
  try {
    await prepare();
    await build();
    const file = join(ROOT, 'apps', 'api', 'dist', `${name}.js`);
    const child = spawn(process.execPath, [file, ...args], { stdio: 'inherit' });
    // Ctrl-C reaches the command by itself, and it tidies up: this process waits for it.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    const [code] = await once(child, 'exit');
    process.exit(code ?? 1);
  } catch (error) {
    console.error(`\n${explain(error)}`);
    process.exit(1);
  }
}
