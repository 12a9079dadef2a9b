import { expect, it } from 'vitest';
import { follow, type Member, setTopic, signUp } from '../../../test/build.js';
import { clientOf } from '../../../test/client.js';
import { backendOf, secondSlug, startApp } from '../../../test/start.js';

const app = await startApp();
const stranger = clientOf(app);
const { title, topics } = backendOf(app);

async function published(): Promise<Member> {
  const ada = await signUp(app, { name: 'Ada <b>&"\'' });
  await follow(ada);
  await follow(ada, {}, secondSlug);
  const core = topics.find(({ requirement }) => requirement === 'core');
  await setTopic(ada, core?.id ?? '', { state: 'done' });
  const sections = { roadmaps: ['backend'], proof: false, calendar: false, projects: [] };
  await ada.ok('changePublicPage', { body: { isPublic: true, about: '', sections }, headers: { 'if-match': '"0"' } });
  return ada;
}

it('is a picture that another site may show and nothing can run in', async () => {
  const ada = await published();
  const params = { handle: ada.account.handle };
  const { status, headers, text } = await stranger.call('readBadge', { params });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'image/svg+xml',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=300',
  });
  expect(text).toContain(`>${title}</text>`);
  const { summary } = await ada.ok('readEnrolment', { params: { slug: 'backend' } });
  expect(text).toContain(`${summary.percent}\u00a0% · 0 shown`);
  expect(text).toContain('Ada &lt;b&gt;&amp;&quot;&apos;');
  expect(text).not.toMatch(/<script|<b>|on\w+=|href|url\(/);
  const again = { params, headers: { 'if-none-match': String(headers.etag) } };
  expect((await stranger.call('readBadge', again)).status).toBe(304);
  // Of this answer alone: the page stays the business of its own site.
  const page = await stranger.call('readPublicPage', { params });
  expect(page.headers['cross-origin-resource-policy']).toBe('same-origin');
});

it('is light, dark, or as its reader has it', async () => {
  const ada = await published();
  const drawn = async (theme: string) =>
    (await stranger.call('readBadge', { params: { handle: ada.account.handle }, query: { theme } })).text;
  expect(await drawn('light')).not.toContain('prefers-color-scheme');
  expect(await drawn('dark')).not.toBe(await drawn('light'));
  expect(await drawn('auto')).toContain('@media(prefers-color-scheme:dark)');
  const params = { handle: ada.account.handle };
  expect((await stranger.call('readBadge', { params, query: { theme: 'pink' } })).status).toBe(400);
});

it('says nothing of a roadmap that was not chosen', async () => {
  const ada = await published();
  const params = { handle: ada.account.handle };
  const nobody = (await stranger.call('readBadge', { params: { handle: 'nobody-here' } })).text;
  expect((await stranger.call('readBadge', { params, query: { roadmap: secondSlug } })).text).toBe(nobody);
  expect((await stranger.call('readBadge', { params, query: { roadmap: 'backend' } })).text).toContain(title);
});
