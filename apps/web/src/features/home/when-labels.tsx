import type { Roadmap } from '@waymark/contract';
import type { ForecastShape, Point } from './forecast-shape';
import { home } from './home.text';
import styles from './when.module.css';

const text = home.when;
/** Room that a month's name wants, in pixels. */
const monthRoom = 46;
/** Roughly, of the letters used here: enough to keep words inside the drawing. */
const letterWidth = 6.6;

const monthText = (day: string) =>
  new Intl.DateTimeFormat(undefined, { month: 'short', timeZone: 'UTC' }).format(new Date(day));
const yearText = (day: string) => (day.slice(5, 7) === '01' ? ` ${day.slice(0, 4)}` : '');

/** A centre for `words` near `x` at which they stay within `width`. */
function kept(x: number, words: string, width: number): number {
  const half = (words.length * letterWidth) / 2;
  return Math.min(Math.max(x, half), Math.max(width - half, half));
}

interface AxisProps {
  shape: ForecastShape;
  x: (day: string) => number;
  width: number;
  height: number;
}

/** As many months as have room, and today before all of them. */
export function Axis({ shape, x, width, height }: AxisProps) {
  const todayAt = kept(x(shape.today), text.today, width);
  const shown: { day: string; at: number }[] = [];
  for (const day of shape.months) {
    const at = x(day);
    const hasRoom = at - (shown.at(-1)?.at ?? -monthRoom) >= monthRoom && Math.abs(at - todayAt) >= monthRoom;
    if (hasRoom && at <= width - monthRoom / 2) shown.push({ day, at });
  }
  return (
    <g>
      <line className={styles.axis} x1={0} x2={width} y1={height} y2={height} />
      {shown.map(({ day, at }) => (
        <g key={day}>
          <line className={styles.axis} x1={at} x2={at} y1={height} y2={height + 4} />
          <text className={styles.month} x={at} y={height + 18} textAnchor="middle">
            {monthText(day)}
            {yearText(day)}
          </text>
        </g>
      ))}
      <text className={styles.todayText} x={todayAt} y={height + 18} textAnchor="middle">
        {text.today}
      </text>
    </g>
  );
}

interface FrameProps extends Omit<AxisProps, 'height'> {
  duration: Roadmap['durationMonths'];
}

/** The source's own range, as a bracket over the drawing. */
export function Frame({ shape, x, width, duration }: FrameProps) {
  const [from, to] = [Math.min(x(shape.frame.from), width), Math.min(x(shape.frame.to), width)];
  const words = text.source(duration.from, duration.to);
  return (
    <g>
      <path className={styles.frame} d={`M${from} -18V-24H${to}V-18`} />
      <text className={styles.month} x={kept((from + to) / 2, words, width)} y={-30} textAnchor="middle">
        {words}
      </text>
    </g>
  );
}

export function HereLabel({
  here,
  height,
  width,
  words,
}: {
  here: Point;
  height: number;
  width: number;
  words: string;
}) {
  const isRight = here.x + 14 + words.length * letterWidth > width;
  return (
    <text
      className={styles.label}
      x={here.x + (isRight ? -12 : 12)}
      y={Math.min(here.y + 20, height - 6)}
      textAnchor={isRight ? 'end' : 'start'}
    >
      {words}
    </text>
  );
}

/** The days between which it would be done, over the end of the band. */
export function RangeLabel({ from, to, width, words }: { from: Point; to: Point; width: number; words: string }) {
  return (
    <text
      className={styles.label}
      x={kept((from.x + to.x) / 2, words, width)}
      y={Math.min(from.y, to.y) - 6}
      textAnchor="middle"
    >
      {words}
    </text>
  );
}
