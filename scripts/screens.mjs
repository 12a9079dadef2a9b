// `npm run screens`: a picture of each page with the demo's people, at 1280 and 390 px, in light and dark, into `screens/`.
// Of each letter, too. `npm run screens -- roadmap` takes only those whose name holds that word, `-- letter` the letters.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/paths.mjs';
import { build, prepare } from './lib/prepare.mjs';

await prepare();
await build();
const { chromium } = await import('@playwright/test');
const { findChromium } = await import('./lib/find-chromium.mjs');
const { startForTest } = await import('./lib/start-for-test.mjs');
const { screenPages } = await import('./lib/screen-pages.mjs');
const { drawLetters } = await import('./lib/draw-letters.mjs');

const word = process.argv[2] ?? '';
const folder = join(ROOT, 'screens');
const widths = [1280, 390];
const themes = ['light', 'dark'];

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const product = await startForTest({
  log: 'screens',
  env: { WAYMARK_MODE: 'demo', WAYMARK_RATE_LIMIT_FACTOR: '1000' },
});
const browser = await chromium.launch(await findChromium());
try {
  if ('letter'.includes(word)) await drawLetters({ browser, folder, widths, themes });
  for (const theme of themes) {
    for (const width of widths) {
      for (const { name, context, open, isWhole } of await screenPages({
        browser,
        address: product.address,
        width,
        theme,
      })) {
        if (!name.includes(word)) continue;
        const page = await context.newPage();
        await open(page);
        // A member's page listens for changes as long as it is open: its network is never idle.
        await page.waitForLoadState('load');
        await page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' });
        // As tall as the page, so that what sticks to an edge of the window sticks to an edge of the picture.
        if (isWhole) {
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          await page.setViewportSize({ width, height: Math.max(height, 844) });
        }
        await page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`) });
        await page.close();
        console.log(`${name} ${width} ${theme}`);
      }
    }
  }
} finally {
  await browser.close();
  await product.stop();
}
