import fc from 'fast-check';
import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { findLink, makeLink, useLink } from '../src/features/credentials/links.js';
import { Link, type LinkKind } from '../src/features/credentials/links.model.js';
import { Problem } from '../src/http/problem.js';
import { howOften, timeFor } from './how-often.js';
import { day, hour, minute, startApp } from './start.js';

const app = await startApp();

/** As it is promised. */
const lifetimes = { verify: day, reset: 30 * minute, 'undo-email': 7 * day } as const;
const kinds = Object.keys(lifetimes) as (keyof typeof lifetimes)[];

interface Made {
  kind: keyof typeof lifetimes;
  account: number;
  token: string;
  until: number;
  isOver: boolean;
}

const kind = fc.constantFrom(...kinds);
const account = fc.nat({ max: 1 });
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('make' as const), kind, account }) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('use' as const),
        which: fc.nat({ max: 20 }),
        atOnce: fc.constantFrom(1, 1, 3, 10),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('use as' as const), which: fc.nat({ max: 20 }), kind }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('look' as const), which: fc.nat({ max: 20 }) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('advance' as const),
        ms: fc.constantFrom(1, 29 * minute, 30 * minute, 23 * hour, 6 * day),
      }),
    },
  ),
  { maxLength: 25, size: 'max' },
);

type Steps = typeof steps extends fc.Arbitrary<infer S> ? S : never;

/** To the millisecond, where chance seldom comes: the last moment of a link, and the first after it. */
const atTheEdge = kinds.flatMap((each) =>
  [lifetimes[each] - 1, lifetimes[each]].map((ms): [Steps] => [
    [
      { do: 'make', kind: each, account: 0 },
      { do: 'advance', ms },
      { do: 'use', which: 0, atOnce: 3 },
    ],
  ]),
);

const now = () => app.now();
const holds = (made: Made) => !made.isOver && made.until > now().getTime();

/** How many of `atOnce` got it; the others were told that it has ended. */
async function use(as: LinkKind, token: string, atOnce: number): Promise<number> {
  const results = await Promise.allSettled(Array.from({ length: atOnce }, () => useLink(as, token, now())));
  for (const result of results) {
    if (result.status === 'fulfilled') continue;
    expect(result.reason).toBeInstanceOf(Problem);
    expect(result.reason).toMatchObject({ code: 'link-ended' });
  }
  return results.filter(({ status }) => status === 'fulfilled').length;
}

/** The ones of a kind end together with its newest; each change of the address can be undone for itself. */
function endOthers(all: readonly Made[], { kind: of, account: whose }: Pick<Made, 'kind' | 'account'>): void {
  if (of === 'undo-email') return;
  for (const made of all) if (made.kind === of && made.account === whose) made.isOver = true;
}

it(
  'any sequence of making, following, using and waiting: a link works once, the newest only, and for its time',
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const accounts = [new mongoose.Types.ObjectId(), new mongoose.Types.ObjectId()];
        const all: Made[] = [];
        for (const step of sequence) {
          if (step.do === 'advance') app.advance(step.ms);
          if (step.do === 'make') {
            endOthers(all, step);
            const accountId = accounts[step.account] ?? null;
            const { token } = await makeLink({ kind: step.kind, accountId }, now());
            expect(all.map((made) => made.token)).not.toContain(token);
            expect(await Link.countDocuments({ _id: token }), 'the token itself is stored nowhere').toBe(0);
            const { kind: of, account: whose } = step;
            all.push({ kind: of, account: whose, token, until: now().getTime() + lifetimes[of], isOver: false });
          }
          const made = 'which' in step ? all[step.which % Math.max(1, all.length)] : undefined;
          if (!made) continue;
          if (step.do === 'look') {
            const found = await findLink(made.kind, made.token, now());
            expect(found !== undefined).toBe(holds(made));
            if (found) expect(String(found.accountId)).toBe(String(accounts[made.account]));
          }
          if (step.do === 'use') {
            expect(await use(made.kind, made.token, step.atOnce)).toBe(holds(made) ? 1 : 0);
            if (holds(made)) endOthers(all, made);
            made.isOver = true;
          }
          // One link is not another, and trying it does nothing to it.
          if (step.do === 'use as' && step.kind !== made.kind) expect(await use(step.kind, made.token, 1)).toBe(0);
        }
      }),
      { ...howOften, examples: atTheEdge },
    );
  },
  timeFor,
);
