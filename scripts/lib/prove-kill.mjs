import { proveMachines } from './prove-refresh.mjs';

/**
 * Each act of a review in a process that dies before one of its commands to the database: after one retry it is done, once,
 * everywhere. `[kills of each act] [seed]`. Returns 1 when a part is left, or something is doubled.
 */
export function proveKill(kills = '20', seed = '61') {
  return proveMachines('kill', ['kill-machine'], kills, seed);
}
