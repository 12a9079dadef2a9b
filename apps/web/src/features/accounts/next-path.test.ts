// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { nextPath } from './next-path';

const next = (path: string) => nextPath(new URLSearchParams({ next: path }));

it('goes to a page of ours', () => {
  expect(next('/cohorts/join?code=ABC#x')).toBe('/cohorts/join?code=ABC#x');
});

it.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '',
  '/\t/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
])('never goes to %j', (path) => {
  expect(next(path)).toBe('/');
});
