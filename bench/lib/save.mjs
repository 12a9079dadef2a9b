import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, platform } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from '../../scripts/lib/paths.mjs';

/** On what it was measured: a figure says nothing without it. */
function machine() {
  const [first] = cpus();
  return {
    platform: `${platform()} ${arch()}`,
    cores: availableParallelism(),
    cpu: first?.model ?? '',
    node: process.versions.node,
    load: loadavg().map((each) => Number(each.toFixed(2))),
  };
}

/** Writes `bench/results/<name>-<time>.json` and says where. */
export function save(name, result) {
  const folder = join(ROOT, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  const file = join(folder, `${name}-${at.slice(0, 19).replaceAll(':', '')}.json`);
  writeFileSync(file, `${JSON.stringify({ name, at, machine: machine(), ...result }, null, 2)}\n`);
  console.log(`\nAll figures: ${relative(ROOT, file)}`);
}
