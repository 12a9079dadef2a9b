// `npm run demo`: Waymark with a believable cohort, on a data folder of its own. It never touches real data: the folder
// (and with MONGODB_URI the database's name) ends in -demo, which apps/api/src/env.ts insists on.
import { build, prepare } from './lib/prepare.mjs';
import { runProduct } from './lib/run-product.mjs';
import { explain } from './lib/steps.mjs';

try {
  await prepare();
  await build();
  process.exit(await runProduct({ env: { WAYMARK_MODE: 'demo' } }));
} catch (error) {
  console.error(`\n${explain(error)}`);
  process.exit(1);
}
