import type { Enrolment, ProjectCard, Roadmap } from '@waymark/contract';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { TextField } from '../../ui/fields';
import { Segmented } from '../../ui/segmented';
import { countShowing } from './count-showing';
import { MapField } from './map-field';
import { filterStages, isFiltering, type MapFilter, noFilter, topicsIn } from './map-filter';
import { FrameContext, type MapFrame } from './map-frame';
import { MapLegend } from './map-legend';
import { createMapStore } from './map-store';
import styles from './read-map.module.css';
import { roadmapText } from './roadmaps.text';
import { useReturn } from './use-return';
import { useRoving } from './use-roving';
import type { MapLook } from './view-choice';
import { visibleIds } from './visible-ids';
import { viewOf, type WayView } from './way-view';

const text = roadmapText.tools;

interface ReadMapProps {
  roadmap: Roadmap;
  enrolment: Enrolment;
  /** Those that are seen. */
  projects: readonly ProjectCard[];
  /** What there is to say of a topic before all else. */
  notes: ReadonlyMap<string, string>;
  /** Where a topic opens; nowhere without it. */
  toTopic?: ((id: string) => string) | undefined;
  onOpen?: ((id: string) => void) | undefined;
  openId: string | null;
  look: MapLook;
  onLook: (look: MapLook) => void;
  filter: MapFilter;
  onFilter: (filter: MapFilter) => void;
}

const nothing = () => {};

/** Somebody else's way on the same map as their own: the same looks, marks, words and filter, and nothing to change. */
export function ReadMap(props: ReadMapProps) {
  const { roadmap, enrolment, projects, notes, toTopic, onOpen } = props;
  const [store] = useState(createMapStore);
  const view = useMemo(() => viewOf(roadmap, enrolment), [roadmap, enrolment]);
  const shownIn = useMemo(() => countShowing(roadmap, projects), [roadmap, projects]);
  const hidesHours = enrolment.plan.hideEstimates;
  const open = useRef({ toTopic, onOpen });
  useLayoutEffect(() => {
    open.current = { toTopic, onOpen };
  });
  const opens = toTopic !== undefined;
  const frame = useMemo(
    (): MapFrame => ({
      ...{ roadmap, store, hidesHours, shownIn, theirs: { notes } },
      isMine: true,
      canAct: false,
      pathTo: ({ kind, id }) => (opens && kind === 'topic' ? (open.current.toTopic?.(id) ?? null) : null),
      click(node, event) {
        if (event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        open.current.onOpen?.(node.id);
      },
      ...{ tap: nothing, set: nothing, setSelected: nothing, toggle: nothing, toggleAll: nothing, extend: nothing },
      toMap: nothing,
    }),
    [roadmap, store, hidesHours, shownIn, notes, opens],
  );
  return (
    <FrameContext value={frame}>
      <Drawn {...props} view={view} frame={frame} />
    </FrameContext>
  );
}

interface DrawnProps extends ReadMapProps {
  view: WayView;
  frame: MapFrame;
}

function Drawn({ view, frame, openId, look, onLook, filter, onFilter }: DrawnProps) {
  const { store, pathTo } = frame;
  const map = useRef<HTMLElement>(null);
  const stages = useMemo(() => filterStages(view.stages, filter), [view, filter]);
  const all = useMemo(() => topicsIn(view.stages), [view]);
  const left = useMemo(() => topicsIn(stages), [stages]);
  const ids = useMemo(
    () => visibleIds(stages).filter((id) => pathTo(view.nodes.get(id) ?? { kind: 'choice', id }) !== null),
    [stages, view, pathTo],
  );
  const roving = useRoving(map, ids, view.here);
  useReturn(openId, roving.move);
  useLayoutEffect(() => store.set({ openId }), [store, openId]);
  return (
    <div className={styles.map}>
      <div className={styles.tools}>
        <Segmented
          label={text.label}
          value={look}
          onChange={onLook}
          options={(['trail', 'outline', 'board'] as const).map((value) => ({ value, label: text[value] }))}
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
      </div>
      <MapLegend all={all} isMine filter={filter} onFilter={onFilter} />
      <MapField look={look} map={map} stages={stages} view={view} roving={roving}>
        <EmptyState title={text.nothing} action={<Button onClick={() => onFilter(noFilter)}>{text.showAll}</Button>}>
          {text.nothingText}
        </EmptyState>
      </MapField>
    </div>
  );
}
