import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './paths.mjs';

const execute = promisify(execFile);

/** The package's own arguments are left out: `--single-process` crashes, `--disable-web-security` falsifies. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];
const INSTALLED = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'];

/**
 * What Playwright's `launch` needs for a Chromium that is at hand: the one inside an npm package (Linux x86-64), an
 * installed one, or Playwright's own. Throws when there is none, with each place that was looked at.
 */
export async function findChromium() {
  const tried = [];
  for (const [place, find] of [
    ['the Chromium of @sparticuz/chromium', fromPackage],
    ['an installed Chrome or Chromium on the search path', fromPath],
    ["Playwright's own", fromPlaywright],
  ]) {
    try {
      const found = await find();
      await execute(found.executablePath, ['--version'], { timeout: 30_000, env: { ...process.env, ...found.env } });
      return { ...found, args: ARGS };
    } catch (error) {
      tried.push(`  - ${place}: ${error.message.split('\n')[0]}`);
    }
  }
  throw new Error(
    [
      'No Chromium was found to test with:',
      ...tried,
      'Install Chrome or Chromium so that it is on the search path.',
    ].join('\n'),
  );
}

async function fromPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('it is for Linux on x86-64 only');
  const manifest = join(ROOT, 'node_modules/@sparticuz/chromium/package.json');
  const folder = join(ROOT, '.cache', `chromium-${JSON.parse(readFileSync(manifest, 'utf8')).version}`);
  if (!existsSync(folder)) await unpack(folder);
  const executablePath = join(folder, 'chromium');
  const { stdout } = await execute('ldd', [executablePath]).catch(() => ({ stdout: '' }));
  // Libraries that most machines have, and the package ships for those that have not.
  const env = stdout.includes('not found') ? { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } : {};
  return { executablePath, env };
}

/** Into a folder of its own, because the package takes any `chromium` that it finds in the shared one. */
async function unpack(folder) {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const draft = mkdtempSync(join(ROOT, '.cache', 'chromium-'));
  // The name of that environment makes the package unpack its libraries too.
  const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  try {
    await execute(process.execPath, [join(ROOT, 'scripts/lib/unpack-chromium.mjs')], { env, timeout: 120_000 });
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function fromPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const name = INSTALLED.find((each) => existsSync(join(folder, each)));
    if (name) return { executablePath: join(folder, name), env: {} };
  }
  throw new Error('nothing there');
}

async function fromPlaywright() {
  const { chromium } = await import('@playwright/test');
  return { executablePath: chromium.executablePath(), env: {} };
}
