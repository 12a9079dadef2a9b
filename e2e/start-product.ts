import { clientId, clientSecret, startOidc } from '../apps/api/test/oidc';
import { findChromium } from '../scripts/lib/find-chromium.mjs';
import { startForTest } from '../scripts/lib/start-for-test.mjs';
import { owner } from './world';

/**
 * One built product for the whole run; its members are the tests' own, and its owner came by the link that the start
 * said. Beside it runs a provider that people can sign in by. The workers inherit what is set here.
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  process.env.WAYMARK_E2E_LAUNCH = JSON.stringify(await findChromium());
  const said: string[] = [];
  const oidc = await startOidc();
  const product = await startForTest({
    log: 'e2e-product',
    env: {
      WAYMARK_RATE_LIMIT_FACTOR: '1000',
      WAYMARK_OIDC_ISSUER: oidc.issuer,
      WAYMARK_OIDC_CLIENT_ID: clientId,
      WAYMARK_OIDC_CLIENT_SECRET: clientSecret,
      WAYMARK_OIDC_NAME: 'School',
    },
    onEvent: ({ event, text }: { event: string; text?: string }) => {
      if (event === 'say') said.push(text ?? '');
    },
  });
  const stop = async () => {
    await product.stop();
    await oidc.stop();
  };
  try {
    oidc.serve(`${product.address}/sign-in/callback/oidc`);
    await claim(product.address, said.join('\n'));
  } catch (error) {
    await stop();
    throw error;
  }
  process.env.WAYMARK_E2E_ADDRESS = product.address;
  return stop;
}

async function claim(address: string, said: string): Promise<void> {
  const token = /\/claim\/([\w-]+)/.exec(said)?.[1];
  if (!token) throw new Error(`the start offered nobody to become the owner: ${said}`);
  const { accessToken } = (await post(`${address}/api/accounts`, owner)) as { accessToken: string };
  await post(`${address}/api/instance/claim`, { token }, { Authorization: `Bearer ${accessToken}` });
}

async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  const answer = await fetch(url, init);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
