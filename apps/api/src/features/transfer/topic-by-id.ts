import type { Roadmap, Topic } from '@waymark/contract';

/** A topic by its id, or by the id that it had when the file was written. */
export function topicById(roadmap: Roadmap, id: string): Topic | undefined {
  const current = Object.hasOwn(roadmap.aliases, id) ? roadmap.aliases[id] : id;
  return roadmap.topics.find((topic) => topic.id === current);
}

export const noRoadmap = (slug: string) => `This Waymark has no roadmap “${slug}”`;
export const noTopic = (id: string) => `There is no topic “${id}” here`;
