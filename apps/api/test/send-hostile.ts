import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';
import { expect } from 'vitest';
import { contentsOf } from './contents.js';
import { allTexts, allValues, canary, reportFolder } from './hostile.js';
import type { Received } from './send.js';
import type { TestApp } from './start.js';

export type Request = () => Promise<Received>;

/** What was sent to an app, and what came of it. */
export interface Tally {
  requests: number;
  byStatus: Record<number, number>;
  /** Groups of refused requests after which the database was not what it was before. */
  effects: number;
  /** 5xx that are no deliberate 503. */
  failures: number;
  /** The longest that the event loop of the server's process was held up, in milliseconds. */
  maxDelayMs: number;
  maxDelayAt: string;
  /** The longest that the collection of garbage took of it, that of the senders in the same process included. */
  maxCollectionMs: number;
  /** Marks of the corpus that were found in the log, of so many characters. */
  canaries: number;
  logged: number;
}

const atOnce = 20;

/** `secrets`: what must not be in the log either. */
export function createHostileSender(app: TestApp, secrets: readonly (string | undefined)[] = []) {
  const tally: Tally = {
    requests: 0,
    byStatus: {},
    effects: 0,
    failures: 0,
    maxDelayMs: 0,
    maxDelayAt: '',
    maxCollectionMs: 0,
    canaries: 0,
    logged: 0,
  };
  const collections = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tally.maxCollectionMs = Math.max(tally.maxCollectionMs, duration);
  });
  collections.observe({ entryTypes: ['gc'] });

  /** Nothing of it is kept: that of all would be hundreds of megabytes. */
  function lookAtLog(): void {
    const log = app.takeLogged();
    tally.logged += log.length;
    tally.canaries += log.split(canary).length - 1;
    for (const secret of [...secrets, 'unexpected failure']) expect(log).not.toContain(secret);
  }

  /** Sends all, some at once, and looks at each answer: never a 5xx, never what was sent. */
  async function sendAll(place: string, requests: readonly Request[]): Promise<Received[]> {
    const answers: Received[] = [];
    for (let i = 0; i < requests.length; i += atOnce) {
      const monitor = monitorEventLoopDelay({ resolution: 5 });
      monitor.enable();
      answers.push(...(await Promise.all(requests.slice(i, i + atOnce).map((request) => request()))));
      monitor.disable();
      const delayMs = monitor.max / 1e6;
      if (delayMs > tally.maxDelayMs) Object.assign(tally, { maxDelayMs: delayMs, maxDelayAt: place });
    }
    for (const { status } of answers) tally.byStatus[status] = (tally.byStatus[status] ?? 0) + 1;
    tally.requests += answers.length;
    lookAtLog();
    for (const answer of answers) {
      // On a machine that is short of breath twenty writes of one member may take their eight seconds: that 503 is meant.
      const isMeant = answer.status === 503 && answer.text.includes('"code":"unavailable"');
      if (answer.status >= 500 && !isMeant) tally.failures += 1;
      if (!isMeant) expect(answer.status, `${place}: ${answer.text.slice(0, 300)}`).toBeLessThan(500);
      if (answer.status >= 400 && answer.status !== 412) expect(answer.text).not.toContain(canary);
    }
    return answers;
  }

  /** All of them are refused with one of `statuses`, and leave nothing behind. */
  async function expectRefused(
    place: string,
    requests: readonly Request[],
    statuses: readonly number[],
  ): Promise<void> {
    const before = await contentsOf(app);
    for (const [i, { status, text }] of (await sendAll(place, requests)).entries()) {
      expect(statuses, `${place}, request ${i}: ${text.slice(0, 300)}`).toContain(status);
    }
    const after = await contentsOf(app);
    if (JSON.stringify(after) !== JSON.stringify(before)) tally.effects += 1;
    expect(after, place).toEqual(before);
  }

  /** For `npm run prove -- hostile`, which judges the delay too. */
  async function writeReport(name: string): Promise<void> {
    if (!reportFolder) return;
    await mkdir(reportFolder, { recursive: true });
    const report = { name, texts: allTexts.length, values: allValues.length, ...tally };
    await writeFile(join(reportFolder, `${name}.json`), JSON.stringify(report, null, 2));
  }

  return { tally, sendAll, expectRefused, writeReport };
}

/** One after the other in groups: what was made of all values at once would be hundreds of megabytes. */
export function inGroups<T>(all: readonly T[], size = 400): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
