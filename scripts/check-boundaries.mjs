// Holds every import of the product to `.dependency-cruiser.cjs`. `node scripts/check-boundaries.mjs [root]`
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './lib/paths.mjs';

const WORKSPACES = ['packages/contract', 'packages/roadmaps', 'apps/api', 'apps/web'];

/** Every broken rule as `rule: from → to`, and complaints about a cruise that saw nothing. */
export async function findForbiddenImports(root = ROOT) {
  const { cruise } = await import('dependency-cruiser');
  const config = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs'));
  const previous = process.cwd();
  // The cruiser reads paths, and writes them into its results, relative to where it runs.
  process.chdir(root);
  try {
    const options = { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true, baseDir: root };
    const { enhancedResolveOptions } = config.options;
    const sources = WORKSPACES.map((workspace) => `${workspace}/src`);
    const { output } = await cruise(sources, options, enhancedResolveOptions);
    return [...blindSpots(output.modules), ...output.summary.violations.map(describe)];
  } finally {
    process.chdir(previous);
  }
}

/** With a compiler that it cannot use the cruiser sees nothing, and is content. */
function blindSpots(modules) {
  return WORKSPACES.filter((workspace) => !modules.some(({ source }) => source.startsWith(`${workspace}/src/`))).map(
    (workspace) => `the check saw no module in ${workspace}: it is blind`,
  );
}

function describe({ rule, from, to, cycle }) {
  const way = cycle ? [from, ...cycle.map((each) => each.name ?? each)].join(' → ') : `${from} → ${to}`;
  return `${rule.name}: ${way}`;
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  const root = resolve(process.argv[2] ?? ROOT);
  const found = await findForbiddenImports(root);
  for (const each of found) console.error(each);
  if (found.length > 0) process.exit(1);
  console.log(`imports of ${WORKSPACES.length} workspaces keep to the boundaries (${relative(ROOT, root) || '.'})`);
}
