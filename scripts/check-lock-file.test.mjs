import { expect, it } from 'vitest';
import { findLockProblems } from './check-lock-file.mjs';

const native = { integrity: 'sha512-x', optionalDependencies: { '@n/linux': '1', '@n/darwin': '1' } };
const binding = { integrity: 'sha512-x', optional: true };

it('is content with a lock file that names all', () => {
  const packages = {
    '': {},
    'apps/api': { version: '0.1.0' },
    'node_modules/@waymark/api': { resolved: 'apps/api', link: true },
    'node_modules/n': native,
    'node_modules/@n/linux': binding,
    'node_modules/n/node_modules/@n/darwin': binding,
  };
  expect(findLockProblems(packages)).toEqual([]);
});

it.each([
  [
    'a platform that was left out',
    { 'node_modules/n': native, 'node_modules/@n/linux': binding },
    /@n\/darwin is missing/,
  ],
  [
    "another package's copy",
    { 'node_modules/n': native, 'node_modules/@n/linux': binding, 'node_modules/m/node_modules/@n/darwin': binding },
    /@n\/darwin is missing/,
  ],
  ['an address', { 'node_modules/a': { integrity: 'x', resolved: 'https://registry.example/a.tgz' } }, /came from/],
  ['no hash', { 'node_modules/a': { version: '1.0.0' } }, /no integrity/],
])('finds %s', (_name, packages, expected) => {
  expect(findLockProblems(packages)).toEqual([expect.stringMatching(expected)]);
});
