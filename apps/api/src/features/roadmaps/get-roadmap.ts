import type { Roadmap } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';

export function getRoadmap(deps: Pick<Deps, 'roadmaps'>, slug: string): Roadmap {
  const roadmap = deps.roadmaps.get(slug);
  if (!roadmap) throw new Problem('not-found');
  return roadmap;
}
