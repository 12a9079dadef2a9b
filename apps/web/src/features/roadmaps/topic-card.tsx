import { memo } from 'react';
import { classes } from '../../ui/classes';
import { useFrame } from './map-frame';
import { MarkButton } from './mark-button';
import { NodeLink } from './node-link';
import { SelectBox } from './select-box';
import styles from './topic-card.module.css';
import { labelOf, noteIn } from './topic-note';
import type { TopicNode } from './way-view';

export const TopicCard = memo(function TopicCard({ node }: { node: TopicNode }) {
  const frame = useFrame();
  const note = noteIn(frame, node, !frame.hidesHours);
  const look = classes(
    styles.card,
    node.mark === 'skipped' && styles.skipped,
    node.isHere && styles.here,
    node.topic.requirement === 'optional' && styles.optional,
    node.option && styles.option,
    node.option && styles[node.option.way],
  );
  return (
    <div className={look} data-card>
      <MarkButton node={node} size={24} />
      <NodeLink
        node={node}
        label={labelOf(node.topic.title, node.mark, note)}
        isHere={node.isHere}
        className={styles.words}
      >
        <b className={styles.title}>{node.topic.title}</b> {note && <small className={styles.note}>{note}</small>}
      </NodeLink>
      <SelectBox node={node} />
    </div>
  );
});
