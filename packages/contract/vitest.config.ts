import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A property tries a hundred roadmaps: seconds, where the machine does other work beside it.
  test: { name: 'contract', include: ['src/**/*.test.ts'], testTimeout: 30_000 },
});
