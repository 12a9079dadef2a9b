import type { Roadmap } from '@waymark/contract';
import type { Said } from '../../http/page-head.js';

/** A text's Markdown as the words that it says. */
function plainly(markdown: string): string {
  return markdown
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#>]/g, '');
}

/** What the map of a roadmap says of itself, or one topic of it; `undefined` where there is none. */
export function roadmapHead(roadmap: Roadmap | undefined, topicId: string | undefined): Said | undefined {
  if (!roadmap) return undefined;
  if (topicId === undefined) {
    return { title: roadmap.title, description: plainly(roadmap.summary), kind: 'article', isListed: true };
  }
  const topic = roadmap.topics.find(({ id }) => id === (roadmap.aliases[topicId] ?? topicId));
  if (!topic) return undefined;
  const title = `${topic.title}, ${roadmap.title}`;
  return { title, description: plainly(topic.text), kind: 'article', isListed: true };
}
