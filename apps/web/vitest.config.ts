import { defineConfig } from 'vitest/config';

/** What needs no page: a page for each file took most of the time. One of these that does asks for jsdom in its first line. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: { name: 'web', include: ['src/**/*.test.ts'], css: true },
});
