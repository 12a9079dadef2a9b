import { lazy, type ReactNode, type RefObject, Suspense } from 'react';
import { Skeleton } from '../../ui/skeleton';
import { useFrame } from './map-frame';
import { Outline } from './outline';
import styles from './roadmap.module.css';
import { roadmapText } from './roadmaps.text';
import { StateMenu } from './state-menu';
import { Trail } from './trail';
import { useHeld } from './use-held';
import type { useRoving } from './use-roving';
import type { MapLook } from './view-choice';
import type { StageView, WayView } from './way-view';

// Few use it on their first visit, and it brings what drags cards with it.
const Board = lazy(async () => ({ default: (await import('./board')).Board }));

interface MapFieldProps {
  look: MapLook;
  map: RefObject<HTMLElement | null>;
  stages: readonly StageView[];
  view: WayView;
  roving: ReturnType<typeof useRoving>;
  /** What stands there when the filter leaves nothing. */
  children: ReactNode;
}

/** One of the three looks, and what keys and fingers do on it. */
export function MapField({ look, map, stages, view, roving, children }: MapFieldProps) {
  const { toMap } = useFrame();
  const { held, close, handlers } = useHeld();
  const node = held && view.nodes.get(held.id);
  return (
    <>
      <section
        {...handlers}
        ref={map}
        className={styles.map}
        aria-label={roadmapText.map.label}
        onKeyDown={roving.onKeyDown}
        onFocus={roving.onFocus}
        onBlur={roving.onBlur}
      >
        {look === 'trail' && <Trail stages={stages} />}
        {look === 'outline' && <Outline stages={stages} />}
        {look === 'board' && stages.length > 0 && (
          <Suspense fallback={<Skeleton lines={6} height={60} />}>
            <Board stages={stages} />
          </Suspense>
        )}
        {stages.length === 0 && children}
      </section>
      {held && node?.kind === 'topic' && (
        <StateMenu
          node={node}
          at={held.at}
          onClose={() => {
            close();
            toMap();
          }}
        />
      )}
    </>
  );
}
