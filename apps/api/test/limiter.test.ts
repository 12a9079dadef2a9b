import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLimiter } from '../src/http/limits.js';
import { Problem } from '../src/http/problem.js';
import { howOften, timeFor } from './how-often.js';
import { startApp } from './start.js';

const app = await startApp();
let made = 0;

/** Two API processes on one database, and a key that nobody had before. */
function twoProcesses(tries: number) {
  made += 1;
  const name = `limiter-${process.pid}-${made}`;
  const both = [0, 1].map(() =>
    createLimiter({ connection: app.deps.connection, env: { rateLimitFactor: 1 } }, name, tries, 900),
  );
  return (which: number) => both[which % 2] as (typeof both)[number];
}

/** `true` when it passed; a refusal is a 429 that says when to come back. */
async function passes(taking: Promise<void>): Promise<boolean> {
  try {
    await taking;
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    const headers = { 'Retry-After': expect.stringMatching(/^\d+$/) };
    expect(error).toMatchObject({ code: 'too-many-requests', more: { headers } });
    return false;
  }
}

const rounds = fc.array(fc.array(fc.nat({ max: 1 }), { minLength: 1, maxLength: 15, size: 'max' }), {
  minLength: 1,
  maxLength: 4,
});

it(
  'lets exactly as many pass as it says, however they come and whichever process they come to',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 8 }), rounds, async (tries, each) => {
        const limiter = twoProcesses(tries);
        let passed = 0;
        for (const atOnce of each) {
          const results = await Promise.all(atOnce.map((which) => passes(limiter(which).take('key'))));
          passed += results.filter(Boolean).length;
        }
        expect(passed).toBe(Math.min(tries, each.flat().length));
        expect(await passes(limiter(0).take('another key')), 'nobody else is held up').toBe(true);
      }),
      howOften,
    );
  },
  timeFor,
);

const acts = fc.array(fc.constantFrom('take', 'take', 'take', 'take', 'give back', 'forget'), {
  maxLength: 30,
  size: 'max',
});

it(
  'lets pass at most what was taken back beside, and begins anew once it has forgotten',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), acts, async (tries, sequence) => {
        const limiter = twoProcesses(tries);
        let left = tries;
        for (const [i, act] of sequence.entries()) {
          if (act === 'forget') {
            await limiter(i).forget('key');
            left = tries;
          }
          // Only a try that was counted is given back.
          if (act === 'give back' && left < tries) {
            await limiter(i).giveBack('key');
            left += 1;
          }
          if (act === 'take') {
            const hasPassed = await passes(limiter(i).take('key'));
            if (hasPassed) {
              expect(left, `${i}: one too many`).toBeGreaterThan(0);
              left -= 1;
            }
          }
        }
      }),
      howOften,
    );
  },
  timeFor,
);
