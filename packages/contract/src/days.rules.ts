/** Calendar days as `2026-11-22`: compared as text, counted in UTC, so that no clock change can shift one. */

const msPerDay = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();
/** A zone's name may be written in any case, by anybody: what is kept of them has an end. */
const mostFormatters = 500;

/** The day that it is in `timeZone` (an IANA name) at `instant`. */
export function dayIn(timeZone: string, instant: Date): string {
  let format = formatters.get(timeZone);
  if (!format) {
    // The Swedish form of a date is the ISO one.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    if (formatters.size >= mostFormatters) formatters.clear();
    formatters.set(timeZone, format);
  }
  return format.format(instant);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + Math.round(days) * msPerDay).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / msPerDay);
}

/** The first day of the day's week; weeks begin on `startsOn`, 1 for Monday to 7 for Sunday. */
export function weekOf(day: string, startsOn = 1): string {
  return addDays(day, -((new Date(day).getUTCDay() + 7 - startsOn) % 7));
}
