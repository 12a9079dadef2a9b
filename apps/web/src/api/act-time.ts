/** How far the server's clock is ahead of this device's, in milliseconds, where that is more than the network explains. */
let ahead = 0;
let last = 0;
const tellingMs = 3000;

/** What the server's `Date` header says, in whole seconds. */
export function hearServerTime(header: string | null): void {
  if (!header) return;
  const by = Date.parse(header) + 500 - Date.now();
  ahead = Math.abs(by) > tellingMs ? by : 0;
}

/**
 * When what is done now was done: by the server's clock, as far as it is known; after everything done before on this
 * page, and after `known`, what its learner saw when they did it.
 */
export function actTime(known = 0): string {
  last = Math.max(Date.now() + ahead, last + 1, known + 1);
  return new Date(last).toISOString();
}
