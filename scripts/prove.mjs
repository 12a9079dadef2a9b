// Proofs and measurements that take longer than a test: `npm run prove -- start [rounds] [seed]`, `bad-input`, `hostile`, `schemathesis`,
// `refresh`, `offline`, `roundtrip`, `figures`, `kill`, `record`, `lighthouse`.
// start: kills each process of `npm start` while four writers write, starts again, and compares what was acknowledged.
import { setTimeout as delay } from 'node:timers/promises';
import { createCrashWorld, VICTIMS } from './lib/crash-world.mjs';
import { compare, keepWriting, signUpMember } from './lib/keep-writing.mjs';
import { build, prepare } from './lib/prepare.mjs';
import { proveBadInput } from './lib/prove-bad-input.mjs';
import { proveFigures } from './lib/prove-figures.mjs';
import { proveHostile } from './lib/prove-hostile.mjs';
import { proveKill } from './lib/prove-kill.mjs';
import { proveLighthouse } from './lib/prove-lighthouse.mjs';
import { proveOffline } from './lib/prove-offline.mjs';
import { proveRecord } from './lib/prove-record.mjs';
import { proveRefresh } from './lib/prove-refresh.mjs';
import { proveRoundtrip } from './lib/prove-roundtrip.mjs';
import { proveSchemathesis } from './lib/prove-schemathesis.mjs';
import { explain } from './lib/steps.mjs';

const CASES = {
  start: proveStart,
  'bad-input': proveBadInput,
  hostile: proveHostile,
  schemathesis: proveSchemathesis,
  refresh: proveRefresh,
  offline: proveOffline,
  roundtrip: proveRoundtrip,
  figures: proveFigures,
  kill: proveKill,
  record: proveRecord,
  lighthouse: proveLighthouse,
};

const [name = '', ...rest] = process.argv.slice(2);
try {
  if (!CASES[name]) throw new Error(`there is no proof called "${name}"; there are ${Object.keys(CASES).join(', ')}`);
  await prepare({ dotEnv: false });
  await build();
  process.exit(await CASES[name](...rest));
} catch (error) {
  console.error(`\n${explain(error)}`);
  process.exit(1);
}

async function proveStart(rounds = '15', seed = '1') {
  const random = seeded(Number(seed));
  const world = await createCrashWorld();
  let failed = 0;
  try {
    const first = await world.start();
    console.log(`first start on an empty folder: ready after ${first.readyAfterMs} ms`);
    const member = await signUpMember(world.address);
    const all = { tried: new Set(), acknowledged: new Set() };
    for (let round = 1; round <= Number(rounds); round += 1) {
      const victim = VICTIMS[(round - 1) % VICTIMS.length];
      const result = await killOnce(world, member, all, { round, victim, afterMs: 50 + Math.floor(random() * 1500) });
      if (!result) failed += 1;
    }
    console.log(`a stop as by Ctrl-C took ${await world.stop()} ms, and left no process`);
  } finally {
    await world.remove();
  }
  console.log(`\n${Number(rounds) - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function killOnce(world, member, all, { round, victim, afterMs }) {
  await member.signIn();
  const writing = keepWriting(member, `r${round}`);
  await delay(afterMs);
  const before = await world.kill(victim);
  // Killed under a running server the database comes back by itself; of the rest nothing may stand in a start's way.
  const again = victim === 'mongod' ? await comesBack(member, round) : await endAndStart(world, writing);
  await writing.stop();
  for (const kind of ['tried', 'acknowledged']) for (const title of writing[kind]) all[kind].add(title);
  const { lost, doubled, foreign } = compare(await member.listTitles(), all);
  const isHeld = lost.length + doubled.length + foreign.length === 0;
  console.log(
    `${isHeld ? '✓' : '✗'} round ${round}: kill -9 ${victim} (${before[victim] ?? 'all four'}) after ${afterMs} ms, ` +
      `${writing.acknowledged.size} acknowledged of ${writing.tried.size}; ready again after ${again} ms; ` +
      `${lost.length} lost, ${doubled.length} doubled, ${foreign.length} that nobody wrote`,
  );
  return isHeld;
}

async function endAndStart(world, writing) {
  await writing.stop();
  return (await world.start()).readyAfterMs;
}

async function comesBack(member, round) {
  const begun = performance.now();
  while (performance.now() - begun < 60_000) {
    // A read, which leaves the record of what was written alone.
    const titles = await member.listTitles().catch(() => null);
    if (titles) return Math.round(performance.now() - begun);
    await delay(50);
  }
  throw new Error(`round ${round}: the database did not come back within 60 s`);
}

/** Mulberry32: the same seed kills at the same moments. */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
