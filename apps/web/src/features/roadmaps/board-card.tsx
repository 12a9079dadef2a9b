import { memo, useEffect, useRef, useState } from 'react';
import { everyPage } from '../../text/every-page.text';
import { classes } from '../../ui/classes';
import styles from './board-card.module.css';
import { dragCard } from './board-drag';
import { type MapFrame, useFrame } from './map-frame';
import { MarkButton } from './mark-button';
import { NodeLink } from './node-link';
import { roadmapText } from './roadmaps.text';
import { ChoiceRoll } from './roll';
import { SelectBox } from './select-box';
import { stateOf } from './topic-change';
import { labelOf, noteIn } from './topic-note';
import type { ChoiceNode, TopicNode } from './way-view';

const text = roadmapText.choice;

/** The small line; in the column of what is done it names the proof, which is what still differs there. */
function lineOf(node: TopicNode, frame: MapFrame): string | null {
  const { option, mark } = node;
  const choice = frame.roadmap.choices.find(({ id }) => id === option?.choiceId);
  return (
    noteIn(frame, node, false) ??
    (stateOf(node) === 'done' ? everyPage.marks[mark] : choice ? text.wayOf(choice.title) : null)
  );
}

export const BoardCard = memo(function BoardCard({ node }: { node: TopicNode }) {
  const frame = useFrame();
  const ref = useRef<HTMLDivElement>(null);
  const [isDragged, setDragged] = useState(false);
  const { title } = node.topic;
  useEffect(() => {
    if (frame.canAct && ref.current) return dragCard(ref.current, node.id, title, frame, setDragged);
  }, [frame, node.id, title]);
  const note = lineOf(node, frame);
  const look = classes(
    styles.card,
    node.isHere && styles.here,
    node.mark === 'skipped' && styles.skipped,
    node.option && node.option.way !== 'taken' && styles.notTaken,
    node.option?.way === 'taken' && styles.taken,
    isDragged && styles.dragged,
  );
  return (
    <div ref={ref} className={look} data-card>
      <MarkButton node={node} size={22} />
      <NodeLink node={node} label={labelOf(title, node.mark, note)} isHere={node.isHere} className={styles.link}>
        <b className={styles.title}>{title}</b> {note && <small className={styles.note}>{note}</small>}
      </NodeLink>
      <SelectBox node={node} />
    </div>
  );
});

/** A fork among the cards: it stands where its ways come to. What moves it is what is done on them. */
export const ChoiceCard = memo(function ChoiceCard({ node }: { node: ChoiceNode }) {
  const { choice } = node;
  const note = node.isSkipped ? text.leftOut : text.places(choice.take, choice.options.length);
  return (
    <div className={classes(styles.choice, node.isHere && styles.here)} data-card>
      <NodeLink node={node} label={`${choice.title}, ${note}`} isHere={node.isHere} className={styles.choiceLink}>
        <b className={styles.title}>{choice.title}</b> <small className={styles.note}>{note}</small>
      </NodeLink>
      <ChoiceRoll node={node} />
    </div>
  );
});
