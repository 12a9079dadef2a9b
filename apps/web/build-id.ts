import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the client is made of: the same sources give the same name, so that a build can be repeated. */
const folders = ['src', '../../packages/contract/src'];

/** Names this build: what another one has kept on a device may have another shape. */
export function buildId(): string {
  const hash = createHash('sha256');
  for (const folder of folders.map((name) => fileURLToPath(new URL(name, import.meta.url)))) {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const files = entries.map((entry) => join(entry.parentPath, entry.name)).toSorted();
    for (const file of files) hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}
