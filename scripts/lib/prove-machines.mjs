import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { countVitest } from './count-results.mjs';
import { ROOT } from './paths.mjs';
import { bin } from './prepare.mjs';
import { run, together } from './steps.mjs';

/** Each of these files of `apps/api/test` with so many runs from this seed; `title` says what runs meanwhile. */
export async function proveMachines(name, names, runs, seed, title = `${runs} sequences each`) {
  const folder = join(ROOT, '.reports');
  mkdirSync(folder, { recursive: true });
  const json = join(folder, `${name}.json`);
  const files = names.map((file) => `apps/api/test/${file}.test.ts`);
  const args = ['run', '--project', 'api', '--maxWorkers=1', '--reporter=json', `--outputFile.json=${json}`, ...files];
  const env = { WAYMARK_PROVE_RUNS: runs, WAYMARK_PROVE_SEED: seed, NO_COLOR: '1' };
  const work = () => run(bin('vitest'), args, { log: name, env });
  const [{ error }] = await together([[`${title}, seed ${seed}`, work]]);
  const { passed, failed, failures } = countVitest(json, error);
  for (const failure of failures) console.error(failure);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
