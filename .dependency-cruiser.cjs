// Who may import whom. `scripts/check-boundaries.mjs` runs it; a test plants one forbidden import per rule.

const test = '\\.(test|spec)\\.tsx?$|^apps/api/test/|vitest\\.config\\.ts$';
const webFeature = '^apps/web/src/features/([^/]+)/';
const apiFeature = '^apps/api/src/features/([^/]+)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'contract-imports-zod-alone',
      severity: 'error',
      from: { path: '^packages/contract/src/', pathNot: test },
      to: { pathNot: '^packages/contract/src/|node_modules/zod/' },
    },
    {
      name: 'roadmaps-imports-contract-alone',
      comment: 'And Node, to read its content.',
      severity: 'error',
      from: { path: '^packages/roadmaps/src/', pathNot: test },
      to: {
        pathNot: '^packages/(roadmaps|contract)/|node_modules/zod/',
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'api-imports-packages-alone',
      severity: 'error',
      // The outbox is proved against the real API, by its one file that knows no browser.
      from: { path: '^apps/api/', pathNot: '^apps/api/test/offline-machine\\.test\\.ts$' },
      to: { path: '^(apps/(?!api/)|e2e/|scripts/|bench/)' },
    },
    {
      name: 'web-imports-packages-alone',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(apps/(?!web/)|e2e/|scripts/|bench/)' },
    },
    {
      name: 'web-loads-no-schema',
      comment: 'The schemas weigh more than the page: the client takes their types, the rules and the path table.',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: test },
      to: {
        path: '^packages/contract/src/(?!(rules|(first-)?paths)\\.ts$)|node_modules/zod/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rules-and-paths-load-no-schema',
      comment: 'What the client loads of the contract must not bring zod along.',
      severity: 'error',
      from: { path: '^packages/contract/src/(rules|(first-)?paths|[^/]+\\.rules)\\.ts$' },
      to: { path: 'node_modules/zod/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'http-imports-no-feature',
      severity: 'error',
      from: { path: '^apps/api/src/http/', pathNot: test },
      to: { path: '^apps/api/src/features/' },
    },
    {
      name: 'no-feature-imports-routes-of-another',
      comment: 'Another feature is used through its model or a named act.',
      severity: 'error',
      from: { path: apiFeature, pathNot: test },
      to: { path: '^apps/api/src/features/[^/]+/[^/]+\\.routes\\.ts$', pathNot: '^apps/api/src/features/$1/' },
    },
    {
      name: 'only-pages-compose-features',
      comment: 'Every file but a page imports its own feature, ui/ and api/.',
      severity: 'error',
      from: { path: webFeature, pathNot: ['\\.page\\.tsx$', test] },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'design-system-knows-no-product',
      severity: 'error',
      from: { path: '^apps/web/src/(ui|api)/', pathNot: test },
      to: { path: '^apps/web/src/features/' },
    },
    {
      name: 'product-imports-no-test',
      severity: 'error',
      from: { path: '^(apps|packages)/[^/]+/src/', pathNot: test },
      to: { path: test },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    // Types count as imports; `specify` lets a rule tell them apart.
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
