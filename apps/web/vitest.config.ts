import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: { name: 'web', environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'], css: true },
});
