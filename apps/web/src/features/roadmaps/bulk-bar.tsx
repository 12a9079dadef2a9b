import type { TopicState } from '@waymark/contract';
import { Button } from '../../ui/button';
import styles from './bulk-bar.module.css';
import { mapText } from './map.text';
import { useFrame } from './map-frame';
import { useAttention } from './map-store';
import { noSelection } from './selection';
import type { TopicNode } from './way-view';

const text = mapText.bulk;

/** What is done to all that is selected, as one act with one undo. `shown` is what the filter leaves to be selected. */
export function BulkBar({ shown }: { shown: readonly TopicNode[] }) {
  const { store, setSelected, toggleAll, canAct, toMap } = useFrame();
  const { isOn, ids } = useAttention(store, (now) => now.selection);
  if (!canAct || (!isOn && ids.size === 0)) return null;
  const act = (state: TopicState, known?: boolean) => {
    toMap();
    setSelected(state, known);
  };
  const end = () => {
    toMap();
    store.set({ selection: noSelection });
  };
  const none = ids.size === 0;
  return (
    <section className={styles.bar} aria-label={text.label} data-bulk-bar>
      <div className={styles.count}>
        <p role="status">{none ? text.none : text.count(ids.size)}</p>
        <Button variant="quiet" onClick={() => toggleAll(shown.map(({ id }) => id))}>
          {shown.every(({ id }) => ids.has(id)) ? text.selectNone : text.selectAll}
        </Button>
      </div>
      <div className={styles.acts}>
        <Button variant="main" disabled={none} onClick={() => act('done')}>
          {text.done}
        </Button>
        <Button disabled={none} onClick={() => act('learning')}>
          {text.learning}
        </Button>
        <Button disabled={none} onClick={() => act('skipped')}>
          {text.skip}
        </Button>
        <Button disabled={none} onClick={() => act('not_started')}>
          {text.reset}
        </Button>
        <Button disabled={none} onClick={() => act('done', true)}>
          {text.knew}
        </Button>
        <Button variant="quiet" onClick={end}>
          {text.end}
        </Button>
      </div>
    </section>
  );
}
