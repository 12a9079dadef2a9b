import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { countVitest } from './count-results.mjs';
import { ROOT } from './paths.mjs';
import { bin } from './prepare.mjs';
import { run, together } from './steps.mjs';

/**
 * Random histories of learners, over the real database: their home, map and letter, and their mentor's page, roster, file,
 * cohort and letter say the same of each. What `npm test` does with two dozen. `[histories] [seed]`. Returns 1 when one
 * place says something else.
 */
export async function proveFigures(histories = '1000', seed = '43') {
  const folder = join(ROOT, '.reports');
  mkdirSync(folder, { recursive: true });
  const json = join(folder, 'figures.json');
  const file = 'apps/api/test/figures.test.ts';
  const args = ['run', '--project', 'api', '--maxWorkers=1', '--reporter=json', `--outputFile.json=${json}`, file];
  const env = { WAYMARK_PROVE_RUNS: histories, WAYMARK_PROVE_SEED: seed, NO_COLOR: '1' };
  const work = () => run(bin('vitest'), args, { log: 'figures', env });
  const [{ error }] = await together([[`${histories} histories, told in seven places, seed ${seed}`, work]]);
  const { passed, failed, failures } = countVitest(json, error);
  for (const failure of failures) console.error(failure);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
