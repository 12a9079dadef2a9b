import type { Forecast, Roadmap } from '@waymark/contract';
import { dayRange } from '../../ui/day-range';
import { endAt, type ForecastShape, type Point, pathWithin, placeIn } from './forecast-shape';
import { home } from './home.text';
import styles from './when.module.css';
import { Axis, Frame, HereLabel, RangeLabel } from './when-labels';

const text = home.when;
const margin = { side: 8, top: 46, bottom: 24 };
const drawingHeight = 196;

const round = (length: number) => Math.round(length * 10) / 10;
const lineOf = (points: readonly Point[]) =>
  points.map(({ x, y }, i) => `${i ? 'L' : 'M'}${round(x)} ${round(y)}`).join('');
const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

interface WhenDrawingProps {
  shape: ForecastShape;
  forecast: Forecast;
  duration: Roadmap['durationMonths'];
  width: number;
  label: string;
}

/** The way walked, the band of what is ahead, the plan as a thin line, and the source's months over them. */
export function WhenDrawing({ shape, forecast, duration, width, label }: WhenDrawingProps) {
  const [w, h] = [Math.max(width - 2 * margin.side, 120), drawingHeight - margin.top - margin.bottom];
  const place = placeIn(shape, w, h);
  const done = shape.walked.at(-1)?.done ?? 0;
  const here = place.at(shape.today, done);
  const planned = shape.planned.map((each) => place.at(each.day, each.done));
  const endOf = (day: string, from: Point) => endAt(from, place.at(day, shape.required), w);
  return (
    <svg
      width={width}
      height={drawingHeight}
      role="img"
      aria-label={text.picture(text.walked(done, shape.required), label)}
    >
      <g transform={`translate(${margin.side} ${margin.top})`}>
        <Axis shape={shape} x={place.x} height={h} width={w} />
        <Frame shape={shape} x={place.x} width={w} duration={duration} />
        <line className={styles.goal} x1={0} x2={w} y1={0} y2={0} />
        {planned.length > 0 && <path className={styles.plan} d={lineOf(pathWithin(planned, w))} />}
        {forecast.from && forecast.to && (
          <Ahead
            here={here}
            from={endOf(forecast.from, here)}
            to={endOf(forecast.to, here)}
            width={w}
            words={dayRange(forecast.from, forecast.to)}
          />
        )}
        <path className={styles.walked} d={lineOf(shape.walked.map((each) => place.at(each.day, each.done)))} />
        <HereLabel here={here} height={h} width={w} words={text.walked(done, shape.required)} />
        <circle className={styles.here} cx={here.x} cy={here.y} r={6} />
      </g>
    </svg>
  );
}

function Ahead({
  here,
  from,
  to,
  width,
  words,
}: Record<'here' | 'from' | 'to', Point> & { width: number; words: string }) {
  return (
    <g>
      <path className={styles.band} d={`${lineOf([here, from, to])}Z`} />
      <path className={styles.ahead} d={lineOf([here, between(from, to)])} />
      <RangeLabel from={from} to={to} width={width} words={words} />
    </g>
  );
}
