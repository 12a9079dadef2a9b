import { indexTopics, type Unit, unitsLeft, unitsOf, type Way } from './progress.rules.js';
import type { Roadmap } from './roadmaps.js';

/**
 * What to take next, topics and choices: what is being learned, then in walking order what stands open with its
 * prerequisites met, then what these lead to. Nothing that is not begun comes before what it needs.
 */
export function nextSteps(roadmap: Roadmap, way: Way, most = 3): string[] {
  const topics = indexTopics(roadmap);
  const left = unitsLeft(unitsOf(roadmap, way));
  const idOf = (unit: Unit) => unit.topicId ?? unit.choiceId ?? '';
  const open = new Set(left.map(idOf));
  const needsOf = (id: string) => topics.get(id)?.prerequisites.filter((each) => open.has(each)) ?? [];
  const learning = left.filter((unit) => unit.state === 'learning').map(idOf);
  const ready = left.map(idOf).filter((id) => needsOf(id).length === 0);
  const steps = new Set([...learning, ...ready]);
  while (steps.size < most) {
    const following = [...open].find((id) => !steps.has(id) && needsOf(id).every((each) => steps.has(each)));
    if (following === undefined) break;
    steps.add(following);
  }
  return [...steps].slice(0, most);
}
