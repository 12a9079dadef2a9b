import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findForbiddenImports } from './check-boundaries.mjs';

let root;

/** A house in small, every import of which is allowed. */
const HOUSE = {
  'packages/contract/package.json': manifest('contract', { '.': 'index', './rules': 'rules', './paths': 'paths' }),
  'packages/contract/src/index.ts': "export { z } from 'zod';\nexport * from './rules.js';",
  'packages/contract/src/rules.ts': 'export const one = 1;\nexport interface Rule { one: 1 }',
  'packages/contract/src/paths.ts': 'export const path = 1;',
  'packages/roadmaps/package.json': manifest('roadmaps', { '.': 'index' }),
  'packages/roadmaps/src/index.ts': "import 'node:fs';\nexport { one } from '@waymark/contract';",
  'apps/api/src/main.ts': "import './features/a/a.routes.js';\nimport '@waymark/roadmaps';\nimport './http/route.js';",
  'apps/api/src/http/route.ts': "import '@waymark/contract';",
  'apps/api/src/features/a/a.routes.ts': "import '../b/b.model.js';\nimport '../../http/route.js';",
  'apps/api/src/features/b/b.model.ts': 'export const b = 1;',
  'apps/api/src/features/b/b.routes.ts': "import './b.model.js';",
  'apps/web/src/main.tsx':
    "import type { z } from '@waymark/contract';\nimport './features/a/a.page';\nexport type Z = z;",
  'apps/web/src/features/a/a.page.tsx': "import '../b/part';\nimport '@waymark/contract/rules';",
  'apps/web/src/features/a/part.tsx': "import '../../ui/button';\nimport '@waymark/contract/paths';",
  'apps/web/src/features/b/part.tsx': 'export const part = 1;',
  'apps/web/src/ui/button.tsx': 'export const button = 1;',
  'apps/web/src/ui/button.test.tsx': "import './button';",
  'node_modules/zod/package.json': '{"name":"zod","exports":"./index.js"}',
  'node_modules/zod/index.js': 'export const z = 1;',
  'node_modules/express/package.json': '{"name":"express","exports":"./index.js"}',
  'node_modules/express/index.js': 'export const e = 1;',
};

function manifest(name, entries) {
  const exports = Object.fromEntries(
    Object.entries(entries).map(([way, file]) => [way, { source: `./src/${file}.ts` }]),
  );
  return JSON.stringify({ name: `@waymark/${name}`, type: 'module', exports });
}

function put(file, text) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), `${text}\n`);
}

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'waymark-boundaries-')));
  for (const [file, text] of Object.entries(HOUSE)) put(file, text);
  mkdirSync(join(root, 'node_modules/@waymark'));
  for (const name of ['contract', 'roadmaps']) {
    symlinkSync(join('../../packages', name), join(root, 'node_modules/@waymark', name));
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('is content with a house that keeps to it', async () => {
  expect(await findForbiddenImports(root)).toEqual([]);
});

it.each([
  ['contract-imports-zod-alone', 'packages/contract/src/rules.ts', "import 'express';"],
  ['contract-imports-zod-alone', 'packages/contract/src/index.ts', "import 'node:fs';"],
  ['roadmaps-imports-contract-alone', 'packages/roadmaps/src/index.ts', "import 'express';"],
  ['api-imports-packages-alone', 'apps/api/src/http/route.ts', "import '../../../web/src/ui/button';"],
  ['web-imports-packages-alone', 'apps/web/src/ui/button.tsx', "import '../../../api/src/features/b/b.model';"],
  ['web-loads-no-schema', 'apps/web/src/ui/button.tsx', "import { z } from '@waymark/contract';"],
  ['web-loads-no-schema', 'apps/web/src/ui/button.tsx', "import { z } from 'zod';"],
  ['rules-and-paths-load-no-schema', 'packages/contract/src/rules.ts', "import { z } from 'zod';"],
  ['http-imports-no-feature', 'apps/api/src/http/route.ts', "import '../features/b/b.model.js';"],
  ['no-feature-imports-routes-of-another', 'apps/api/src/features/a/a.routes.ts', "import '../b/b.routes.js';"],
  ['only-pages-compose-features', 'apps/web/src/features/a/part.tsx', "import '../b/part';"],
  ['design-system-knows-no-product', 'apps/web/src/ui/button.tsx', "import '../features/b/part';"],
  ['product-imports-no-test', 'apps/web/src/ui/button.tsx', "import './button.test';"],
  ['no-circles', 'apps/api/src/features/b/b.model.ts', "import './b.routes.js';"],
  ['resolvable', 'apps/api/src/features/b/b.model.ts', "import './nowhere.js';"],
])('%s: a planted import in %s is found', async (rule, file, line) => {
  put(file, `${line}\n${HOUSE[file]}`);
  expect(await findForbiddenImports(root)).toContainEqual(expect.stringMatching(`^${rule}: .*${file}`));
});

it('fails when it saw nothing', async () => {
  rmSync(join(root, 'apps/web/src'), { recursive: true });
  mkdirSync(join(root, 'apps/web/src'));
  expect(await findForbiddenImports(root)).toEqual(['the check saw no module in apps/web: it is blind']);
});
