import { Link, useLocation } from 'react-router';
import { Mark } from '../../ui/mark';
import { pathOf, useMap } from './map-context';
import styles from './panel.module.css';
import { labelOf } from './topic-note';
import type { MapNode } from './way-view';

/** A topic or choice as a link with its mark, for use within a panel: it takes the open one's place. */
export function MarkLink({ node }: { node: MapNode }) {
  const { roadmap, openId } = useMap();
  const { state, search } = useLocation();
  const isTopic = node.kind === 'topic';
  return (
    <Link
      className={styles.markLink}
      to={{ pathname: pathOf(roadmap.slug, node), search }}
      replace={openId !== null}
      state={openId === null ? { fromMap: search } : state}
      preventScrollReset
      aria-label={isTopic ? labelOf(node.topic.title, node.mark) : node.choice.title}
    >
      {isTopic && <Mark kind={node.mark} label={null} size={20} />}
      <span>{isTopic ? node.topic.title : node.choice.title}</span>
    </Link>
  );
}
