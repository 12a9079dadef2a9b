// `npm test`: everything that must hold, from a fresh clone. `npm test -- static unit browser` runs a part.
// A step that fails does not stop the others; the last line is the sum over all runners.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countPlaywright, countVitest } from './lib/count-results.mjs';
import { ROOT } from './lib/paths.mjs';
import { bin, prepare, turbo } from './lib/prepare.mjs';
import { CommandError, explain, run, together } from './lib/steps.mjs';

const REPORTS = join(ROOT, '.reports');
/** Reports are read by people and by scripts, from files. */
const PLAIN = { NO_COLOR: '1', FORCE_COLOR: '0' };
const PARTS = ['static', 'unit', 'browser'];

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !PARTS.includes(part));
const isWanted = (part) => asked.length === 0 || asked.includes(part);
const total = { passed: 0, failed: 0 };

try {
  if (unknown.length > 0) throw new Error(`unknown part ${unknown.join(', ')}; there are ${PARTS.join(', ')}`);
  await prepare({ dotEnv: false });
  mkdirSync(REPORTS, { recursive: true });
  // The build is a check in every run, because the browser needs it.
  const [isBuilt] = await runChecks([
    ['Build', () => turbo(['run', 'build'], 'build')],
    ...(isWanted('static') ? staticChecks() : []),
  ]);
  if (isWanted('static')) {
    await runChecks([['Types', () => turbo(['run', 'types'], 'types')]]);
  }
  if (isWanted('unit')) await runVitest();
  if (isWanted('browser')) await runPlaywright(isBuilt);
} catch (error) {
  total.failed += 1;
  console.error(`\n${explain(error)}`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

function staticChecks() {
  const node = (script) => run(process.execPath, [join(ROOT, 'scripts', `${script}.mjs`)], { log: script });
  return [
    ['Format and lint', () => run(bin('biome'), ['ci', '--error-on-warnings', '--colors=off'], { log: 'biome' })],
    ['Types of the journeys', () => run(bin('tsc'), ['-p', 'e2e'], { log: 'types-e2e' })],
    ['Import boundaries', () => node('check-boundaries')],
    ['Dead code', () => run(bin('knip'), ['--no-progress', '--treat-config-hints-as-errors'], { log: 'knip' })],
    ['Lock file', () => node('check-lock-file')],
  ];
}

/** Each counts as one test. Gives for each whether it held. */
async function runChecks(checks) {
  const results = await together(checks);
  for (const { error } of results) {
    total[error ? 'failed' : 'passed'] += 1;
    if (error) console.error(`${explain(error)}\n`);
  }
  return results.map(({ error }) => !error);
}

async function runVitest() {
  const report = join(REPORTS, 'unit.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  await runTests('Unit and API tests', report, countVitest, () =>
    run(bin('vitest'), args, { log: 'unit', env: PLAIN }),
  );
}

async function runPlaywright(isBuilt) {
  const report = join(REPORTS, 'e2e.json');
  await runTests('Browser journeys', report, countPlaywright, () => {
    if (!isBuilt) throw new Error('not run, because there is no build of what is written now');
    return run(bin('playwright'), ['test', '-c', 'e2e/playwright.config.ts'], { log: 'browser', env: PLAIN });
  });
}

async function runTests(name, report, count, work) {
  // A report of an earlier run must not speak for one that crashed.
  rmSync(report, { force: true });
  const [{ error }] = await together([[name, work, () => summary()]]);
  const result = count(report, error);
  total.passed += result.passed;
  total.failed += result.failed;
  for (const failure of result.failures) console.error(failure);
  if (error instanceof CommandError) console.error(`The whole output: ${error.logFile}`);

  function summary() {
    const { passed, failed } = count(report);
    return `${passed} passed, ${failed} failed`;
  }
}
