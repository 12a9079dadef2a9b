// Holds package-lock.json to what a clone elsewhere needs of it: every platform named, and no registry's address.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './lib/paths.mjs';

/** What is wrong with a lock file's `packages`, one line each. */
export function findLockProblems(packages) {
  return Object.entries(packages).flatMap(([path, entry]) => [
    ...missingPlatforms(packages, path, entry),
    ...registryAddress(path, entry),
    ...missingHash(path, entry),
  ]);
}

/** npm leaves out, in silence, a platform's package that its registry lacks; on that platform `npm ci` then fails. */
function missingPlatforms(packages, path, { optionalDependencies = {} }) {
  return Object.keys(optionalDependencies)
    .filter((name) => !resolveFrom(packages, path, name))
    .map((name) => `${path}: its ${name} is missing from the lock file`);
}

/** As Node looks a package up: in the package's own folder, then in each one above. */
function resolveFrom(packages, path, name) {
  for (let folder = path; ; folder = dirname(folder)) {
    const candidate = folder === '.' || folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[candidate]) return candidate;
    if (folder === '.' || folder === '') return null;
  }
}

function registryAddress(path, { resolved = '' }) {
  return /^(https?|git\+|git:)/.test(resolved)
    ? [`${path}: names where it came from (${resolved.split('/')[0]}//…)`]
    : [];
}

function missingHash(path, { link, integrity, inBundle }) {
  return path.includes('node_modules/') && !link && !inBundle && !integrity ? [`${path}: has no integrity hash`] : [];
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  const file = join(ROOT, 'package-lock.json');
  if (!existsSync(file)) throw new Error('there is no package-lock.json');
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  const found = findLockProblems(packages);
  for (const each of found) console.error(each);
  if (found.length > 0 || Object.keys(packages).length < 10) process.exit(1);
  console.log(`the lock file names every platform of its ${Object.keys(packages).length} packages`);
}
