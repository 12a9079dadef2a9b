import type { Brief, Enrolment, ProjectCard, Roadmap } from '@waymark/contract';

/** The brief, not taken up yet, that would show most of what is done and not shown; `null` when none shows any. */
export function buildNext(
  roadmap: Roadmap,
  enrolment: Enrolment,
  projects: readonly ProjectCard[],
): { brief: Brief; shows: number } | null {
  const taken = new Set(projects.map((project) => project.briefId));
  const isUnshown = (id: string) => enrolment.topics[id]?.proof === 'learned';
  let best: { brief: Brief; shows: number } | null = null;
  for (const brief of roadmap.briefs) {
    const shows = brief.covers.filter(isUnshown).length;
    if (!taken.has(brief.id) && shows > (best?.shows ?? 0)) best = { brief, shows };
  }
  return best;
}
