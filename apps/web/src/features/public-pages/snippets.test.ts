import { expect, it } from 'vitest';
import { moved } from './project-order';
import { htmlSnippet, markdownSnippet } from './snippets';

const link = { origin: 'https://w.example', handle: 'ada', roadmap: 'backend', theme: 'auto', alt: 'My way' } as const;

it('leads from the badge to the page', () => {
  expect(markdownSnippet(link)).toBe(
    '[![My way](https://w.example/api/public-pages/ada/badge?roadmap=backend)](https://w.example/u/ada)',
  );
  expect(htmlSnippet({ ...link, theme: 'dark' })).toBe(
    '<a href="https://w.example/u/ada"><img src="https://w.example/api/public-pages/ada/badge?roadmap=backend&amp;theme=dark" alt="My way" height="28"></a>',
  );
});

it('lets no words out of their place', () => {
  expect(markdownSnippet({ ...link, alt: 'a](b)[\\' })).toContain('[![a(b)](');
  expect(htmlSnippet({ ...link, alt: '"><b>&' })).toContain('alt="&quot;>&lt;b>&amp;"');
});

it.each([
  [0, 1, ['b', 'a', 'c']],
  [2, -1, ['a', 'c', 'b']],
  [0, -1, ['a', 'b', 'c']],
  [2, 1, ['a', 'b', 'c']],
] as const)('moves number %i by %i', (place, by, expected) => {
  expect(moved(['a', 'b', 'c'], place, by)).toEqual(expected);
});
