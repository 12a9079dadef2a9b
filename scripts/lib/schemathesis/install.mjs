import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { installPython } from '../python-environment.mjs';

const run = promisify(execFile);
const VERSION = '4.32.5';

/** The command of Schemathesis, in a virtual environment of its own. */
export async function installSchemathesis() {
  const bin = await installPython({
    tool: 'Schemathesis',
    version: VERSION,
    requirements: fileURLToPath(new URL('requirements.txt', import.meta.url)),
    async check(made) {
      const { stdout } = await run(join(made, 'schemathesis'), ['--version']);
      if (!stdout.includes(VERSION)) throw new Error(`${made} says that it is ${stdout.trim()}`);
    },
  });
  return join(bin, 'schemathesis');
}
