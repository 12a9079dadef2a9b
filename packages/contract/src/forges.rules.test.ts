import { expect, it } from 'vitest';
import { comparisonUrl } from './forges.rules.js';

const [a, b] = ['a'.repeat(40), 'b'.repeat(40)];

it.each([
  ['https://github.com/ada/x', `https://github.com/ada/x/compare/${a}...${b}`],
  ['https://github.com/ada/x.git/', `https://github.com/ada/x/compare/${a}...${b}`],
  ['https://gitlab.com/group/sub/x', `https://gitlab.com/group/sub/x/-/compare/${a}...${b}`],
  ['https://gitlab.example.org/x/y', `https://gitlab.example.org/x/y/-/compare/${a}...${b}`],
  ['https://codeberg.org/ada/x', `https://codeberg.org/ada/x/compare/${a}...${b}`],
  ['https://bitbucket.org/ada/x', `https://bitbucket.org/ada/x/branches/compare/${b}..${a}`],
])('%s shows the comparison at %s', (repo, expected) => {
  expect(comparisonUrl(repo, a, b)).toBe(expected);
});

it('gives none where the forge, a commit or a difference is not known', () => {
  expect(comparisonUrl('https://git.example.org/ada/x', a, b)).toBeNull();
  expect(comparisonUrl('https://notgithub.com/ada/x', a, b)).toBeNull();
  expect(comparisonUrl('https://github.com/', a, b)).toBeNull();
  expect(comparisonUrl('https://github.com/ada/x', null, b)).toBeNull();
  expect(comparisonUrl('https://github.com/ada/x', a, a)).toBeNull();
  expect(comparisonUrl(null, a, b)).toBeNull();
});
