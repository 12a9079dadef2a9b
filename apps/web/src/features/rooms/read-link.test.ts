import { expect, it } from 'vitest';
import { readLink } from './read-link';

it.each([
  ['A talk', 'https://example.org/a?b#c', { title: 'A talk', url: 'https://example.org/a?b#c' }],
  ['', ' https://example.org/a ', { title: 'example.org', url: 'https://example.org/a' }],
  ['  ', 'example.org/a', { title: 'example.org', url: 'https://example.org/a' }],
])('reads “%s” %s', (title, url, link) => {
  expect(readLink(title, url)).toEqual(link);
});

it.each(['', 'http://example.org', 'javascript:alert(1)', 'https://ada:secret@example.org', 'https://@a.b', 'no way'])(
  'refuses %s',
  (url) => {
    expect(readLink('A title', url)).toBeNull();
  },
);
