import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { countPlaywright, countVitest } from './count-results.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-count-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (report) => {
  const file = join(folder, 'report.json');
  writeFileSync(file, typeof report === 'string' ? report : JSON.stringify(report));
  return file;
};
const file = (name, status, ...statuses) => ({
  name,
  status,
  assertionResults: statuses.map((each, index) => ({ fullName: `${name} ${index}`, status: each })),
});
const journey = (status, result) => ({ title: 'j', tests: [{ status, results: [{ status: result }] }] });
const suite = (...specs) => ({
  errors: [],
  suites: [{ title: 'a.e2e.ts', specs: [], suites: [{ title: 'in', specs }] }],
});
const failedExit = new Error('exit code 1');

it.each([
  ['all passed', [file('a', 'passed', 'passed', 'passed')], undefined, 2, 0],
  ['one failed', [file('a', 'failed', 'passed', 'failed')], failedExit, 1, 1],
  ['skipped and todo count as failed', [file('a', 'passed', 'passed', 'skipped', 'pending', 'todo')], undefined, 1, 3],
  ['a file that did not load', [file('a', 'failed'), file('b', 'passed', 'passed')], failedExit, 1, 1],
  ['a bad end after good tests', [file('a', 'passed', 'passed')], failedExit, 1, 1],
  ['no test at all', [], undefined, 0, 1],
])('vitest: %s', (_name, testResults, exit, passed, failed) => {
  expect(countVitest(write({ testResults }), exit)).toMatchObject({ passed, failed });
});

it.each([
  ['all passed', suite(journey('expected', 'passed'), journey('expected', 'passed')), undefined, 2, 0],
  ['one failed', suite(journey('expected', 'passed'), journey('unexpected', 'failed')), failedExit, 1, 1],
  ['skipped counts as failed', suite(journey('skipped', 'skipped')), undefined, 0, 1],
  ['expected to fail is not passed', suite(journey('expected', 'failed')), undefined, 0, 1],
  ['the product did not start', { errors: [{ message: 'no' }], suites: [] }, failedExit, 0, 1],
  ['no test at all', { errors: [], suites: [] }, undefined, 0, 1],
])('playwright: %s', (_name, report, exit, passed, failed) => {
  expect(countPlaywright(write(report), exit)).toMatchObject({ passed, failed });
});

it.each([countVitest, countPlaywright])('a runner that crashed has failed once', (count) => {
  expect(count(join(folder, 'none.json'), failedExit)).toMatchObject({ passed: 0, failed: 1 });
  expect(count(write('{"cut'), undefined)).toMatchObject({ passed: 0, failed: 1 });
});
