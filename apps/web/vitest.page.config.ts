import { defineConfig } from 'vitest/config';

/** What is drawn. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: { name: 'web-page', environment: 'jsdom', include: ['src/**/*.test.tsx'], css: true },
});
