import { common } from '../../text/common.text';
import type { MarkKind } from '../../ui/mark';
import { roadmapText } from './roadmaps.text';
import type { TopicNode } from './way-view';

const text = roadmapText.map;
const mostNames = 2;

/** A node in words for those who hear it: what is seen, in that order, then its mark. */
export function labelOf(title: string, mark: MarkKind, ...seen: (string | null)[]): string {
  return [title, ...seen, common.marks[mark]].filter(Boolean).join(', ');
}

/** The small line under a topic: the one thing that matters most about it now. */
export function noteOf(node: TopicNode, shownIn: number): string | null {
  const { topic, mark, option, after, progress } = node;
  if (node.isHere) return text.youAreHere;
  if (option?.way === 'taken') return roadmapText.choice.yourWay;
  if (option?.way === 'proposed') return roadmapText.choice.proposed;
  if (mark === 'skipped') return null;
  if (progress?.state === 'done') {
    if (shownIn > 0 && mark !== 'learned') return text.shownIn(shownIn);
    return progress.known ? text.youKnewIt : null;
  }
  if (progress && !option && mark === 'not_started' && after.length > 0) return text.after(after.slice(0, mostNames));
  return topic.requirement === 'optional' ? text.optional(topic.effortHours) : text.hours(topic.effortHours);
}
