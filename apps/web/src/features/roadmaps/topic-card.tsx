import { classes } from '../../ui/classes';
import { Mark } from '../../ui/mark';
import { useMap } from './map-context';
import { NodeLink } from './node-link';
import styles from './topic-card.module.css';
import { labelOf, noteOf } from './topic-note';
import type { TopicNode } from './way-view';

export function TopicCard({ node }: { node: TopicNode }) {
  const { shownIn, enrolment } = useMap();
  const note = noteOf(node, shownIn.get(node.id) ?? 0, !enrolment?.plan.hideEstimates);
  const look = classes(
    styles.card,
    node.mark === 'skipped' && styles.skipped,
    node.isHere && styles.here,
    node.topic.requirement === 'optional' && styles.optional,
    node.option && styles.option,
    node.option && styles[node.option.way],
  );
  return (
    <NodeLink node={node} label={labelOf(node.topic.title, node.mark, note)} isHere={node.isHere} className={look}>
      <Mark kind={node.mark} label={null} />
      <span className={styles.words}>
        <b className={styles.title}>{node.topic.title}</b> {note && <small className={styles.note}>{note}</small>}
      </span>
    </NodeLink>
  );
}
