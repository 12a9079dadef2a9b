import type { ReactNode } from 'react';
import { everyPage } from '../../text/every-page.text';
import { classes } from '../../ui/classes';
import { Mark, type MarkKind } from '../../ui/mark';
import type { MapFilter, Requirement } from './map-filter';
import styles from './map-tools.module.css';
import { roadmapText } from './roadmaps.text';
import type { TopicNode } from './way-view';

const text = roadmapText.tools;
const kinds = Object.keys(everyPage.marks) as MarkKind[];
const needs = Object.keys(text.needs) as Requirement[];

function Chip({ isOn, onTurn, children }: { isOn: boolean; onTurn: () => void; children: ReactNode }) {
  return (
    <button type="button" className={classes(styles.mark, isOn && styles.chosen)} aria-pressed={isOn} onClick={onTurn}>
      {children}
    </button>
  );
}

interface MapLegendProps {
  all: readonly TopicNode[];
  isMine: boolean;
  filter: MapFilter;
  onFilter: (filter: MapFilter) => void;
}

/** The six marks and the three requirements, each with how many topics have it: press one to see only those. */
export function MapLegend({ all, isMine, filter, onFilter }: MapLegendProps) {
  const count = (fits: (node: TopicNode) => boolean) => all.filter(fits).length;
  return (
    <div className={styles.legends}>
      {isMine ? (
        <ul className={styles.legend} aria-label={text.legend}>
          {kinds.map((kind) => {
            const isOn = filter.mark === kind;
            return (
              <li key={kind}>
                <Chip isOn={isOn} onTurn={() => onFilter({ ...filter, mark: isOn ? null : kind })}>
                  <Mark kind={kind} label={null} size={18} />
                  {everyPage.marks[kind]} <b>{count(({ mark }) => mark === kind)}</b>
                </Chip>
              </li>
            );
          })}
        </ul>
      ) : (
        <ul className={styles.legend} aria-label={text.legendPlain}>
          {kinds.map((kind) => (
            <li key={kind} className={styles.plain}>
              <Mark kind={kind} label={null} size={18} />
              {everyPage.marks[kind]}
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.legend} aria-label={text.needLegend}>
        {needs.map((need) => {
          const isOn = filter.need === need;
          return (
            <li key={need}>
              <Chip isOn={isOn} onTurn={() => onFilter({ ...filter, need: isOn ? null : need })}>
                {text.needs[need]} <b>{count(({ topic }) => topic.requirement === need)}</b>
              </Chip>
            </li>
          );
        })}
        {isMine &&
          (['hideDone', 'hideSkipped'] as const).map((key) => (
            <li key={key}>
              <label className={styles.hide}>
                <input
                  type="checkbox"
                  checked={filter[key]}
                  onChange={(event) => onFilter({ ...filter, [key]: event.target.checked })}
                />
                {text[key]}
              </label>
            </li>
          ))}
      </ul>
    </div>
  );
}
