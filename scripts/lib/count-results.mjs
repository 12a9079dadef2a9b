import { existsSync, readFileSync } from 'node:fs';

/**
 * What a runner's report and its exit come to: `{ passed, failed, failures: [text] }`. A skipped test, a file that did
 * not load and a runner that crashed each count as failed: what did not run has proven nothing.
 */
export function countVitest(file, exitError) {
  const report = read(file);
  if (!report) return crashed('vitest', exitError);
  const failures = [];
  let passed = 0;
  for (const { name, status, message, assertionResults } of report.testResults) {
    for (const test of assertionResults) {
      if (test.status === 'passed') passed += 1;
      else failures.push(describe(`${test.fullName} (${name})`, test.status, test.failureMessages?.[0]));
    }
    const isUnloaded = status !== 'passed' && !assertionResults.some((test) => test.status !== 'passed');
    if (isUnloaded) failures.push(describe(name, 'did not load', message));
  }
  return withExit('vitest', passed, failures, exitError);
}

/** The same for Playwright's JSON report. */
export function countPlaywright(file, exitError) {
  const report = read(file);
  if (!report) return crashed('playwright', exitError);
  const failures = report.errors.map((error) => describe('the run', 'failed', error.message));
  let passed = 0;
  for (const { spec, path } of specsOf(report.suites)) {
    for (const test of spec.tests) {
      const last = test.results.at(-1);
      if (test.status === 'expected' && last?.status === 'passed') passed += 1;
      else failures.push(describe(`${path} › ${spec.title}`, last?.status ?? test.status, last?.error?.message));
    }
  }
  return withExit('playwright', passed, failures, exitError);
}

function specsOf(suites, path = '') {
  return suites.flatMap((suite) => {
    const here = path ? `${path} › ${suite.title}` : suite.title;
    return [...(suite.specs ?? []).map((spec) => ({ spec, path: here })), ...specsOf(suite.suites ?? [], here)];
  });
}

function withExit(runner, passed, failures, exitError) {
  if (exitError && failures.length === 0) failures.push(describe(runner, 'ended badly', exitError.message));
  if (!exitError && passed + failures.length === 0) failures.push(describe(runner, 'ran no test'));
  return { passed, failed: failures.length, failures };
}

function crashed(runner, exitError) {
  return { passed: 0, failed: 1, failures: [describe(runner, 'left no report', exitError?.message)] };
}

function describe(what, how, why = '') {
  const lines = why.split('\n').slice(0, 12);
  return [`✗ ${what}: ${how}`, ...lines.filter(Boolean).map((line) => `    ${line}`)].join('\n');
}

function read(file) {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  } catch {
    return null;
  }
}
