import type { Enrolment, Roadmap } from '@waymark/contract';
import { addDays, closedPauses, daysBetween, daysNotPaused, unitsOf } from '@waymark/contract/rules';

/** A day, and how many of the required topics are done by its end. */
export interface Milestone {
  day: string;
  done: number;
}

export interface ForecastShape {
  start: string;
  today: string;
  /** The right edge. What lies beyond runs out of the picture. */
  end: string;
  required: number;
  /** What has been walked, from the start to today. */
  walked: Milestone[];
  /** Where the plan wants one to be, from the start to its day. Empty without such a day. */
  planned: Milestone[];
  frame: { from: string; to: string };
  /** First days of months, for the axis. */
  months: string[];
}

/** The same day `months` later, or the last one of a shorter month. Parts of a month are of 30 days. */
export function addMonths(day: string, months: number): string {
  const whole = Math.floor(months);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + whole, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 + whole, Math.min(date, lastDate))).toISOString().slice(0, 10);
  return addDays(moved, (months - whole) * 30);
}

/** Required topics by the day on which each was done; what was known before day one stands at the start. */
function walkedBy(roadmap: Roadmap, enrolment: Enrolment, dayOf: (instant: string) => string): Map<string, number> {
  const counted = new Map<string, number>();
  const startedOn = dayOf(enrolment.startedAt);
  for (const unit of unitsOf(roadmap, enrolment)) {
    const topic = unit.topicId ? enrolment.topics[unit.topicId] : undefined;
    if (unit.state !== 'done' || !topic) continue;
    const day = topic.known || !topic.updatedAt ? startedOn : (topic.day ?? dayOf(topic.updatedAt));
    counted.set(day, (counted.get(day) ?? 0) + 1);
  }
  return counted;
}

function firstOfMonths(start: string, end: string): string[] {
  const months: string[] = [];
  for (let day = addMonths(`${start.slice(0, 7)}-01`, 1); day <= end; day = addMonths(day, 1)) months.push(day);
  return months;
}

type Pauses = Parameters<typeof closedPauses>[0];

/** Evenly over the days that are not paused, and level in a pause. */
export function plannedBy(pauses: Pauses, today: string, from: Milestone, to: Milestone): Milestone[] {
  const closed = closedPauses(pauses, today);
  const daysUntil = (day: string) => daysNotPaused(closed, addDays(from.day, 1), day);
  const perDay = (to.done - from.done) / Math.max(daysUntil(to.day), 1);
  const bends = closed
    .flatMap((pause) => [addDays(pause.from, -1), pause.to])
    .filter((day) => day > from.day && day < to.day);
  return [from, ...bends.map((day) => ({ day, done: from.done + perDay * daysUntil(day) })), to];
}

const later = (a: string, b: string) => (a > b ? a : b);

/**
 * What the forecast's picture shows, in days and topics. It is never wider than twice the source's frame, so that
 * a pace near zero cannot squeeze everything else into a corner.
 */
export function forecastShape(
  roadmap: Roadmap,
  enrolment: Enrolment,
  today: string,
  dayOf: (instant: string) => string,
): ForecastShape {
  const byDay = walkedBy(roadmap, enrolment, dayOf);
  const days = [...byDay.keys()].sort();
  const startedOn = dayOf(enrolment.startedAt);
  const start = [startedOn, ...days].sort()[0] ?? startedOn;
  let done = byDay.get(start) ?? 0;
  const walked: Milestone[] = [{ day: start, done }];
  for (const day of days.filter((each) => each > start)) {
    done += byDay.get(day) ?? 0;
    walked.push({ day, done });
  }
  if (walked.at(-1)?.day !== today) walked.push({ day: today, done });
  const frame = {
    from: addMonths(startedOn, roadmap.durationMonths.from),
    to: addMonths(startedOn, roadmap.durationMonths.to),
  };
  const { from, to, planned } = enrolment.forecast;
  const wanted = [from, to, planned, frame.to, today].flatMap((day) => day ?? []).reduce(later);
  const widest = later(addDays(start, 2 * daysBetween(start, frame.to)), today);
  const end = wanted < widest ? wanted : widest;
  const { required } = enrolment.summary;
  const goal = planned && { day: planned, done: required };
  const begun = { day: start, done: walked[0]?.done ?? 0 };
  return {
    start,
    today,
    end,
    required,
    walked,
    planned: goal ? plannedBy(enrolment.plan.pauses, today, begun, goal) : [],
    frame,
    months: firstOfMonths(start, end),
  };
}

export interface Point {
  x: number;
  y: number;
}

/** Days and topics as places in a box of `width` by `height`, the origin at its upper left. */
export function placeIn(shape: ForecastShape, width: number, height: number) {
  const days = Math.max(daysBetween(shape.start, shape.end), 1);
  const x = (day: string) => (daysBetween(shape.start, day) / days) * width;
  const y = (done: number) => height - (done / Math.max(shape.required, 1)) * height;
  return { x, y, at: (day: string, done: number): Point => ({ x: x(day), y: y(done) }) };
}

/** A line from `from` to `to`, ended at the right edge where it would leave the box. */
export function endAt(from: Point, to: Point, width: number): Point {
  if (to.x <= width) return to;
  const share = (width - from.x) / (to.x - from.x);
  return { x: width, y: from.y + (to.y - from.y) * share };
}

/** A path of several lines, ended where it would leave the box. */
export function pathWithin(points: readonly Point[], width: number): Point[] {
  const outside = points.findIndex(({ x }) => x > width);
  const [before, beyond] = [points[outside - 1], points[outside]];
  return before && beyond ? [...points.slice(0, outside), endAt(before, beyond, width)] : [...points];
}
