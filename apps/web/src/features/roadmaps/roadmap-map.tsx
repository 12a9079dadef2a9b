import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { EmptyState } from '../../ui/empty-state';
import layout from '../../ui/layout.module.css';
import { BulkBar } from './bulk-bar';
import { ChoicePanel } from './choice-panel';
import { useMap } from './map-context';
import { MapField } from './map-field';
import { filterStages, noFilter, topicsIn } from './map-filter';
import { FrameContext, useFrame } from './map-frame';
import { createMapStore } from './map-store';
import { MapTools } from './map-tools';
import { nodeIn } from './nodes-in';
import { AsidePanel, SheetPanel } from './panel';
import styles from './roadmap.module.css';
import { roadmapText } from './roadmaps.text';
import { onlyShown } from './selection';
import { TopicPanel } from './topic-panel';
import { useMapFilter } from './use-map-filter';
import { useMapFrame } from './use-map-frame';
import { useMapKeys } from './use-map-keys';
import { usePrint } from './use-print';
import { useReturn } from './use-return';
import { useRoving } from './use-roving';
import { useWide } from './use-wide';
import { keepLook, type MapLook, readLook } from './view-choice';
import { visibleIds } from './visible-ids';

/** Came by a topic's own address: the map is where that topic is. */
function useArrival(map: RefObject<HTMLElement | null>, openId: string | null) {
  const arrived = useRef(openId);
  useEffect(() => {
    const id = arrived.current;
    if (!id) return;
    // After the new page was put at its top.
    const frame = requestAnimationFrame(() => {
      const box = nodeIn(map.current, id)?.getBoundingClientRect();
      if (box && (box.top < 0 || box.bottom > innerHeight)) scrollBy(0, box.top - innerHeight / 2);
    });
    return () => cancelAnimationFrame(frame);
  }, [map]);
}

interface RoadmapMapProps {
  /** What stands beside the map while nothing is open. */
  side: ReactNode;
  onClose: () => void;
}

export function RoadmapMap(props: RoadmapMapProps) {
  const map = useRef<HTMLElement>(null);
  const [store] = useState(createMapStore);
  return (
    <FrameContext value={useMapFrame(store, map)}>
      <MapPage {...props} map={map} />
    </FrameContext>
  );
}

function MapPage({ side, onClose, map }: RoadmapMapProps & { map: RefObject<HTMLElement | null> }) {
  const { view, enrolment, openId, acts } = useMap();
  const { store } = useFrame();
  const [look, setLook] = useState<MapLook>(readLook);
  const [filter, setFilter] = useMapFilter();
  const isWide = useWide();
  const stages = useMemo(() => filterStages(view.stages, filter), [view, filter]);
  const ids = useMemo(() => visibleIds(stages), [stages]);
  const left = useMemo(() => topicsIn(stages), [stages]);
  const all = useMemo(() => topicsIn(view.stages), [view]);
  const { sheet: Sheet, print } = usePrint();
  const open = openId ? view.nodes.get(openId) : undefined;
  const shownId = open ? openId : null;
  const roving = useRoving(map, ids, view.here);
  useMapKeys({ view, openId: shownId, acts, isSheet: !isWide && open !== undefined, onClose });
  useArrival(map, openId);
  useReturn(shownId, roving.move);
  useLayoutEffect(() => store.set({ openId: shownId }), [store, shownId]);
  useLayoutEffect(() => {
    store.set({ selection: onlyShown(store.get().selection, new Set(ids)) });
  }, [store, ids]);
  const content = open?.kind === 'topic' ? <TopicPanel node={open} /> : open && <ChoicePanel node={open} />;
  // The board needs the width: it has a side only where a topic is open, and what a stranger is told stands above it.
  const isBoard = look === 'board';
  const hasSide = isWide && (!isBoard || open !== undefined);
  const hasBefore = !isWide || (isBoard && !enrolment);
  return (
    <div className={styles.page}>
      <MapTools
        look={look}
        onLook={(next) => {
          setLook(next);
          keepLook(next);
        }}
        filter={filter}
        onFilter={setFilter}
        left={left}
        all={all}
        isMine={enrolment !== null}
        onPrint={print}
      />
      <div className={layout.wrap}>
        <div className={classes(styles.columns, hasSide && styles.withSide)}>
          {hasBefore && <div className={styles.before}>{side}</div>}
          <MapField look={look} map={map} stages={stages} view={view} roving={roving}>
            <div className={styles.nothing}>
              <EmptyState
                title={roadmapText.tools.nothing}
                action={<Button onClick={() => setFilter(noFilter)}>{roadmapText.tools.showAll}</Button>}
              >
                {roadmapText.tools.nothingText}
              </EmptyState>
            </div>
          </MapField>
          {hasSide && (
            <div className={styles.beside}>
              {open ? (
                <AsidePanel node={open} onClose={onClose}>
                  {content}
                </AsidePanel>
              ) : (
                side
              )}
            </div>
          )}
        </div>
      </div>
      <BulkBar shown={left} />
      {Sheet && <Sheet stages={stages} all={all.length} />}
      {open && !isWide && (
        <SheetPanel node={open} onClose={onClose}>
          {content}
        </SheetPanel>
      )}
    </div>
  );
}
