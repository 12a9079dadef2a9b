import { Mark } from '../../ui/mark';
import { mapText } from './map.text';
import { useFrame } from './map-frame';
import styles from './mark-button.module.css';
import { stateOf } from './topic-change';
import type { TopicNode } from './way-view';

const text = mapText.tap;

/** The mark itself: one tap is done, another takes it back. By keyboard that is a key, so the Tab key passes it by. */
export function MarkButton({ node, size }: { node: TopicNode; size: number }) {
  const { canAct, tap } = useFrame();
  if (!canAct) {
    return (
      <span className={styles.mark}>
        <Mark kind={node.mark} label={null} size={size} />
      </span>
    );
  }
  const isDone = stateOf(node) === 'done';
  const { title } = node.topic;
  return (
    <button
      type="button"
      className={styles.mark}
      tabIndex={-1}
      aria-label={isDone ? text.back(title) : text.done(title)}
      onClick={() => tap(node)}
    >
      <Mark kind={node.mark} label={null} size={size} />
    </button>
  );
}
