import type { Change, Roadmap } from '@waymark/contract';
import { meetingsText } from './meetings.text';

const text = meetingsText.change;

/** What changed, in one sentence. A roadmap that is not here yet leaves its topic's id. */
export function changeSentence(change: Change, roadmap: Pick<Roadmap, 'topics'> | undefined): string {
  const { kind, from, to } = change;
  const topic = roadmap?.topics.find(({ id }) => id === change.topicId)?.title ?? change.topicId;
  const project = change.project?.title ?? text.something;
  if (kind === 'topic') return text.topic(topic ?? text.something, from, to);
  if (kind === 'proof') return text.proof(topic ?? text.something, to);
  if (kind === 'project') return text.project(project, from, to);
  if (kind === 'review-asked') return text.asked(project);
  if (kind === 'review-answered') return text.answered(project, to);
  if (kind === 'came-back') return text.cameBack;
  return text.attention(to, change.project?.title ?? topic ?? text.something);
}

/** Where it can be looked at; `null`: nowhere but here. */
export function changePlace({ reviewId, topicId }: Change, roadmap: string): string | null {
  if (reviewId) return `/reviews/${reviewId}`;
  return topicId ? `/roadmaps/${roadmap}/topics/${topicId}` : null;
}
