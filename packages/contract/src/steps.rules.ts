import { indexTopics, type Unit, unitsLeft, unitsOf } from './progress.rules.js';
import type { Roadmap } from './roadmaps.js';
import type { Way } from './way.rules.js';

/** What a unit is called in a list of steps: its topic, or the choice that is still to be made. */
function stepId(unit: Unit): string {
  return unit.topicId ?? unit.choiceId ?? '';
}

/** For each of the units left: which of the others must come before it. */
function needsAmong(roadmap: Roadmap, left: readonly Unit[]): (id: string) => string[] {
  const topics = indexTopics(roadmap);
  const open = new Set(left.map(stepId));
  return (id) => topics.get(id)?.prerequisites.filter((each) => open.has(each)) ?? [];
}

/**
 * What to take next, topics and choices: what is being learned, then in walking order what stands open with its
 * prerequisites met, then what these lead to. Nothing that is not begun comes before what it needs.
 */
export function nextSteps(roadmap: Roadmap, way: Way, most = 3): string[] {
  const left = unitsLeft(unitsOf(roadmap, way));
  const needsOf = needsAmong(roadmap, left);
  const open = new Set(left.map(stepId));
  const learning = left.filter((unit) => unit.state === 'learning').map(stepId);
  const ready = left.map(stepId).filter((id) => needsOf(id).length === 0);
  const steps = new Set([...learning, ...ready]);
  while (steps.size < most) {
    const following = [...open].find((id) => !steps.has(id) && needsOf(id).every((each) => steps.has(each)));
    if (following === undefined) break;
    steps.add(following);
  }
  return [...steps].slice(0, most);
}

/**
 * Everything that is left, in the order in which it would be walked from here to the end: what is being learned, then
 * stage by stage, each with what it needs before it. Begins as `nextSteps` does.
 */
export function wayAhead(roadmap: Roadmap, way: Way): Unit[] {
  const left = unitsLeft(unitsOf(roadmap, way));
  const needsOf = needsAmong(roadmap, left);
  const isLearning = (unit: Unit) => unit.state === 'learning';
  const ahead = left.filter(isLearning);
  const placed = new Set(ahead.map(stepId));
  const waiting = left.filter((unit) => !isLearning(unit));
  while (waiting.length > 0) {
    // Roadmaps are checked to have no circle; if one had, its first would still be walked.
    const found = waiting.findIndex((unit) => needsOf(stepId(unit)).every((each) => placed.has(each)));
    const [unit] = waiting.splice(Math.max(found, 0), 1);
    if (!unit) break;
    placed.add(stepId(unit));
    ahead.push(unit);
  }
  return ahead;
}
