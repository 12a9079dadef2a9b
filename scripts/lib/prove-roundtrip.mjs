import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { countVitest } from './count-results.mjs';
import { ROOT } from './paths.mjs';
import { bin } from './prepare.mjs';
import { run, together } from './steps.mjs';

/**
 * Random learners leave with everything and come back, over the real database: what `npm test` does some times, so many
 * times. `[accounts] [seed]`. Returns 1 when one of them is not the same afterwards.
 */
export async function proveRoundtrip(accounts = '250', seed = '41') {
  const folder = join(ROOT, '.reports');
  mkdirSync(folder, { recursive: true });
  const json = join(folder, 'roundtrip.json');
  const file = 'apps/api/test/roundtrip.test.ts';
  const args = ['run', '--project', 'api', '--maxWorkers=1', '--reporter=json', `--outputFile.json=${json}`, file];
  // One account is as much work as four sequences of the other proofs.
  const env = { WAYMARK_PROVE_RUNS: String(Number(accounts) * 4), WAYMARK_PROVE_SEED: seed, NO_COLOR: '1' };
  const work = () => run(bin('vitest'), args, { log: 'roundtrip', env });
  const [{ error }] = await together([[`${accounts} accounts out and back, seed ${seed}`, work]]);
  const { passed, failed, failures } = countVitest(json, error);
  for (const failure of failures) console.error(failure);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
