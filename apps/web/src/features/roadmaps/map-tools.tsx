import { common } from '../../text/common.text';
import { classes } from '../../ui/classes';
import { CheckField, TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { Mark, type MarkKind } from '../../ui/mark';
import { Segmented } from '../../ui/segmented';
import { isFiltering, type MapFilter } from './map-filter';
import styles from './map-tools.module.css';
import { roadmapText } from './roadmaps.text';
import type { MapLook } from './view-choice';

const text = roadmapText.tools;

interface MapToolsProps {
  look: MapLook;
  onLook: (look: MapLook) => void;
  filter: MapFilter;
  onFilter: (filter: MapFilter) => void;
  /** How many topics are left by the filter, and how many there are. */
  left: number;
  all: number;
  /** Null: nobody's marks are on the map. */
  marks: ReadonlyMap<MarkKind, number> | null;
}

export function MapTools({ look, onLook, filter, onFilter, left, all, marks }: MapToolsProps) {
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
          {marks && (
            <div className={styles.hide}>
              <CheckField
                label={text.hide}
                checked={filter.hideDone}
                onChange={(hideDone) => onFilter({ ...filter, hideDone })}
              />
            </div>
          )}
          <p className={styles.count} role="status">
            {isFiltering(filter) && text.matches(left, all)}
          </p>
        </div>
      </div>
      <div className={layout.wrap}>
        <Legend marks={marks} chosen={filter.mark} onChoose={(mark) => onFilter({ ...filter, mark })} />
      </div>
    </>
  );
}

const kinds = Object.keys(common.marks) as MarkKind[];

interface LegendProps {
  marks: ReadonlyMap<MarkKind, number> | null;
  chosen: MarkKind | null;
  onChoose: (mark: MarkKind | null) => void;
}

/** The six marks, each with how many topics have it: press one to see only those. */
function Legend({ marks, chosen, onChoose }: LegendProps) {
  if (!marks) {
    return (
      <ul className={styles.legend} aria-label={text.legendPlain}>
        {kinds.map((kind) => (
          <li key={kind} className={styles.plain}>
            <Mark kind={kind} label={null} size={18} />
            {common.marks[kind]}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <ul className={styles.legend} aria-label={text.legend}>
      {kinds.map((kind) => {
        const count = marks.get(kind) ?? 0;
        const isChosen = chosen === kind;
        return (
          <li key={kind}>
            <button
              type="button"
              className={classes(styles.mark, isChosen && styles.chosen)}
              aria-pressed={isChosen}
              onClick={() => onChoose(isChosen ? null : kind)}
            >
              <Mark kind={kind} label={null} size={18} />
              {common.marks[kind]} <b>{count}</b>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
