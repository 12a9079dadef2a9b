import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Workspaces are tested as they are written, not as they were last built.
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    name: 'api',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/start-mongod.ts'],
    setupFiles: ['test/begin-file.ts'],
    pool: 'forks',
    // Each file makes its own app on its own database; loading the modules anew for each took most of the time.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    server: { deps: { inline: [/@waymark\//] } },
  },
});
