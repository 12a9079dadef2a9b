import { proveMachines } from './prove-machines.mjs';

/**
 * Random learners leave with everything and come back, over the real database: what `npm test` does some times, so many
 * times. `[accounts] [seed]`. Returns 1 when one of them is not the same afterwards.
 */
export function proveRoundtrip(accounts = '250', seed = '41') {
  // One account is as much work as four sequences of the other proofs.
  const runs = String(Number(accounts) * 4);
  return proveMachines('roundtrip', ['roundtrip'], runs, seed, `${accounts} accounts out and back`);
}
