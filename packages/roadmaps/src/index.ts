import { readdirSync } from 'node:fs';
import type { Roadmap } from '@waymark/contract';
import { loadRoadmap } from './load-roadmap.js';

export { checkRoadmap } from './check-roadmap.js';
export { ContentError, loadRoadmap } from './load-roadmap.js';

/** Beside both `src/` and `dist/`. */
const content = new URL('../content/', import.meta.url);

/**
 * The roadmaps that Waymark ships, by slug. Reads the disk each time: call it once, at the start.
 * @throws ContentError naming the file and the field that is wrong.
 */
export function loadRoadmaps(): ReadonlyMap<string, Roadmap> {
  const folders = readdirSync(content, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).toSorted();
  const roadmaps = names.map((name) => loadRoadmap(new URL(`${name}/`, content)));
  return new Map(roadmaps.map((roadmap) => [roadmap.slug, roadmap]));
}
