import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './paths.mjs';
import { installSchemathesis } from './schemathesis/install.mjs';
import { EXCEPTIONS, RUNS, writeRun } from './schemathesis/runs.mjs';
import { createWorld } from './schemathesis/world.mjs';
import { startForTest } from './start-for-test.mjs';
import { step } from './steps.mjs';

const CHECKS = 'all';
const folder = join(ROOT, '.reports', 'schemathesis');

/**
 * Schemathesis, all checks, against the OpenAPI document of the built product: as a stranger, as each of two members
 * with data of their own, as the mentor of both, and as the owner. `[examples] [seed] [who]`; what is generated is the same for the same seed.
 * `launch` can name another build, one that is broken on purpose. Returns 1 on any finding.
 */
export async function proveSchemathesis(examples = '10', seed = '1', only = '', launch = {}) {
  const command = await step('Schemathesis', installSchemathesis);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const said = [];
  const product = await startForTest({
    ...launch,
    log: 'schemathesis',
    env: { WAYMARK_RATE_LIMIT_FACTOR: '100000' },
    onEvent: ({ event, text }) => event === 'say' && said.push(text),
  });
  let failed = 0;
  const wanted = RUNS.filter(({ name }) => name.includes(only));
  try {
    const claimToken = /\/claim\/([\w-]+)/.exec(said.join('\n'))?.[1];
    if (!claimToken) throw new Error('the start said no link for the first owner');
    const { ada, bo, mira, oda, leaver } = await createWorld(product.address, claimToken);
    const world = { address: product.address, members: [ada, bo, mira, oda, leaver], topicIds: ada.topicIds };
    world.operations = await readOperations(product.address);
    const both = [ada.canaries[0], bo.canaries[0]];
    const canaries = { ada: ada.canaries, bo: bo.canaries, both, hidden: [ada.hidden, bo.hidden] };
    for (const run of wanted) {
      const isHeld = await runOnce(command, run, world, canaries[run.canariesOf] ?? canaries.both, { examples, seed });
      if (!isHeld) failed += 1;
    }
  } finally {
    await product.stop();
  }
  for (const { check, what, statuses, why } of EXCEPTIONS) {
    console.log(`not checked: ${check} of ${what}, where it is ${statuses.join(' or ')}: ${why}`);
  }
  console.log(`\n${wanted.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Every operation of the document that the product itself serves. */
async function readOperations(address) {
  const { paths } = await (await fetch(`${address}/api/openapi.json`)).json();
  return Object.values(paths).flatMap((methods) => Object.values(methods));
}

async function runOnce(command, run, world, canaries, { examples, seed }) {
  const { file, filters } = writeRun(folder, run, world);
  const log = join(folder, `${run.name.replaceAll(/\W+/g, '-')}.log`);
  const args = ['--config-file', file, 'run', `${world.address}/api/openapi.json`, '--checks', CHECKS, '--no-color'];
  args.push('--phases', 'examples,coverage,fuzzing', '--max-examples', examples, '--seed', seed, ...filters);
  const begun = performance.now();
  const code = await execute(command, args, log, { WAYMARK_CANARIES: canaries.join('\n') });
  const isHeld = code === 0;
  const output = readFileSync(log, 'utf8');
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  const cases = /^\s*\d+ generated.*$/m.exec(output)?.[0].trim() ?? '';
  console.log(`${isHeld ? '✓' : '✗'} as ${run.name}: ${cases}  ${seconds} s`);
  if (!isHeld)
    console.log(
      `${output.slice(output.indexOf('FAILURES') - 40).slice(0, 20_000)}\nThe whole output: ${relative(ROOT, log)}`,
    );
  return isHeld;
}

function execute(command, args, log, env) {
  const output = openSync(log, 'w');
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
  });
  return new Promise((resolve, reject) => child.once('error', reject).once('exit', (code) => resolve(code)));
}
