import type { Enrolment } from '@waymark/contract';
import type { MarkKind } from '../../ui/mark';

export function markOf(enrolment: Enrolment, topicId: string): MarkKind {
  const topic = enrolment.topics[topicId];
  if (!topic) return 'not_started';
  return topic.state === 'done' ? (topic.proof ?? 'learned') : topic.state;
}
