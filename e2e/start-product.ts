import { findChromium } from '../scripts/lib/find-chromium.mjs';
import { startForTest } from '../scripts/lib/start-for-test.mjs';

/** One built product for the whole run; its members are the tests' own. The workers inherit what is set here. */
export default async function startProduct(): Promise<() => Promise<void>> {
  process.env.WAYMARK_E2E_LAUNCH = JSON.stringify(await findChromium());
  const product = await startForTest({ log: 'e2e-product', env: { WAYMARK_RATE_LIMIT_FACTOR: '1000' } });
  process.env.WAYMARK_E2E_ADDRESS = product.address;
  return product.stop;
}
