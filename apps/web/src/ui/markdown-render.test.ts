import { expect, it } from 'vitest';
import { isSafeLink } from './markdown-links';
import { renderMarkdown } from './markdown-render';

it.each(['https://example.org/a?b=c#d', 'http://example.org', 'HTTPS://example.org'])('links to %s', (address) => {
  expect(isSafeLink(address)).toBe(true);
});

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'vbscript:x',
  'data:text/html,<script>alert(1)</script>',
  'data:image/png;base64,AAAA',
  'file:///etc/passwd',
  '//evil.example',
  '\\\\evil.example',
  'tel:+491234',
  'mailto:a@b.example',
  '/settings',
  'relative',
  'https://user:secret@example.org',
  'https://',
  '',
])('does not link to %s', (address) => {
  expect(isSafeLink(address)).toBe(false);
});

it('says of each link that it is a member’s', () => {
  expect(renderMarkdown('[a](https://example.org)')).toContain('rel="noopener noreferrer nofollow ugc"');
  expect(renderMarkdown('see https://example.org')).toContain('rel="noopener noreferrer nofollow ugc"');
});

it.each(['[a](//evil.example)', '[a](tel:+49)', '[a](data:image/png;base64,AA)', '[a](/settings)', 'a@b.example'])(
  'leaves %s as text',
  (text) => {
    expect(renderMarkdown(text)).not.toContain('<a ');
  },
);

it('shows raw HTML as text', () => {
  const html = renderMarkdown('<img src=x onerror=alert(1)>\n\n<script>alert(1)</script>');
  expect(html).not.toMatch(/<(img|script)/);
});

it('fetches no picture', () => {
  expect(renderMarkdown('![a](https://spy.example/pixel.png)')).not.toContain('<img');
});

const name = 'a'.repeat(32);
const address = `/api/images/${'b'.repeat(24)}.anyone.9.proof`;
const images = new Map([[name, { address, width: 40, height: 30 }]]);

it('shows a picture of ours, with its words and its size', () => {
  expect(renderMarkdown(`![The "board" <now>](image:${name})`, images)).toBe(
    `<p><img src="${address}" alt="The &quot;board&quot; &lt;now&gt;" width="40" height="30" loading="lazy" decoding="async"></p>\n`,
  );
});

it.each([
  ['no such picture', `![The board](image:${'c'.repeat(32)})`, images],
  ['pictures in a text without any', `![The board](image:${name})`, undefined],
  [
    'one that is elsewhere',
    `![The board](image:${name})`,
    new Map([[name, { address: 'https://spy.example', width: 1, height: 1 }]]),
  ],
])('has %s: its words are there instead', (_, text, known) => {
  expect(renderMarkdown(text, known)).toBe('<p><em>The board</em></p>\n');
});

it.each([`![a](image:${name}0)`, '![a](image:)', `![a](IMAGE:${name})`, `\`![a](image:${name})\``])(
  'takes %s for no picture',
  (text) => {
    expect(renderMarkdown(text, images)).not.toContain('<img');
  },
);

it('puts headings below those of the page', () => {
  expect(renderMarkdown('# One\n\n##### Five')).toMatch(/<h3>One<\/h3>\s*<h6>Five<\/h6>/);
});
