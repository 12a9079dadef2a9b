import { endpoints, type Roadmap, type RoadmapCard, type roadmaps, unitsOf } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { pageOfAll } from '../../http/cursor.js';
import { Precompressed } from '../../http/precompressed.js';
import { Problem } from '../../http/problem.js';
import type { Handlers } from '../../http/route.js';

const nothingDone = { choices: {}, topics: {} };

function cardOf(roadmap: Roadmap): RoadmapCard {
  const units = unitsOf(roadmap, nothingDone);
  const sum = (end: 'min' | 'max') => units.reduce((total, unit) => total + unit.effortHours[end], 0);
  return {
    slug: roadmap.slug,
    version: roadmap.version,
    title: roadmap.title,
    summary: roadmap.summary,
    stages: roadmap.stages.length,
    topics: roadmap.topics.length,
    requiredTopics: units.length,
    effortHours: { min: sum('min'), max: sum('max') },
    briefs: roadmap.briefs.length,
  };
}

export function roadmapsHandlers(deps: Deps): Handlers<typeof roadmaps> {
  const cards = [...deps.roadmaps.values()].map(cardOf);
  // A roadmap never changes while the process runs, so it is checked and written out once.
  const written = new Map(
    [...deps.roadmaps].map(([slug, roadmap]) => [slug, new Precompressed(endpoints.readRoadmap.answer.parse(roadmap))]),
  );
  return {
    async listRoadmaps({ query }) {
      return pageOfAll(cards, query, (card) => card.slug);
    },
    async readRoadmap({ params }) {
      const roadmap = written.get(params.slug);
      if (!roadmap) throw new Problem('not-found');
      return roadmap;
    },
  };
}
