import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'scripts', include: ['**/*.test.mjs'], pool: 'forks', testTimeout: 60_000, hookTimeout: 60_000 },
});
