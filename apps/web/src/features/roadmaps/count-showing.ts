import type { ProjectCard, Roadmap, Topic } from '@waymark/contract';
import { coversTopic, showsItsTopics } from '@waymark/contract/rules';

/** How many of these projects show a topic of this roadmap, also by a skill that they cover elsewhere. */
export function countShowing({ slug, topics }: Roadmap, projects: readonly ProjectCard[]): ReadonlyMap<string, number> {
  const showing = projects.filter(showsItsTopics);
  const count = (topic: Topic) => showing.filter((project) => coversTopic(project, slug, topic)).length;
  return new Map(topics.map((topic) => [topic.id, count(topic)] as const).filter(([, shown]) => shown > 0));
}
