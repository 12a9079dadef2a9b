import { createViteServer } from 'vitest/node';
import { loadRoadmaps } from '../packages/roadmaps/dist/index.js';
import { save } from './lib/save.mjs';
import { median, quantile } from './lib/statistics.mjs';

const mostMs = 50;
const typed = [
  'r',
  're',
  'rest',
  'authentication',
  'autentication',
  'relatonal databses',
  'café',
  'mongo driver',
  'zzzz',
];

/** How long "find anything" takes to answer on every roadmap that is shipped, and how long its index takes to make. */
export async function benchFind(tries = '200') {
  const vite = await createViteServer({
    configFile: false,
    root: new URL('../apps/web/', import.meta.url).pathname,
    server: { middlewareMode: true, ws: false, watch: null },
    appType: 'custom',
    logLevel: 'error',
  });
  try {
    const { indexPlaces } = await vite.ssrLoadModule('/src/shell/find-index.ts');
    const { pagesFor, placesOf } = await vite.ssrLoadModule('/src/shell/places.ts');
    const roadmaps = [...loadRoadmaps().values()];
    const places = [...pagesFor({ isMember: true, isOwner: true }), ...roadmaps.flatMap(placesOf)];
    const begun = performance.now();
    const find = indexPlaces(places);
    const indexMs = performance.now() - begun;
    if (find('rest')[0]?.title !== 'REST') throw new Error('it does not find REST first');
    const times = typed.map((sought) => ({ sought, ...timesOf(Number(tries), () => find(sought)) }));
    for (const { sought, half, most } of times)
      console.log(`${sought.padEnd(20)} ${half.toFixed(2)} ms, 95 of 100 under ${most.toFixed(2)} ms`);
    const worst = Math.max(...times.map(({ most }) => most));
    console.log(`${places.length} places, indexed in ${indexMs.toFixed(0)} ms; slowest answer ${worst.toFixed(2)} ms`);
    await save('find', { places: places.length, indexMs, times });
    return worst < mostMs ? 0 : 1;
  } finally {
    await vite.close();
  }
}

/** The median, and what 95 of 100 tries stay under: the rest is what else the machine does. */
function timesOf(tries, act) {
  const times = Array.from({ length: tries }, () => {
    const begun = performance.now();
    act();
    return performance.now() - begun;
  });
  return { half: median(times), most: quantile(times, 0.95) };
}
