import { everyPage } from '../../text/every-page.text';
import type { MarkKind } from '../../ui/mark';
import type { MapFrame } from './map-frame';
import { roadmapText } from './roadmaps.text';
import type { TopicNode } from './way-view';

const text = roadmapText.map;
const mostNames = 2;

/** A node in words for those who hear it: what is seen, in that order, then its mark where it was not among that. */
export function labelOf(title: string, mark: MarkKind, ...seen: (string | null)[]): string {
  return [...new Set([title, ...seen, everyPage.marks[mark]])].filter(Boolean).join(', ');
}

function aheadNote({ topic, option, after, progress }: TopicNode, withHours: boolean): string | null {
  const isOptional = topic.requirement === 'optional';
  const waits = progress !== null && option === null && after.length > 0;
  const rest = waits ? text.after(after.slice(0, mostNames)) : withHours ? text.hours(topic.effortHours) : null;
  return [isOptional && text.optional, rest].filter(Boolean).join(', ') || null;
}

/** The small line of a topic on the map: the one thing that matters most about it now. */
export function noteIn(frame: Pick<MapFrame, 'shownIn' | 'unread' | 'theirs'>, node: TopicNode, withHours = true) {
  const { shownIn, unread, theirs } = frame;
  return theirs?.notes.get(node.id) ?? noteOf(node, shownIn.get(node.id), withHours, unread?.get(node.id), !theirs);
}

/** The same line, of what is known of the topic. */
export function noteOf(node: TopicNode, shownIn = 0, withHours = true, unread = 0, isMine = true): string | null {
  const { mark, option, progress } = node;
  // Somebody waits for an answer.
  if (unread > 0) return text.unread(unread);
  if (node.isHere) return isMine ? text.youAreHere : text.hereNow;
  if (option?.way === 'taken') return isMine ? roadmapText.choice.yourWay : roadmapText.choice.taken;
  if (option?.way === 'proposed') return roadmapText.choice.proposed;
  if (mark === 'skipped') return null;
  if (progress?.state === 'done') {
    if (shownIn > 0 && mark !== 'learned') return text.shownIn(shownIn);
    return progress.known ? text.youKnewIt : null;
  }
  return aheadNote(node, withHours);
}
