import type { Roadmap } from './roadmaps.js';
import type { Way } from './way.rules.js';

/** So many done topics with logged time, before it says anything about those to come. */
const enoughTopics = 10;
/** A timer that ran over night, or a topic ticked off in a minute, must not turn the plan upside down. */
const leastRatio = 0.5;
const mostRatio = 3;

export function midHours(effort: { min: number; max: number }): number {
  return (effort.min + effort.max) / 2;
}

/**
 * Logged hours to estimated hours, of the done topics that have logged time: by how much the estimates are to be
 * corrected for this learner. 1 until there are ten such topics; never below a half nor above three. What was known
 * before day one says nothing, whatever was logged on it.
 */
export function effortRatio(roadmap: Roadmap, way: Way): number {
  const timed = roadmap.topics.filter(({ id }) => {
    const mark = way.topics[id];
    return mark?.state === 'done' && !mark.known && (way.minutes?.[id] ?? 0) > 0;
  });
  if (timed.length < enoughTopics) return 1;
  const logged = timed.reduce((total, { id }) => total + (way.minutes?.[id] ?? 0) / 60, 0);
  const estimated = timed.reduce((total, { effortHours }) => total + midHours(effortHours), 0);
  return Math.min(Math.max(logged / estimated, leastRatio), mostRatio);
}
