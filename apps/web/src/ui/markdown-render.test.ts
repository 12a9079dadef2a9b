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

it('puts headings below those of the page', () => {
  expect(renderMarkdown('# One\n\n##### Five')).toMatch(/<h3>One<\/h3>\s*<h6>Five<\/h6>/);
});
