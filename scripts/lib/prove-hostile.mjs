import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countVitest } from './count-results.mjs';
import { ROOT } from './paths.mjs';
import { bin } from './prepare.mjs';
import { run, together } from './steps.mjs';

const MOST_DELAY_MS = 250;
const FILES = ['input', 'headers'];
const folder = join(ROOT, '.reports', 'hostile');

/**
 * The whole corpus against every field of every endpoint: what `npm test` does with a sample. Returns 1 when anything
 * fails, anything has an effect or is logged, or anything holds the server up for longer than 250 ms.
 */
export async function proveHostile() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const results = [];
  // One after the other: the delay is to be that of the server, not that of a machine with two of them.
  for (const name of FILES) results.push(await runOne(name));
  const reports = FILES.map(readReport);
  const failed = results.reduce((sum, each) => sum + each.failed, 0);
  const isHeld = failed === 0 && reports.every((report) => report && report.maxDelayMs <= MOST_DELAY_MS);
  for (const { failures } of results) for (const failure of failures) console.error(failure);
  summarize(reports.filter(Boolean));
  console.log(
    `\n${results.reduce((sum, each) => sum + each.passed, 0)} passed, ${failed + (isHeld || failed ? 0 : 1)} failed`,
  );
  return isHeld ? 0 : 1;
}

async function runOne(name) {
  const json = join(folder, `${name}-tests.json`);
  const args = ['run', '--project', 'api', '--maxWorkers=1', '--reporter=json', `--outputFile.json=${json}`];
  const env = { WAYMARK_PROVE: folder, NO_COLOR: '1' };
  const work = () =>
    run(bin('vitest'), [...args, `apps/api/test/bad-${name}.test.ts`], { log: `hostile-${name}`, env });
  const [{ error }] = await together([[`Hostile ${name}`, work]]);
  return countVitest(json, error);
}

function readReport(name) {
  const file = join(folder, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function summarize(reports) {
  for (const {
    name,
    texts,
    values,
    requests,
    byStatus,
    maxDelayMs,
    maxDelayAt,
    maxCollectionMs,
    canaries,
    effects,
    failures,
  } of reports) {
    const statuses = Object.entries(byStatus).map(([status, count]) => `${status}: ${count}`);
    console.log(
      [
        `\n${name}: ${requests} requests, of ${texts} texts and ${values} values`,
        `  by status                          ${statuses.join(', ')}`,
        `  5xx that are no deliberate 503     ${failures}`,
        `  refused requests with an effect    ${effects}`,
        `  canaries in the log                ${canaries}`,
        `  longest event-loop delay           ${maxDelayMs.toFixed(1)} ms of at most ${MOST_DELAY_MS} (${maxDelayAt})`,
        `  of which collecting garbage, at most ${maxCollectionMs.toFixed(1)} ms`,
      ].join('\n'),
    );
  }
}
