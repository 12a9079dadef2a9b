import { Button } from '../../ui/button';
import { TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { Segmented } from '../../ui/segmented';
import { isFiltering, type MapFilter } from './map-filter';
import { useFrame } from './map-frame';
import { MapLegend } from './map-legend';
import { MapMenu } from './map-menu';
import { useAttention } from './map-store';
import styles from './map-tools.module.css';
import { roadmapText } from './roadmaps.text';
import { noSelection } from './selection';
import type { MapLook } from './view-choice';
import type { TopicNode } from './way-view';

const text = roadmapText.tools;

interface MapToolsProps {
  look: MapLook;
  onLook: (look: MapLook) => void;
  filter: MapFilter;
  onFilter: (filter: MapFilter) => void;
  /** What is left by the filter, and everything. */
  left: readonly TopicNode[];
  all: readonly TopicNode[];
  /** The marks on the map are a learner's own. */
  isMine: boolean;
  onPrint: () => void;
}

/** How the map is looked at: one filter for all three looks. */
export function MapTools({ look, onLook, filter, onFilter, left, all, isMine, onPrint }: MapToolsProps) {
  return (
    <>
      <div className={styles.tools}>
        <div className={styles.row}>
          <Segmented
            label={text.label}
            value={look}
            onChange={onLook}
            options={[
              { value: 'trail', label: text.trail },
              { value: 'outline', label: text.outline },
              { value: 'board', label: text.board },
            ]}
          />
          <div className={styles.filter}>
            <TextField
              type="search"
              label={text.filter}
              hideLabel
              placeholder={text.filter}
              autoComplete="off"
              value={filter.text}
              onChange={(words) => onFilter({ ...filter, text: words })}
            />
          </div>
          <p className={styles.count} role="status">
            {isFiltering(filter) && text.matches(left.length, all.length)}
          </p>
          <div className={styles.end}>
            <SelectSwitch />
            <MapMenu onPrint={onPrint} />
          </div>
        </div>
      </div>
      <div className={layout.wrap}>
        <MapLegend all={all} isMine={isMine} filter={filter} onFilter={onFilter} />
      </div>
    </>
  );
}

/** Boxes to tick on every topic, for those who select with a mouse or a finger. */
function SelectSwitch() {
  const { store, canAct } = useFrame();
  const isOn = useAttention(store, ({ selection }) => selection.isOn);
  if (!canAct) return null;
  const turn = () => store.set({ selection: isOn ? noSelection : { ...store.get().selection, isOn: true } });
  return (
    <Button aria-pressed={isOn} className={isOn ? styles.isOn : undefined} onClick={turn}>
      {text.select}
    </Button>
  );
}
