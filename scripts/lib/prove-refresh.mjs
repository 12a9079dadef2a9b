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
export async function proveRefresh(runs = '1000', seed = '41') {
  const folder = join(ROOT, '.reports');
  mkdirSync(folder, { recursive: true });
  const json = join(folder, 'refresh.json');
  const files = FILES.map((name) => `apps/api/test/${name}.test.ts`);
  const args = ['run', '--project', 'api', '--maxWorkers=1', '--reporter=json', `--outputFile.json=${json}`, ...files];
  const env = { WAYMARK_PROVE_RUNS: runs, WAYMARK_PROVE_SEED: seed, NO_COLOR: '1' };
  const work = () => run(bin('vitest'), args, { log: 'refresh', env });
  const [{ error }] = await together([[`${runs} sequences each, seed ${seed}`, work]]);
  const { passed, failed, failures } = countVitest(json, error);
  for (const failure of failures) console.error(failure);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
