import { mapText } from './map.text';
import { useFrame } from './map-frame';
import { useAttention } from './map-store';
import styles from './select-box.module.css';
import type { TopicNode } from './way-view';

/** Where topics are being selected each has its box; one that is selected by a key alone shows that it is. */
export function SelectBox({ node }: { node: TopicNode }) {
  const { store, toggle } = useFrame();
  const isOn = useAttention(store, (now) => now.selection.isOn);
  const isSelected = useAttention(store, (now) => now.selection.ids.has(node.id));
  if (!isOn && !isSelected) return null;
  return (
    <label className={styles.box}>
      <input
        type="checkbox"
        tabIndex={-1}
        checked={isSelected}
        aria-label={mapText.bulk.select(node.topic.title)}
        onChange={() => toggle(node.id)}
      />
    </label>
  );
}
