import type { Roadmap, Topic } from '@waymark/contract';
import { Problem } from '../../http/problem.js';

/** A topic by its id, or by the id that it had before it was renamed. */
export function findTopic(roadmap: Roadmap, id: string): Topic | undefined {
  const current = Object.hasOwn(roadmap.aliases, id) ? roadmap.aliases[id] : id;
  return roadmap.topics.find((topic) => topic.id === current);
}

/** As `findTopic`, or `not-found`. */
export function getTopic(roadmap: Roadmap, id: string): Topic {
  const topic = findTopic(roadmap, id);
  if (!topic) throw new Problem('not-found');
  return topic;
}
