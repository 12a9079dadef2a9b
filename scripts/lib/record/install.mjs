import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { installPython } from '../python-environment.mjs';

const run = promisify(execFile);
const TOOL = 'openbadgeslib';
const VERSION = '4.6.3';
const SCHEMA = 'tests/fixtures/ob_schemas/ob_v3p0_achievementcredential_schema.json';
const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * openbadgeslib with what it needs, and the JSON Schema that 1EdTech publishes, which only its source brings along: what
 * to run, and the schema's file.
 */
export async function installValidator() {
  const source = (folder) => join(folder, 'source');
  const bin = await installPython({
    tool: TOOL,
    version: VERSION,
    requirements: path('requirements.txt'),
    pip: (folder) => ['download', '--no-binary', TOOL, '--dest', source(folder), `${TOOL}==${VERSION}`],
    async check(made) {
      const folder = source(join(made, '..'));
      const archive = readdirSync(folder).find((name) => name.endsWith('.tar.gz'));
      await run('tar', ['xzf', join(folder, archive), '-C', folder, '--strip-components=1']);
      await run(join(made, 'python'), ['-c', 'import openbadgeslib.ob3, jsonschema, pyld, rfc3339_validator']);
    },
  });
  const schema = join(source(join(bin, '..')), SCHEMA);
  if (!existsSync(schema)) throw new Error(`the source of ${TOOL} ${VERSION} has no ${SCHEMA}`);
  return { command: join(bin, 'python'), args: [path('judge.py'), schema] };
}
