// Benchmarks, the only place where a time is judged: `npm run bench -- timing [tries]`, `npm run bench -- storm [rounds]`,
// `npm run bench -- find [tries]`, `npm run bench -- interaction [presses]`, `npm run bench -- roster [rounds] [most learners]`,
// `npm run bench -- glance [learners] [rounds]`.
// Each checks the answers before it measures, prints every round, and leaves a JSON in bench/results/.
import { build, prepare } from '../scripts/lib/prepare.mjs';
import { explain } from '../scripts/lib/steps.mjs';
import { benchFind } from './find.mjs';
import { benchGlance } from './glance.mjs';
import { benchInteraction } from './interaction.mjs';
import { benchRoster } from './roster.mjs';
import { benchStorm } from './storm.mjs';
import { benchTiming } from './timing.mjs';

const CASES = {
  timing: benchTiming,
  storm: benchStorm,
  find: benchFind,
  glance: benchGlance,
  interaction: benchInteraction,
  roster: benchRoster,
};

const [name = '', ...rest] = process.argv.slice(2);
try {
  if (!CASES[name])
    throw new Error(`there is no benchmark called "${name}"; there are ${Object.keys(CASES).join(', ')}`);
  await prepare({ dotEnv: false });
  await build();
  process.exit(await CASES[name](...rest));
} catch (error) {
  console.error(`\n${explain(error)}`);
  process.exit(1);
}
