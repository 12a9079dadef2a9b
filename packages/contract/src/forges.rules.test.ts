import { expect, it } from 'vitest';
import { comparisonOf } from './forges.rules.js';

const [a, b] = ['a'.repeat(40), 'b'.repeat(40)];

it.each([
  ['https://github.com/ada/x', `https://github.com/ada/x/compare/${a}...${b}`],
  ['https://github.com/ada/x.git/', `https://github.com/ada/x/compare/${a}...${b}`],
  ['https://gitlab.com/group/sub/x', `https://gitlab.com/group/sub/x/-/compare/${a}...${b}`],
  ['https://gitlab.example.org/x/y', `https://gitlab.example.org/x/y/-/compare/${a}...${b}`],
  ['https://codeberg.org/ada/x', `https://codeberg.org/ada/x/compare/${a}...${b}`],
  ['https://bitbucket.org/ada/x', `https://bitbucket.org/ada/x/branches/compare/${b}..${a}`],
])('%s shows the comparison at %s', (repo, expected) => {
  expect(comparisonOf({ repoUrl: repo, commit: a }, { repoUrl: repo, commit: b })).toEqual({ url: expected });
});

it('takes an address with and without its ending for one repository', () => {
  const from = { repoUrl: 'https://github.com/ada/x.git', commit: a };
  const url = `https://github.com/ada/x/compare/${a}...${b}`;
  expect(comparisonOf(from, { repoUrl: 'https://github.com/ada/x/', commit: b })).toEqual({ url });
});

const github = 'https://github.com/ada/x';

it.each([
  ['forge_unknown', { repoUrl: 'https://git.example.org/ada/x', commit: a }, { commit: b }],
  ['forge_unknown', { repoUrl: 'https://notgithub.com/ada/x', commit: a }, { commit: b }],
  ['forge_unknown', { repoUrl: 'https://github.com/', commit: a }, { commit: b }],
  ['forge_unknown', { repoUrl: 'no address', commit: a }, { commit: b }],
  ['not_checked', { repoUrl: github, commit: null }, { commit: b }],
  ['not_checked', { repoUrl: github, commit: a }, { commit: null }],
  ['same', { repoUrl: github, commit: a }, { commit: a }],
  ['no_repository', { repoUrl: null, commit: null }, { repoUrl: github, commit: b }],
  ['no_repository', { repoUrl: github, commit: a }, { repoUrl: null, commit: null }],
  ['moved', { repoUrl: github, commit: a }, { repoUrl: 'https://github.com/ada/y', commit: b }],
])('gives no comparison, but %s', (none, from, to) => {
  expect(comparisonOf(from, { ...from, ...to })).toEqual({ none });
});
