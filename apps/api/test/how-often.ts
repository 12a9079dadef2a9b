/**
 * For properties over the real database: a few runs in `npm test`, many by `npm run prove -- refresh`. The same seed
 * makes the same sequences; a failure names it, with the shortest sequence that fails.
 */
export const howOften = {
  numRuns: Number(process.env.WAYMARK_PROVE_RUNS ?? 20),
  seed: Number(process.env.WAYMARK_PROVE_SEED ?? 40),
  endOnFailure: false,
};

/** Milliseconds for so many runs, of which one takes a second at the very most. */
export const timeFor = 60_000 + howOften.numRuns * 1000;
