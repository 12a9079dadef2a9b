import { proveMachines } from './prove-machines.mjs';

/**
 * Two devices with the outbox of the web client against the real API: sequences of acts, lost connections, reloads and
 * wrong clocks. `[runs] [seed]`. Returns 1 when something is lost, doubled or out of order.
 */
export function proveOffline(runs = '10000', seed = '51') {
  return proveMachines('offline', ['offline-machine'], runs, seed);
}
