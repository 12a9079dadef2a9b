import { proveMachines } from './prove-machines.mjs';

const FILES = ['refresh-machine', 'limiter', 'links-machine'];

/**
 * The machines of refresh tokens, of the limiter and of single-use links against their models, over the real database:
 * what `npm test` does some times, so many times. `[runs] [seed]`. Returns 1 when one of them does otherwise.
 */
export function proveRefresh(runs = '1000', seed = '41') {
  return proveMachines('refresh', FILES, runs, seed);
}
