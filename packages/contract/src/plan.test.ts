import { expect, it } from 'vitest';
import { Plan } from './index.js';

const plan = (more: object) => ({ hoursPerWeek: 6, daysPerWeek: 3, targetDate: null, pauses: [], ...more });
const pauses = (...given: [string, string | null][]) => ({ pauses: given.map(([from, to]) => ({ from, to })) });
it.each([
  [{}, true],
  [{ hoursPerWeek: 80, daysPerWeek: 7, targetDate: '2028-02-29', hideEstimates: true }, true],
  [{ hoursPerWeek: 0 }, false],
  [{ hoursPerWeek: Number.NaN }, false],
  [{ daysPerWeek: 2.5 }, false],
  [{ daysPerWeek: 8 }, false],
  [{ targetDate: '2027-02-29' }, false],
  [pauses(['2026-12-20', '2026-12-20']), true],
  [pauses(['2027-05-01', null], ['2026-12-20', '2027-01-03']), true],
  [pauses(['2026-12-20', '2026-12-19']), false],
  [pauses(['2026-12-20', '2027-01-03'], ['2027-01-03', '2027-01-04']), false],
  [pauses(['2026-12-20', null], ['2027-01-03', '2027-01-04']), false],
  [pauses(['2026-01-01', '2027-02-04']), true],
  [pauses(['2026-01-01', '2027-02-05']), false],
  [pauses(...Array.from({ length: 40 }, (_, i): [string, string] => [`${2000 + i}-01-01`, `${2000 + i}-01-02`])), true],
  [
    pauses(...Array.from({ length: 41 }, (_, i): [string, string] => [`${2000 + i}-01-01`, `${2000 + i}-01-02`])),
    false,
  ],
])('the plan %j: %s', (more, isTaken) =>
  expect(Plan.safeParse(plan({ hideEstimates: false, ...more })).success).toBe(isTaken),
);
