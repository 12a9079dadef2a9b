import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/paths.mjs';

/**
 * A copy of the built API in which one thing is broken, to see that a benchmark notices. It lies beside the real one,
 * so that it finds the same packages and the same web client. `remove()` it.
 */
export function makeMutant({ file, find, replace }) {
  const folder = mkdtempSync(join(ROOT, 'apps/api/dist-mutant-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    cpSync(join(ROOT, 'apps/api/dist'), folder, { recursive: true });
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(find, replace);
    if (after === before) throw new Error(`${file} has nothing that ${find} fits: bring the mutant up to date`);
    writeFileSync(path, after);
    return { entry: join(folder, 'main.js'), remove };
  } catch (error) {
    remove();
    throw error;
  }
}
