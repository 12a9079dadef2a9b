import { expect, test } from './world';

const most = 100_000;

test('the sign-in page sends at most 100 kB of script, compressed', async ({ stranger }) => {
  const scripts: { url: string; bytes: number; encoding: string }[] = [];
  const read: Promise<void>[] = [];
  stranger.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    const encoding = response.headers()['content-encoding'] ?? 'none';
    read.push(
      response
        .request()
        .sizes()
        .then(({ responseBodySize }) => void scripts.push({ url: response.url(), bytes: responseBodySize, encoding })),
    );
  });
  await stranger.goto('/sign-in', { waitUntil: 'networkidle' });
  await Promise.all(read);
  const sum = scripts.reduce((total, { bytes }) => total + bytes, 0);
  console.log(`sign-in: ${sum} bytes of script in ${scripts.length} files`);
  expect(scripts.filter(({ bytes, encoding }) => bytes > 1000 && encoding === 'none')).toEqual([]);
  expect(sum).toBeGreaterThan(10_000);
  expect(sum).toBeLessThanOrEqual(most);
});
