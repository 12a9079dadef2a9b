import { generateKeyPairSync, sign } from 'node:crypto';
import { installValidator } from './record/install.mjs';
import { createJudge } from './record/judge.mjs';
import { createConfirmed, makeRecord } from './record/world.mjs';
import { startForTest } from './start-for-test.mjs';
import { step } from './steps.mjs';

/**
 * A signed record in the hands of software that knows nothing of Waymark: openbadgeslib takes it, the JSON Schema of 1EdTech
 * and the contexts that it names have no complaint; with any one character changed it is refused. Returns 1 where not.
 */
export async function proveRecord() {
  const validator = await step('openbadgeslib', installValidator);
  const product = await startForTest({ log: 'record', env: { WAYMARK_RATE_LIMIT_FACTOR: '100000' } });
  const judge = createJudge(validator);
  const results = [];
  const expectThat = (what, isHeld, why = '') => {
    results.push(isHeld);
    console.log(`${isHeld ? '✓' : '✗'} ${what}${isHeld || !why ? '' : `: ${why}`}`);
  };
  try {
    const learner = await createConfirmed(product.address);
    const record = await makeRecord(product.address, learner);
    const ask = (how, token = record.signed) => judge.ask({ token, jwk: record.jwk, how });
    for (const [how, what] of ways) {
      const found = await ask(how);
      expectThat(what, found.length === 0, found.join('; '));
    }
    const { tried, taken } = await changeEach(record.signed, (token) => ask('proof', token));
    expectThat(`each of its ${tried} characters changed, one at a time: refused`, taken.length === 0, taken.join(', '));
    for (const [what, token] of forgeries(record.signed)) {
      expectThat(`${what}: refused`, (await ask('proof', token)).length > 0);
    }
    expectThat('untouched after all that: accepted', (await ask('proof')).length === 0);
    const other = await makeRecord(product.address, learner);
    const standing = async ({ signed, jwk }) => (await judge.ask({ token: signed, jwk, how: 'status' })).join('; ');
    expectThat('by the list that it names it stands', (await standing(record)) === '', await standing(record));
    await learner.call('POST', `/api/me/records/${record.key}/withdraw`);
    const why = await standing(record);
    expectThat('taken back: refused, and for that', why.includes("'revocation' is set"), why);
    expectThat('another of the same learner: accepted', (await standing(other)) === '', await standing(other));
  } finally {
    judge.end();
    await product.stop();
  }
  const failed = results.filter((isHeld) => !isHeld).length;
  console.log(`\n${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

const ways = [
  ['proof', 'openbadgeslib accepts the record'],
  ['schema', 'the JSON Schema of 1EdTech accepts it'],
  ['terms', 'its contexts define every word in it'],
];

/** Which places could be changed without its being noticed. */
async function changeEach(signed, ask) {
  const taken = [];
  for (let place = 0; place < signed.length; place += 1) {
    const other = signed[place] === 'A' ? 'B' : 'A';
    const found = await ask(`${signed.slice(0, place)}${other}${signed.slice(place + 1)}`);
    if (found.length === 0) taken.push(place);
  }
  return { tried: signed.length, taken };
}

/** What somebody would make of it who wants to be believed: each is a whole token. */
function forgeries(signed) {
  const [head, body, signature] = signed.split('.');
  const write = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  const changed = (from, to) => {
    const words = Buffer.from(body, 'base64url').toString();
    if (!words.includes(from)) throw new Error(`the record does not say "${from}"`);
    return `${head}.${write(words.replace(from, to))}.${signature}`;
  };
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { kty, n, e } = publicKey.export({ format: 'jwk' });
  const header = JSON.parse(Buffer.from(head, 'base64url'));
  const own = `${write({ ...header, jwk: { kty, n, e } })}.${body}`;
  return [
    ['another learner’s name in it', changed('Léa', 'Eva')],
    ['one more topic in it', changed('2 topics', '3 topics')],
    ['signed by nobody', `${write({ ...header, alg: 'none' })}.${body}.`],
    [
      'signed with a key that it brings along',
      `${own}.${sign('sha256', Buffer.from(own), privateKey).toString('base64url')}`,
    ],
    ['a signature cut short', signed.slice(0, -4)],
    ['without a signature', `${head}.${body}.`],
  ];
}
