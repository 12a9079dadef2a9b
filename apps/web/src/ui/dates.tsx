import { createContext, memo, useContext } from 'react';

/** The member's own zone; the browser's for strangers. */
export const ZoneContext = createContext<string | undefined>(undefined);

export function useZone(): string {
  return useContext(ZoneContext) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const steps = [
  ['minute', 60],
  ['hour', 60 * 60],
  ['day', 24 * 60 * 60],
] as const;
const weekSeconds = 7 * 24 * 60 * 60;

/** "3 hours ago" within the last week, the date before that. */
function inWords(at: Date, now: Date, timeZone: string): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  if (Math.abs(seconds) > weekSeconds) return dateOf(at, now, timeZone);
  const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
  const [unit, length] = steps.findLast(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1];
  return unit === 'second' ? relative.format(0, 'second') : relative.format(Math.trunc(seconds / length), unit);
}

function dateOf(at: Date, now: Date, timeZone: string): string {
  const isThisYear = at.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(undefined, {
    timeZone,
    day: 'numeric',
    month: 'short',
    ...(!isThisYear && { year: 'numeric' }),
  }).format(at);
}

/** A time, ISO 8601 in UTC. The exact one is its title. */
export function Timestamp({ at }: { at: string }) {
  const timeZone = useZone();
  const time = new Date(at);
  const exact = new Intl.DateTimeFormat(undefined, { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(time);
  return (
    <time dateTime={at} title={exact}>
      {inWords(time, new Date(), timeZone)}
    </time>
  );
}

/** A calendar day, `2026-11-22`, as its reader writes one. It belongs to no zone any more. */
export function dayText(day: string): string {
  return dateOf(new Date(`${day}T12:00:00Z`), new Date(), 'UTC');
}

/** The day of a time, ISO 8601 in UTC, with its year: for what is kept, and for paper, where "yesterday" says nothing. */
export function WholeDay({ at }: { at: string }) {
  const timeZone = useZone();
  const day = new Intl.DateTimeFormat(undefined, { timeZone, dateStyle: 'long' }).format(new Date(at));
  return <time dateTime={at}>{day}</time>;
}

/** Kept, since to write one takes longer than to draw it. */
export const DayText = memo(function DayText({ day }: { day: string }) {
  return <time dateTime={day}>{dayText(day)}</time>;
});
