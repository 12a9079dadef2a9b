import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['packages/*/vitest.config.ts', 'apps/*/vitest*.config.ts', 'scripts/vitest.config.ts'],
    reporters: ['default'],
    // Two cores, and a mongod beside: more workers only wait for each other.
    maxWorkers: 2,
    // A test that is skipped, or a file without tests, has proven nothing.
    passWithNoTests: false,
    allowOnly: false,
  },
});
