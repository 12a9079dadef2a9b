// `npm start`: from a fresh clone to a running Waymark. Plain Node, because nothing is installed yet.
import { build, prepare } from './lib/prepare.mjs';
import { runProduct } from './lib/run-product.mjs';
import { explain } from './lib/steps.mjs';

try {
  await prepare();
  await build();
  process.exit(await runProduct());
} catch (error) {
  console.error(`\n${explain(error)}`);
  process.exit(1);
}
