import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { follow, makeOwner, signUp } from '../test/build.js';
import { allTexts } from '../test/hostile.js';
import { backendOf, startApp } from '../test/start.js';
import { createFindHead } from './find-head.js';
import { describe, writeHead } from './http/page-head.js';

const app = await startApp();
const findHead = createFindHead(app.deps);
const at = (path: string) => findHead(path, '127.0.0.1');
const index = readFileSync(new URL('../../web/index.html', import.meta.url), 'utf8');
const backend = backendOf(app);
const [topic] = backend.topics;
const origin = app.deps.env.publicUrl;

it('says of each open page what it is, under its one address', async () => {
  expect(await at('/')).toMatchObject({ siteName: 'Waymark', isListed: true, url: `${origin}/` });
  expect(await at('/roadmaps')).toMatchObject({ title: 'Roadmaps', isListed: true });
  expect(await at('/roadmaps/backend')).toMatchObject({ title: backend.title, description: backend.summary });
  const ofTopic = await at(`/roadmaps/backend/topics/${topic?.id}`);
  expect(ofTopic).toMatchObject({ title: `${topic?.title}, ${backend.title}`, kind: 'article' });
  expect(ofTopic?.description).not.toMatch(/[*`]|\]\(/);
});

it.each(['/settings', '/projects/1', '/roadmaps/no-such', '/roadmaps/backend/topics/no-such', '/u/', '/u/X', '/u/a/b'])(
  'has no head for %s',
  async (path) => {
    expect(await at(path)).toBeUndefined();
  },
);

it('says of a public page only what is public, and the same of nobody and of who shows nothing', async () => {
  const ada = await makeOwner(await signUp(app, { name: 'Ada Lovely' }));
  await follow(ada);
  const path = `/u/${ada.account.handle}`;
  const { url: _, ...nobody } = (await at('/u/nobody-there')) ?? { url: '' };
  expect(nobody).toMatchObject({ isListed: false, isMissing: true });
  const { url: __, ...unpublished } = (await at(path)) ?? { url: '' };
  expect(unpublished).toEqual(nobody);

  const sections = { roadmaps: [] as string[], proof: false, calendar: false, projects: [] };
  const publish = (roadmaps: string[], version: number) =>
    ada.ok('changePublicPage', {
      body: { isPublic: true, about: 'I build.', sections: { ...sections, roadmaps } },
      headers: { 'if-match': `"${version}"` },
    });
  await publish([], 0);
  expect(await at(path)).toEqual({
    ...{ title: 'Ada Lovely', description: 'I build.', kind: 'profile', isListed: true },
    ...{ siteName: 'Waymark', url: origin + path, picture: `${origin}/icon-512.png` },
  });
  await publish(['backend'], 1);
  expect((await at(path))?.description).toContain(`${backend.title}: 0 of `);
});

const picture = 'https://example.org/icon-512.png';
const url = 'https://example.org/u/ada';
const page = { siteName: 'Waymark', url, picture, kind: 'profile', isListed: true } as const;

it('writes them into the page, in place of its own title and description', () => {
  const written = writeHead(index, { ...page, title: 'Ada', description: 'I build $& and $1.' });
  expect(written.match(/<title>/g)).toHaveLength(1);
  expect(written.match(/name="description"/g)).toHaveLength(1);
  expect(written).toContain('<title>Ada · Waymark</title>');
  expect(written).toContain('<meta property="og:description" content="I build $&amp; and $1." />');
  expect(written).toContain(`<meta property="og:image" content="${picture}" />`);
  expect(written).toContain('<link rel="canonical" href="https://example.org/u/ada" />');
  expect(written).toContain('<script type="module"');
});

it('asks that a page of nobody be listed nowhere, and gives it no address', () => {
  const written = writeHead(index, { ...page, title: 'Nothing', description: '', isListed: false });
  expect(written).toContain('<meta name="robots" content="noindex" />');
  expect(written).not.toMatch(/canonical|og:|twitter:/);
});

it('lets no text out of its place, whatever is in it', () => {
  const shape = (html: string) => html.replace(/content="[^"]*"|<title>[^<]*<\/title>/g, '').replace(/\s+/g, ' ');
  const plain = shape(writeHead(index, { ...page, title: 'a', description: 'b' }));
  for (const text of allTexts) {
    const written = writeHead(index, { ...page, title: text, description: text, siteName: text });
    expect(shape(written), text.slice(0, 80)).toBe(plain);
  }
});

it('keeps a description to one line that ends at a word', () => {
  expect(describe(' a\n b ')).toBe('a b');
  const long = describe('word '.repeat(100));
  expect(long.length).toBeLessThanOrEqual(200);
  expect(long).toMatch(/word…$/);
});
