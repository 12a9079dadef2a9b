import { proveMachines } from './prove-machines.mjs';

/**
 * Random histories of learners, over the real database: their home, map and letter, and their mentor's page, roster, file,
 * cohort and letter say the same of each. What `npm test` does with two dozen. `[histories] [seed]`. Returns 1 when one
 * place says something else.
 */
export function proveFigures(histories = '1000', seed = '43') {
  return proveMachines('figures', ['figures'], histories, seed, `${histories} histories, told in seven places`);
}
