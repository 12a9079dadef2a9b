import { defineConfig } from '@playwright/test';

// Set by start-product.ts, which runs before the workers read this file again.
const { WAYMARK_E2E_ADDRESS: baseURL, WAYMARK_E2E_LAUNCH: launch } = process.env;

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: '../test-results',
  globalSetup: './start-product.ts',
  fullyParallel: true,
  // Two cores, which the product and its database use too.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Far above what anything takes: a busy machine fails nobody.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['line'], ['json', { outputFile: '../.reports/e2e.json' }]],
  use: {
    ...(baseURL && { baseURL }),
    ...(launch && { launchOptions: JSON.parse(launch) }),
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // A trace draws every page a second time: `npx playwright test -c e2e --trace on <file>` when one is wanted.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
