import { rmSync } from 'node:fs';
import { freePort } from '../scripts/lib/free-port.mjs';
import { startForTest } from '../scripts/lib/start-for-test.mjs';
import { expect, test } from './world';

// A product of its own, because it is killed.
test('after kill -9 and a new start, the session, the topics and the project are still there', async ({ browser }) => {
  test.setTimeout(120_000);
  const port = String(await freePort());
  const first = await startForTest({ log: 'e2e-killed', env: { PORT: port } });
  const context = await browser.newContext({ baseURL: first.address });
  const page = await context.newPage();
  try {
    await page.goto('/sign-up');
    await page.getByRole('textbox', { name: 'Name' }).fill('Kit Keeper');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('kit@example.org');
    await page.getByLabel('Password', { exact: true }).fill('seven quiet lanterns');
    await page.getByRole('button', { name: 'Make my account' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    const call = (method: string, path: string, data: unknown) =>
      page.evaluate(
        async ([verb, url, body]) => {
          const refreshed = await fetch('/api/sessions/refresh', { method: 'POST' });
          const { accessToken } = await refreshed.json();
          const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${accessToken}` };
          return (await fetch(url as string, { method: verb as string, headers, body: JSON.stringify(body) })).status;
        },
        [method, path, data] as const,
      );
    expect(await call('PUT', '/api/me/enrolments/backend', {})).toBe(201);
    expect(await call('PUT', '/api/me/enrolments/backend/topics/http', { state: 'done' })).toBe(200);
    expect(await call('POST', '/api/me/projects', { title: 'Outlives a crash' })).toBe(201);

    first.product.child.kill('SIGKILL');
    await first.product.exited;
    const second = await startForTest({ log: 'e2e-again', env: { PORT: port, WAYMARK_DATA_DIR: first.dataDir } });
    try {
      await page.goto('/projects');
      await expect(page.getByText('Outlives a crash')).toBeVisible();
      await page.goto('/roadmaps/backend/topics/http');
      await expect(page.getByRole('button', { name: /^Done/, pressed: true })).toBeVisible();
    } finally {
      await second.stop();
    }
  } finally {
    await context.close();
    rmSync(first.dataDir, { recursive: true, force: true });
  }
});
