import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './lib/paths.mjs';

const read = (file) => readFileSync(join(ROOT, file), 'utf8');
const text = read('docs/security.md');

/** What stands between backticks and has a folder or an ending is a file; a path of the API begins with a slash. */
const named = [
  ...new Set([...text.matchAll(/`([\w.@-]+(?:\/[\w.@*-]+)*\.(?:ts|tsx|mjs|md|json|yml|py|txt|example))`/g)]),
].map(([, file]) => file);

/** Made at the first start, or by who takes what is theirs. */
const made = ['keys.json', 'waymark-export.json'];

/** `| V6.2.1 | …` of the tables. */
const rows = [...text.matchAll(/^\| (V\d+\.\d+\.\d+)(?:–(\d+))? \|(.*)\|$/gm)].map(([, id, last, rest]) => ({
  id,
  last,
  cells: rest.split(' | ').map((cell) => cell.trim()),
}));

describe('docs/security.md', () => {
  it('names files, and each of them is there', () => {
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((file) => !made.includes(file) && !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it('names proofs that can be run', () => {
    const proofs = [...text.matchAll(/`npm run (prove|bench) -- ([\w-]+)/g)].map(
      ([, command, name]) => `${command} ${name}`,
    );
    expect(new Set(proofs)).toEqual(
      new Set([
        'prove hostile',
        'prove kill',
        'prove record',
        'prove schemathesis',
        'prove refresh',
        'prove offline',
        'prove roundtrip',
        'prove figures',
        'prove bad-input',
        'bench timing',
        'bench storm',
      ]),
    );
    const cases = { prove: read('scripts/prove.mjs'), bench: read('bench/run.mjs') };
    for (const proof of proofs) {
      const [command, name] = proof.split(' ');
      expect(cases[command], proof).toMatch(new RegExp(`['"]?${name}['"]?: (prove|bench)\\w+`));
    }
  });

  it('says of each requirement whether it holds, once, in the order of the standard', () => {
    expect(rows.length).toBeGreaterThan(150);
    const key = (id) =>
      id
        .slice(1)
        .split('.')
        .map((part) => part.padStart(3, '0'))
        .join('.');
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(ids.toSorted((a, b) => key(a).localeCompare(key(b))));
    const verdicts = /^(holds|deviates|not yet|the owner’s)$/;
    expect(rows.filter(({ cells }) => !verdicts.test(cells[1])).map(({ id }) => id)).toEqual([]);
    // What does not hold says why; what holds says where.
    expect(rows.filter(({ cells }) => (cells[2] ?? '').length < 3).map(({ id }) => id)).toEqual([]);
  });

  it('counts them as it says', () => {
    const count = (verdict) => rows.filter(({ cells }) => cells[1] === verdict).length;
    const [, total, holds, deviates, notYet, owners] =
      /(\d+) of its requirements apply: (\d+) hold, (\d+) deviate, (\d+) do not yet hold, (\d+) are the owner’s/.exec(
        text,
      ) ?? [];
    expect([total, holds, deviates, notYet, owners].map(Number)).toEqual([
      rows.length,
      ...['holds', 'deviates', 'not yet', 'the owner’s'].map(count),
    ]);
  });
});
