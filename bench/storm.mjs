import { Worker } from 'node:worker_threads';
import { startForTest } from '../scripts/lib/start-for-test.mjs';
import { createAsker, expectStatus } from './lib/ask.mjs';
import { signUpMany } from './lib/members.mjs';
import { save } from './lib/save.mjs';
import { median, quantile } from './lib/statistics.mjs';

const AT_ONCE = 50;
const ROUND_MS = 5000;
const WARM_UP = 200;

/**
 * What 50 members who sign in at once do to one who reads: the same reading with and without them, in turns, all rounds
 * shown. The storm comes from a thread of its own, so that it does not hold up the clock of the reader.
 */
export async function benchStorm(rounds = '6') {
  const product = await startForTest({
    log: 'bench-storm',
    env: { WAYMARK_BCRYPT_COST: '', WAYMARK_RATE_LIMIT_FACTOR: '100000', WAYMARK_LOG_LEVEL: 'error' },
  });
  const asker = createAsker(product.address);
  const results = [];
  try {
    const [reader, ...others] = await signUpMany(asker, AT_ONCE + 1);
    const read = await readerOf(asker, reader);
    for (let i = 0; i < WARM_UP; i += 1) await read();
    for (let round = 1; round <= Number(rounds); round += 1) {
      // Which of the two comes first changes with each round.
      const order = round % 2 ? [false, true] : [true, false];
      const pair = {};
      for (const isStorm of order) {
        const storm = isStorm ? await startStorm(product.address, others) : undefined;
        const times = await readFor(read, ROUND_MS);
        pair[isStorm ? 'storm' : 'calm'] = summarize(times, await storm?.stop());
      }
      results.push({ round, ...pair, ratioOfP99: pair.storm.p99Ms / pair.calm.p99Ms });
    }
  } finally {
    asker.close();
    await product.stop();
  }
  console.table(
    results.map(({ round, calm, storm, ratioOfP99 }) => ({
      round,
      'reads, calm': calm.reads,
      'reads, storm': storm.reads,
      'median ms, calm': calm.medianMs.toFixed(2),
      'median ms, storm': storm.medianMs.toFixed(2),
      'p99 ms, calm': calm.p99Ms.toFixed(2),
      'p99 ms, storm': storm.p99Ms.toFixed(2),
      'p99, times': ratioOfP99.toFixed(2),
      'sign-ins by status': JSON.stringify(storm.signIns),
    })),
  );
  const middle = median(results.map(({ ratioOfP99 }) => ratioOfP99));
  console.log(
    `\nWith ${AT_ONCE} signing in at once the p99 of a read is ${middle.toFixed(2)} times what it is without (median of ${results.length} rounds).`,
  );
  save('storm', { atOnce: AT_ONCE, roundMs: ROUND_MS, rounds: results, medianRatioOfP99: middle });
  return 0;
}

/** Checked once: what is measured is the enrolment, and not a refusal. */
async function readerOf(asker, { accessToken }) {
  const headers = { authorization: `Bearer ${accessToken}` };
  await expectStatus(
    asker.ask('PUT', '/api/me/enrolments/backend', { body: {}, headers }),
    201,
    'following the roadmap',
  );
  const enrolment = await expectStatus(asker.ask('GET', '/api/me/enrolments/backend', { headers }), 200, 'reading it');
  if (Object.keys(enrolment.topics).length < 10) throw new Error('the enrolment has hardly a topic');
  return async () => {
    const { status, ms } = await asker.ask('GET', '/api/me/enrolments/backend', { headers });
    if (status !== 200) throw new Error(`reading answered ${status}`);
    return ms;
  };
}

async function readFor(read, durationMs) {
  const times = [];
  const end = performance.now() + durationMs;
  while (performance.now() < end) times.push(await read());
  return times;
}

function summarize(times, signIns) {
  return {
    reads: times.length,
    medianMs: median(times),
    p99Ms: quantile(times, 0.99),
    maxMs: Math.max(...times),
    signIns,
  };
}

async function startStorm(address, members) {
  const worker = new Worker(new URL('./lib/storm-worker.mjs', import.meta.url), { workerData: { address, members } });
  await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  return {
    stop() {
      worker.postMessage('stop');
      return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
    },
  };
}
