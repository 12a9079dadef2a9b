import { memo, type RefObject, useEffect, useRef, useState } from 'react';
import styles from './trail.module.css';
import { trailPath, xAt } from './trail-shape';
import type { StageView } from './way-view';

/** From the middle of one stage's post to that of the next. */
const postMiddle = 21;

/** Where the cards begin. */
const cardsFrom = 80;

interface Measured {
  length: number;
  here: number | null;
  /** What is here stands next to the trail, with nothing between. */
  isNear: boolean;
}

function useMeasured(svg: RefObject<SVGSVGElement | null>, view: StageView): Measured | null {
  const [measured, setMeasured] = useState<Measured | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where one stands may move without any change of size
  useEffect(() => {
    const stage = svg.current?.parentElement;
    if (!stage || typeof ResizeObserver === 'undefined') return;
    const measure = () => {
      const { top, left, height } = stage.getBoundingClientRect();
      const at = stage.querySelector('[data-here]');
      const box = (at?.closest('[data-card]') ?? at)?.getBoundingClientRect();
      const here = box ? box.top + box.height / 2 - top : null;
      const isNear = box !== undefined && box.left - left < cardsFrom + 40;
      const next = { length: height, here, isNear };
      setMeasured((was) => (was?.length === height && was.here === here && was.isNear === isNear ? was : next));
    };
    // It looks at once, too, and after the page was laid out: to look here would lay it out a second time.
    const observer = new ResizeObserver(measure);
    observer.observe(stage);
    return () => observer.disconnect();
  }, [svg, view]);
  return measured;
}

/** How far this stage is painted: to its end, to where one stands, or as far as it is done. */
function paintedTo(view: StageView, { length, here }: Measured): number {
  if (view.standing === 'walked') return length;
  if (view.standing === 'here' && here !== null) return here;
  const { done, required } = view.counts;
  return required === 0 ? 0 : length * (done / required);
}

/** The painted trail beside one stage: solid where it was walked, dashed where it goes on. */
export const TrailPath = memo(function TrailPath({ view, isLast }: { view: StageView; isLast: boolean }) {
  const svg = useRef<SVGSVGElement>(null);
  const measured = useMeasured(svg, view);
  const side = view.number % 2 === 0 ? -1 : 1;
  const length = Math.max(0, (measured?.length ?? 0) - (isLast ? postMiddle : 0));
  const painted = measured
    ? Math.min(paintedTo(view, measured) - (view.standing === 'here' ? postMiddle : 0), length)
    : 0;
  const isStoodOn = view.standing === 'here' && measured?.here != null;
  return (
    <svg ref={svg} className={styles.path} width="76" height={length} aria-hidden="true">
      {measured && (
        <g transform={`translate(0 ${postMiddle})`}>
          <path className={styles.unwalked} d={trailPath(painted, length, length, side)} />
          <path className={styles.painted} d={trailPath(0, painted, length, side)} />
          {isStoodOn && (
            <g transform={`translate(${xAt(painted, length, side)} ${painted})`}>
              {measured.isNear && <path className={styles.spur} d={`M0 0H${cardsFrom - xAt(painted, length, side)}`} />}
              <rect className={styles.stand} x="-9" y="-15" width="18" height="30" rx="4" />
            </g>
          )}
        </g>
      )}
    </svg>
  );
});
