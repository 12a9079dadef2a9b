import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import layout from '../../ui/layout.module.css';
import type { MarkKind } from '../../ui/mark';
import { ChoicePanel } from './choice-panel';
import { useMap } from './map-context';
import { countTopics, filterStages, type MapFilter, noFilter } from './map-filter';
import { MapTools } from './map-tools';
import { Outline } from './outline';
import { AsidePanel, SheetPanel } from './panel';
import styles from './roadmap.module.css';
import { roadmapText } from './roadmaps.text';
import { RovingContext } from './roving-context';
import { TopicPanel } from './topic-panel';
import { Trail } from './trail';
import { nodeIn, useMapKeys, useRoving, visibleIds } from './use-map-keys';
import { useWide } from './use-wide';
import { keepLook, type MapLook, readLook } from './view-choice';
import { topicsOf, type WayView } from './way-view';

function countMarks(view: WayView): ReadonlyMap<MarkKind, number> {
  const counts = new Map<MarkKind, number>();
  for (const { mark } of topicsOf(view)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return counts;
}

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

/** Closed: the focus goes back to where it was opened. */
function useReturn(openId: string | null, move: (id: string) => void) {
  const last = useRef(openId);
  useEffect(() => {
    const closed = openId === null ? last.current : null;
    last.current = openId;
    if (closed) move(closed);
  }, [openId, move]);
}

export function RoadmapMap({ side, onClose }: { side: ReactNode; onClose: () => void }) {
  const { view, enrolment, openId, acts } = useMap();
  const [look, setLook] = useState<MapLook>(readLook);
  const [filter, setFilter] = useState<MapFilter>(noFilter);
  const map = useRef<HTMLDivElement>(null);
  const isWide = useWide();
  const stages = useMemo(() => filterStages(view.stages, filter), [view, filter]);
  const ids = useMemo(() => visibleIds(stages), [stages]);
  const marks = useMemo(() => (enrolment ? countMarks(view) : null), [enrolment, view]);
  const roving = useRoving(map, ids, view.here);
  const open = openId ? view.nodes.get(openId) : undefined;
  useMapKeys({ view, openId: open ? openId : null, acts, isSheet: !isWide && open !== undefined, onClose });
  useArrival(map, openId);
  useReturn(open ? openId : null, roving.move);
  const content = open?.kind === 'topic' ? <TopicPanel node={open} /> : open && <ChoicePanel node={open} />;
  const changeLook = (next: MapLook) => {
    setLook(next);
    keepLook(next);
  };
  return (
    <div className={styles.page}>
      <MapTools
        look={look}
        onLook={changeLook}
        filter={filter}
        onFilter={setFilter}
        left={countTopics(stages)}
        all={countTopics(view.stages)}
        marks={marks}
      />
      <div className={layout.wrap}>
        <div className={styles.columns}>
          {!isWide && <div className={styles.before}>{side}</div>}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what acts, arrows move between them */}
          <div
            ref={map}
            className={styles.map}
            onKeyDown={roving.onKeyDown}
            onFocus={roving.onFocus}
            onBlur={roving.onBlur}
          >
            <RovingContext value={roving.current}>
              {look === 'trail' ? <Trail stages={stages} /> : <Outline stages={stages} />}
            </RovingContext>
            {stages.length === 0 && (
              <div className={styles.nothing}>
                <EmptyState
                  title={roadmapText.tools.nothing}
                  action={<Button onClick={() => setFilter(noFilter)}>{roadmapText.tools.showAll}</Button>}
                >
                  {roadmapText.tools.nothingText}
                </EmptyState>
              </div>
            )}
          </div>
          {isWide && (
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
      {open && !isWide && (
        <SheetPanel node={open} onClose={onClose}>
          {content}
        </SheetPanel>
      )}
    </div>
  );
}
