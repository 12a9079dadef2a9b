import type { Change, Roadmap } from '@waymark/contract';
import { meetingsText } from './meetings.text';

const text = meetingsText.change;

/** What changed, in one sentence. A roadmap that is not here yet leaves its topic's id. */
export function changeSentence(change: Change, roadmap: Pick<Roadmap, 'topics'> | undefined): string {
  const { kind, from, to } = change;
  const topic = roadmap?.topics.find(({ id }) => id === change.topicId)?.title ?? change.topicId;
  const project = change.project?.title ?? text.something;
  const title = topic ?? text.something;
  if (kind === 'topic') return text.topic(title, from, to);
  if (kind === 'proof') return text.proof(title, to);
  if (kind === 'comment') return text.comment(title, to);
  if (kind === 'note') return text.note(title, to);
  if (kind === 'help') return text.help(change.project?.title ?? title);
  if (kind === 'project') return text.project(project, from, to);
  if (kind === 'review-asked') return text.asked(project);
  if (kind === 'review-answered') return text.answered(project, to);
  if (kind === 'came-back') return text.cameBack;
  return text.attention(to, change.project?.title ?? title);
}

/** Where the mentor can look at it: the review, or the topic on the learner’s way. `null`: nowhere but here. */
export function changePlace({ reviewId, topicId }: Change, way: { learnerId: string; slug: string }): string | null {
  if (reviewId) return `/reviews/${reviewId}`;
  return topicId ? `/mentoring/learners/${way.learnerId}?roadmap=${way.slug}&topic=${topicId}` : null;
}
