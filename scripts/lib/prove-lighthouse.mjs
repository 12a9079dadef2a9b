import { chromium } from '@playwright/test';
import { findChromium } from './find-chromium.mjs';
import { freePort } from './free-port.mjs';
import { startForTest } from './start-for-test.mjs';

const paths = ['/', '/sign-in', '/roadmaps/backend'];

/** Lighthouse's four scores (0 to 100) for each page, as a phone on a slow network sees it. A measurement: it fails nothing. */
export async function proveLighthouse() {
  const { default: lighthouse } = await import('lighthouse');
  const product = await startForTest({ log: 'lighthouse', env: { WAYMARK_MODE: 'production' } });
  const port = await freePort();
  const launch = await findChromium();
  const browser = await chromium.launch({ ...launch, args: [...launch.args, `--remote-debugging-port=${port}`] });
  try {
    for (const path of paths) {
      const result = await lighthouse(product.address + path, { port, output: 'json', logLevel: 'error' });
      const scores = Object.values(result.lhr.categories).map(
        ({ id, score }) => `${id} ${Math.round((score ?? 0) * 100)}`,
      );
      const { audits } = result.lhr;
      const shown = [
        'first-contentful-paint',
        'largest-contentful-paint',
        'cumulative-layout-shift',
        'total-blocking-time',
      ];
      console.log(
        `${path}: ${scores.join(', ')} (${shown.map((id) => `${id} ${audits[id].displayValue}`).join(', ')})`,
      );
      const wrong = Object.values(audits).filter(
        ({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === 'binary',
      );
      for (const { id, title } of wrong) console.log(`  ${id}: ${title}`);
    }
  } finally {
    await browser.close();
    await product.stop();
  }
  return 0;
}
