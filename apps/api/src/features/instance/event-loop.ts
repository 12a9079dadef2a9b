import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between two looks; the histogram counts them in. */
const resolution = 20;
const halfMinuteMs = 30_000;

let histogram: IntervalHistogram | undefined;
let before = 0;

const longest = () => (histogram && histogram.max > 0 ? Math.max(0, histogram.max / 1e6 - resolution) : 0);

/** Begins to watch how long the event loop is held up; does nothing where it is watched already. */
export function watchEventLoop(): void {
  if (histogram) return;
  histogram = monitorEventLoopDelay({ resolution });
  histogram.enable();
  setInterval(() => {
    before = longest();
    histogram?.reset();
  }, halfMinuteMs).unref();
}

/** The longest of the last minute or of what has passed of it, in milliseconds. */
export function longestDelayMs(): number {
  return Math.round(Math.max(before, longest()) * 10) / 10;
}
