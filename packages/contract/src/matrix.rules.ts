import { isOnTheWay } from './choices.rules.js';
import type { ProjectCard } from './projects.js';
import { showsItsTopics } from './projects.rules.js';
import type { Brief, Roadmap } from './roadmaps.js';
import { coversTopic } from './skills.rules.js';
import type { Way } from './way.rules.js';

type Named = Readonly<{ roadmap: string; topicId: string }>;

/** What the matrix needs of a project. `met`: the topics on which its latest verdict is `met`, and their skills. */
export type MatrixProject = Pick<
  ProjectCard,
  'id' | 'build' | 'repoUrl' | 'demoUrl' | 'covers' | 'skills' | 'briefId'
> & {
  met: { covers: readonly Named[]; skills: readonly string[] };
};

/** What a project does for a topic: it is named only (`covers`), it shows it, or a mentor confirmed it by this project. */
export type Cell = 'covers' | 'shown' | 'confirmed';

/** `null`: it has nothing to do with the topic. What is not done is shown by nothing yet. */
export function cellOf(roadmap: Roadmap, way: Way, topicId: string, project: MatrixProject): Cell | null {
  const topic = roadmap.topics.find(({ id }) => id === topicId);
  if (!topic || !coversTopic(project, roadmap.slug, topic)) return null;
  if (way.topics[topicId]?.state !== 'done' || !showsItsTopics(project)) return 'covers';
  return coversTopic(project.met, roadmap.slug, topic) ? 'confirmed' : 'shown';
}

/** The topics on the learner's way that no project has anything to do with, in the order in which the roadmap lists them. */
export function emptyRows(roadmap: Roadmap, way: Way, projects: readonly MatrixProject[]): string[] {
  return roadmap.topics
    .filter(({ id }) => isOnTheWay(roadmap, way.choices, id) && way.topics[id]?.state !== 'skipped')
    .filter((topic) => !projects.some((project) => coversTopic(project, roadmap.slug, topic)))
    .map(({ id }) => id);
}

export interface ProposedBrief {
  brief: Brief;
  /** The empty rows that it would fill, and those of them that are done: what can be built at once. */
  fills: string[];
  learned: string[];
}

/**
 * The brief that covers most of the empty rows; of those that cover as many, the one of which most is learned, then the
 * one that takes the fewest hours. One that a project answers already is not proposed, nor one that fills nothing.
 */
export function proposeBrief(roadmap: Roadmap, way: Way, projects: readonly MatrixProject[]): ProposedBrief | null {
  const empty = new Set(emptyRows(roadmap, way, projects));
  const taken = new Set(projects.map(({ briefId }) => briefId));
  const proposals = roadmap.briefs
    .filter(({ id }) => !taken.has(id))
    .map((brief) => {
      const fills = brief.covers.filter((id) => empty.has(id));
      return { brief, fills, learned: fills.filter((id) => way.topics[id]?.state === 'done') };
    })
    .filter(({ fills }) => fills.length > 0);
  const [best] = proposals.toSorted(
    (a, b) =>
      b.fills.length - a.fills.length ||
      b.learned.length - a.learned.length ||
      a.brief.effortHours.max - b.brief.effortHours.max,
  );
  return best ?? null;
}
