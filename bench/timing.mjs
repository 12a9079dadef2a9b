import { startForTest } from '../scripts/lib/start-for-test.mjs';
import { createAsker, expectStatus } from './lib/ask.mjs';
import { newEmail, password, signUpMany } from './lib/members.mjs';
import { makeMutant } from './lib/mutant.mjs';
import { save } from './lib/save.mjs';
import { aucOf, median, quantile, shuffled } from './lib/statistics.mjs';

/** What an observer may be worth: guessing is 0.5, and three standard errors of 300 against 300 are 0.07. */
const LEAST = 0.43;
const MOST = 0.57;
const MUTANT_AT_LEAST = 0.95;
const KNOWN = 60;
const WARM_UP = 20;

/** Asks a question about an address, in the way of each flow that must not tell who is a member. */
const FLOWS = {
  'sign-in': (asker, email) => asker.ask('POST', '/api/sessions', { body: { email, password: 'not the password' } }),
  'password reset': (asker, email) => asker.ask('POST', '/api/password-resets', { body: { email } }),
};

/** The comparison with nobody's hash is what hides that there is none. */
const withoutDummyHash = {
  file: 'features/accounts/sign-in.js',
  find: /await isPassword\(password, before \?\? \(await dummy\), pepper\)/,
  replace: 'before !== undefined && (await isPassword(password, before, pepper))',
};

/**
 * Can an observer tell from the time of an answer whether an address is a member's? Known and unknown ones in a random
 * order, over HTTP from another process. Returns 1 when they can, or when a build without the dummy hash goes unnoticed.
 */
export async function benchTiming(tries = '300') {
  const rounds = [];
  await onProduct({}, async (asker, known) => {
    await checkAnswers(asker, known[0]);
    for (const [flow, ask] of Object.entries(FLOWS))
      rounds.push(await compare('as built', flow, ask, asker, known, Number(tries)));
  });
  const mutant = makeMutant(withoutDummyHash);
  try {
    await onProduct({ entry: mutant.entry }, async (asker, known) => {
      rounds.push(await compare('without the dummy hash', 'sign-in', FLOWS['sign-in'], asker, known, Number(tries)));
    });
  } finally {
    mutant.remove();
  }
  const judged = rounds.map((round) => ({ ...round, isHeld: judge(round) }));
  console.table(
    judged.map(({ build, flow, tries: count, known, unknown, auc, isHeld }) => ({
      build,
      flow,
      tries: count,
      'known, median ms': known.medianMs.toFixed(2),
      'unknown, median ms': unknown.medianMs.toFixed(2),
      'AUC of an observer': auc.toFixed(3),
      wanted: build === 'as built' ? `${LEAST}–${MOST}` : `caught: ≥ ${MUTANT_AT_LEAST}`,
      holds: isHeld,
    })),
  );
  save('timing', { rounds: judged });
  const failed = judged.filter(({ isHeld }) => !isHeld).length;
  console.log(`\n${judged.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function judge({ build, auc }) {
  return build === 'as built' ? auc >= LEAST && auc <= MOST : Math.max(auc, 1 - auc) >= MUTANT_AT_LEAST;
}

async function onProduct(launch, work) {
  const product = await startForTest({
    log: 'bench-timing',
    ...launch,
    // The cost of a password as it is where nobody says otherwise; the limits far away.
    env: { WAYMARK_BCRYPT_COST: '', WAYMARK_RATE_LIMIT_FACTOR: '100000', WAYMARK_LOG_LEVEL: 'error' },
  });
  const asker = createAsker(product.address);
  try {
    await work(
      asker,
      (await signUpMany(asker, KNOWN)).map(({ email }) => email),
    );
  } finally {
    asker.close();
    await product.stop();
  }
}

/** A flow that answers wrongly, or that does nothing for a member, would pass easily. */
async function checkAnswers(asker, known) {
  const strip = ({ status, text }) => JSON.stringify([status, text.replace(/"requestId":"[^"]*"/, '')]);
  for (const [flow, ask] of Object.entries(FLOWS)) {
    const [ofKnown, ofUnknown] = [await ask(asker, known), await ask(asker, newEmail())];
    if (strip(ofKnown) !== strip(ofUnknown))
      throw new Error(`${flow}: the answers differ: ${strip(ofKnown)}, ${strip(ofUnknown)}`);
    const wanted = flow === 'sign-in' ? 401 : 202;
    if (ofKnown.status !== wanted) throw new Error(`${flow} answered ${ofKnown.status}, not ${wanted}`);
  }
  await expectStatus(asker.ask('POST', '/api/sessions', { body: { email: known, password } }), 201, 'signing in');
  await untilLetter(asker, known);
}

async function untilLetter(asker, address) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const { items } = await expectStatus(asker.ask('GET', '/api/mailbox?limit=100'), 200, 'the mailbox');
    if (items.some(({ to }) => to === address)) return;
    if (Date.now() > deadline) throw new Error('no letter for a member who asked for a link within 20 s');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function compare(build, flow, ask, asker, known, tries) {
  const plan = shuffled([...Array(tries).fill(true), ...Array(tries).fill(false)]);
  for (let i = 0; i < WARM_UP; i += 1) await ask(asker, i % 2 ? newEmail() : known[i % known.length]);
  const times = { known: [], unknown: [] };
  const unknown = known.map(newEmail);
  const { status: wanted } = await ask(asker, newEmail());
  for (const isKnown of plan) {
    const side = isKnown ? 'known' : 'unknown';
    const pool = isKnown ? known : unknown;
    const { status, ms } = await ask(asker, pool[times[side].length % pool.length]);
    if (status !== wanted) throw new Error(`${flow} answered ${status} instead of ${wanted}`);
    times[side].push(ms);
  }
  const summary = (values) => ({ medianMs: median(values), p99Ms: quantile(values, 0.99), values });
  const { known: seen, unknown: unseen } = times;
  return { build, flow, tries, known: summary(seen), unknown: summary(unseen), auc: aucOf(seen, unseen) };
}
