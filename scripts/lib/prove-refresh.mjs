import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { countVitest } from './count-results.mjs';
import { ROOT } from './paths.mjs';
import { bin } from './prepare.mjs';
import { run, together } from './steps.mjs';

const FILES = ['refresh-machine', 'limiter', 'links-machine'];

/**
 * The machines of refresh tokens, of the limiter and of single-use links against their models, over the real database:
 * what `npm test` does some times, so many times. `[runs] [seed]`. Returns 1 when one of them does otherwise.
 */
export function proveRefresh(runs = '1000', seed = '41') {
  return proveMachines('refresh', FILES, runs, seed);
}

/** Each of these files of `apps/api/test` with so many runs from this seed. */
export async function proveMachines(name, names, runs, seed) {
  const folder = join(ROOT, '.reports');
  mkdirSync(folder, { recursive: true });
  const json = join(folder, `${name}.json`);
  const files = names.map((file) => `apps/api/test/${file}.test.ts`);
  const args = ['run', '--project', 'api', '--maxWorkers=1', '--reporter=json', `--outputFile.json=${json}`, ...files];
  const env = { WAYMARK_PROVE_RUNS: runs, WAYMARK_PROVE_SEED: seed, NO_COLOR: '1' };
  const work = () => run(bin('vitest'), args, { log: name, env });
  const [{ error }] = await together([[`${runs} sequences each, seed ${seed}`, work]]);
  const { passed, failed, failures } = countVitest(json, error);
  for (const failure of failures) console.error(failure);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
